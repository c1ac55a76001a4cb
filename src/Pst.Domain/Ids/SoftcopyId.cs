using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>One request for a softcopy, and its stream. The form makes it, so that two taps are one request.</summary>
public readonly record struct SoftcopyId(Guid Value) : IParsable<SoftcopyId>
{
    public override string ToString() => Value.ToString();

    public static SoftcopyId Parse(string s, IFormatProvider? provider) => Parsing.Read<SoftcopyId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SoftcopyId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
