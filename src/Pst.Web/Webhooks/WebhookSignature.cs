using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Pst.Web.Webhooks;

/// <summary>
/// Signs as Standard Webhooks 1.0 says: HMAC-SHA256 over <c>id.timestamp.body</c>, in base64, behind <c>v1,</c>; several signatures stand
/// behind one another while a secret changes.
/// </summary>
public static class WebhookSignature
{
    const string Prefix = "whsec_";
    const int Length = 32;

    /// <summary>A new secret, as receivers keep it.</summary>
    public static string NewSecret() => Prefix + Convert.ToBase64String(RandomNumberGenerator.GetBytes(Length));

    /// <param name="id">Of the message: the same when it is sent again.</param>
    /// <param name="at">When it is sent, in seconds since 1970.</param>
    public static string Of(IEnumerable<string> secrets, string id, long at, ReadOnlySpan<byte> body)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{at}.")), .. body];
        return string.Join(' ', secrets.Select(it =>
            $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(it[Prefix.Length..]), signed))}"));
    }
}
