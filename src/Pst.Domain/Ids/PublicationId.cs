using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>A catalogue item, by the catalogue's own id.</summary>
public readonly record struct PublicationId(string Value) : IParsable<PublicationId>
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 200;

    public override string ToString() => Value;

    public static PublicationId Parse(string s, IFormatProvider? provider) => Parsing.Read<PublicationId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PublicationId result)
    {
        var read = PlainText.IsLine(s, MaxLength);
        result = read ? new(s!) : default;
        return read;
    }
}
