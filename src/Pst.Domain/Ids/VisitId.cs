using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>One visit, and its stream. The caller makes it, so that a repeated arrival is seen to be the same.</summary>
public readonly record struct VisitId(Guid Value) : IParsable<VisitId>
{
    public override string ToString() => Value.ToString();

    public static VisitId Parse(string s, IFormatProvider? provider) => Parsing.Read<VisitId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VisitId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
