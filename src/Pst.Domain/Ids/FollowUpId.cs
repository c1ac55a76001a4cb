using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>One follow-up action, and its stream. The form makes it, so that two taps open one action.</summary>
public readonly record struct FollowUpId(Guid Value) : IParsable<FollowUpId>
{
    public override string ToString() => Value.ToString();

    public static FollowUpId Parse(string s, IFormatProvider? provider) => Parsing.Read<FollowUpId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out FollowUpId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
