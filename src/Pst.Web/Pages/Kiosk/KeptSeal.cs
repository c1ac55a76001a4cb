using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.WebUtilities;
using Pst.Domain;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>A form that a kiosk kept while it had no line, as it was filled in.</summary>
/// <param name="Id">Of the command.</param>
/// <param name="Contact">What a returning visitor came with.</param>
public sealed record KeptForm(Guid Id, VisitId Visit, string Command, FormFields Fields, string? Contact);

/// <summary>
/// What a kiosk keeps, it seals for the server alone: who takes the tablet reads nothing. A key made for the one form agrees with the
/// office's (ECDH on P-256); from that HKDF-SHA256 makes the key of AES-256-GCM. kiosk-kept.js does the other half.
/// </summary>
public sealed class KeptSeal(EdgeKeys keys)
{
    const int PointLength = 65, NonceLength = 12, TagLength = 16, KeyLength = 32;
    const byte Uncompressed = 4; // how SEC 1 begins a point that is given in full

    static readonly byte[] Purpose = "pst kiosk form"u8.ToArray();

    /// <summary>The public key of an office's kiosks, as a point in full.</summary>
    public byte[] KeyOf(OfficeCode office)
    {
        using var pair = keys.KioskKeys(office);
        var point = pair.ExportParameters(includePrivateParameters: false).Q;
        return [Uncompressed, .. point.X!, .. point.Y!];
    }

    /// <summary>The form; null for what is none, or was sealed for another office or with another key.</summary>
    public KeptForm? Open(OfficeCode office, byte[] box)
    {
        if (box.Length <= PointLength + NonceLength + TagLength) return null;
        var text = new byte[box.Length - PointLength - NonceLength - TagLength];
        try
        {
            using var aes = new AesGcm(KeyFor(office, box[..PointLength]), TagLength);
            var rest = box.AsSpan(PointLength + NonceLength);
            aes.Decrypt(box.AsSpan(PointLength, NonceLength), rest[..^TagLength], rest[^TagLength..], text);
        }
        catch (CryptographicException) { return null; }
        return Read(Encoding.UTF8.GetString(text));
    }

    byte[] KeyFor(OfficeCode office, byte[] point)
    {
        var half = 1 + (PointLength - 1) / 2;
        using var pair = keys.KioskKeys(office);
        using var other = ECDiffieHellman.Create(
            new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new() { X = point[1..half], Y = point[half..] } });
        return HKDF.DeriveKey(HashAlgorithmName.SHA256, pair.DeriveRawSecretAgreement(other.PublicKey), KeyLength, point, Purpose);
    }

    static KeptForm? Read(string text)
    {
        var form = new FormCollection(QueryHelpers.ParseQuery(text));
        return VisitId.TryParse(form["_visit"], null, out var visit) && Guid.TryParse(form[FormFields.Id], out var id)
            && (string?)form["_command"] is "arrive" or "sign_guestbook" or "rate"
            ? new(id, visit, form["_command"]!, FormFields.Of(form), form["_contact"]) : null;
    }
}
