using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Pst.Pages.Tests.Support;

/// <summary>What a tablet does with the forms that it keeps through a network cut, as its script does.</summary>
public sealed class SealedForm(Browser kiosk, JsonElement told)
{
    /// <summary>Asks for what it needs, as a kiosk does beforehand.</summary>
    public static async Task<SealedForm> ForAsync(Browser kiosk)
    {
        await kiosk.OpenAsync("/kios/kiriman");
        return new(kiosk, JsonDocument.Parse(await kiosk.Answer.Content.ReadAsStringAsync()).RootElement);
    }

    public static byte[] Seal(string key, params (string Name, string Value)[] fields)
    {
        var text = string.Join('&', fields.Select(it => $"{WebUtility.UrlEncode(it.Name)}={WebUtility.UrlEncode(it.Value)}"));
        var server = Base64Url.DecodeFromChars(key);
        using var theirs = ECDiffieHellman.Create(
            new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = server[1..33], Y = server[33..] } });
        using var own = ECDiffieHellman.Create(ECCurve.NamedCurves.nistP256);
        var point = own.ExportParameters(false).Q;
        byte[] shown = [4, .. point.X!, .. point.Y!];
        var secret = HKDF.DeriveKey(
            HashAlgorithmName.SHA256, own.DeriveRawSecretAgreement(theirs.PublicKey), 32, shown, "pst kiosk form"u8.ToArray());
        var (nonce, plain) = (new byte[12], Encoding.UTF8.GetBytes(text)); // each key is used once
        var (made, tag) = (new byte[plain.Length], new byte[16]);
        using var aes = new AesGcm(secret, tag.Length);
        aes.Encrypt(nonce, plain, made, tag);
        return [.. shown, .. nonce, .. made, .. tag];
    }

    public byte[] Of(string command, Guid visit, Guid id, params (string Name, string Value)[] fields) =>
        Seal(told.GetProperty("key").GetString()!, [.. fields, ("_command", command), ("_visit", $"{visit}"), ("_id", $"{id}")]);

    /// <summary>Sends it; what the server answers, or null where it could not be opened.</summary>
    public async Task<JsonElement?> SendAsync(byte[] box, DateTimeOffset at)
    {
        await kiosk.PostAsync(
            "/kios/kiriman", ("_form", told.GetProperty("token").GetString()!), ("box", Base64Url.EncodeToString(box)),
            ("at", $"{at.ToUnixTimeMilliseconds()}"));
        return kiosk.Status == HttpStatusCode.OK ? JsonDocument.Parse(await kiosk.Answer.Content.ReadAsStringAsync()).RootElement : null;
    }
}
