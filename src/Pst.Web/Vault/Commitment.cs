using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>
/// Binds an event to what lies in the vault without telling it: hex SHA-256 over a random salt and the JSON of the entry. Whoever has salt
/// and entry can prove that this was signed; whoever has only the event can neither read nor guess it, also after the vault has forgotten.
/// </summary>
public static class Commitment
{
    /// <summary>In bytes.</summary>
    public const int SaltLength = 16;

    public static byte[] NewSalt() => RandomNumberGenerator.GetBytes(SaltLength);

    public static string ToSigning(SignedDetails details, byte[] salt) => To(details, salt);

    /// <param name="tail">The last characters of the card's number; null where none was given.</param>
    public static string ToCard(IdKind kind, string? tail, byte[] salt) => To(new { Kind = kind, Tail = tail }, salt);

    /// <summary>To how a visitor wants to be known and reached from now on.</summary>
    public static string ToDetails(ChangedDetails details, byte[] salt) => To(details, salt);

    /// <summary>
    /// The reference to a text: a UUID of version 8 (RFC 9562) with 122 bits of SHA-256 over salt and words. Who has event and text can see
    /// that they belong together; to find another text for the same reference takes 2^122 tries.
    /// </summary>
    public static Guid ToText(string body, byte[] salt) => ToFile(Encoding.UTF8.GetBytes(body), salt);

    /// <summary>The reference to a file, made as one to a text.</summary>
    public static Guid ToFile(byte[] content, byte[] salt)
    {
        using var sum = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        sum.AppendData(salt);
        sum.AppendData(content);
        var id = sum.GetHashAndReset().AsSpan(0, 16);
        (id[6], id[8]) = ((byte)((id[6] & 0x0f) | 0x80), (byte)((id[8] & 0x3f) | 0x80));
        return new(id, bigEndian: true);
    }

    /// <summary>Whether the reference was made so; those of older texts were not.</summary>
    public static bool IsToText(Guid reference) => reference is { Version: 8, Variant: >= 8 and < 12 };

    static string To<T>(T entry, byte[] salt) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. JsonSerializer.SerializeToUtf8Bytes(entry)]));
}
