using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>An office's key, such as 1872: the domain code that BPS gives it, always four digits. It is also the tenant.</summary>
public readonly record struct OfficeCode(string Value) : IParsable<OfficeCode>
{
    /// <summary>
    /// The office's own stream: 50535400-0000-8000-8000-00000000 and the four digits. That is a UUID of version 8 (RFC 9562,
    /// a layout of one's own) which begins with "PST" in ASCII, so whoever knows the code finds the stream.
    /// </summary>
    public Guid StreamId => Guid.ParseExact($"50535400-0000-8000-8000-00000000{Value}", "D");

    /// <summary>The stream of how the office keeps and destroys personal data: the same with 0001 where that one has 0000.</summary>
    public Guid RetentionStreamId => Guid.ParseExact($"50535400-0000-8000-8000-00010000{Value}", "D");

    public override string ToString() => Value;

    public static OfficeCode Parse(string s, IFormatProvider? provider) => Parsing.Read<OfficeCode>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out OfficeCode result)
    {
        var read = s is { Length: 4 } && s.All(char.IsAsciiDigit);
        result = read ? new(s!) : default;
        return read;
    }
}
