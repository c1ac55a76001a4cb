using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>
/// A file that somebody attached to what they wrote. It is made from the file and commits to it; the file lies in the vault.
/// </summary>
public readonly record struct AttachmentId(Guid Value) : IParsable<AttachmentId>
{
    public override string ToString() => Value.ToString();

    public static AttachmentId Parse(string s, IFormatProvider? provider) => Parsing.Read<AttachmentId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AttachmentId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
