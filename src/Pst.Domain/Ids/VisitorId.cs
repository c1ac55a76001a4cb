using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>One person in one office. It says nothing about them: who they are lies in the vault.</summary>
public readonly record struct VisitorId(Guid Value) : IParsable<VisitorId>
{
    public override string ToString() => Value.ToString();

    public static VisitorId Parse(string s, IFormatProvider? provider) => Parsing.Read<VisitorId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VisitorId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
