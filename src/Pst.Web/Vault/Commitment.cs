using System.Security.Cryptography;
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

    static string To<T>(T entry, byte[] salt) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. JsonSerializer.SerializeToUtf8Bytes(entry)]));
}
