using System.Security.Cryptography;
using System.Text;
using Pst.Web.Writing;

namespace Pst.Web.Webhooks;

/// <summary>
/// Seals the secrets of subscriptions by the key outside the database, so that the database alone tells nobody how to sign. The keys of
/// data protection lie in the database and would not do.
/// </summary>
public sealed class WebhookSecrets(EdgeKeys keys)
{
    const int NonceLength = 12, TagLength = 16;

    readonly byte[] key = keys.Own("webhook");

    public string Seal(string secret)
    {
        var (nonce, plain) = (RandomNumberGenerator.GetBytes(NonceLength), Encoding.UTF8.GetBytes(secret));
        var (tag, hidden) = (new byte[TagLength], new byte[plain.Length]);
        using var sealing = new AesGcm(key, TagLength);
        sealing.Encrypt(nonce, plain, hidden, tag);
        return Convert.ToBase64String([.. nonce, .. tag, .. hidden]);
    }

    /// <exception cref="CryptographicException">It was sealed by another key.</exception>
    public string Open(string sealedSecret)
    {
        var bytes = Convert.FromBase64String(sealedSecret).AsSpan();
        var plain = new byte[bytes.Length - NonceLength - TagLength];
        using var sealing = new AesGcm(key, TagLength);
        sealing.Decrypt(bytes[..NonceLength], bytes[(NonceLength + TagLength)..], bytes.Slice(NonceLength, TagLength), plain);
        return Encoding.UTF8.GetString(plain);
    }
}
