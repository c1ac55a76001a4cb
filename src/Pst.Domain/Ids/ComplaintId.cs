using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>One complaint, and its stream. The form makes it, so that two taps are one complaint.</summary>
public readonly record struct ComplaintId(Guid Value) : IParsable<ComplaintId>
{
    public override string ToString() => Value.ToString();

    public static ComplaintId Parse(string s, IFormatProvider? provider) => Parsing.Read<ComplaintId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ComplaintId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
