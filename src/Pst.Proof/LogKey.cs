using System.Security.Cryptography;

namespace Pst.Proof;

/// <summary>A public key by which checkpoints are checked: ECDSA on P-256.</summary>
/// <param name="Name">The log's, as in its checkpoints.</param>
public sealed record LogKey(string Name, byte[] PublicKey)
{
    // C2SP signed-note: the type of ECDSA signatures, which are over SHA-256 and in DER.
    const byte Ecdsa = 2;

    /// <summary>Bytes of <see cref="Id"/>.</summary>
    internal const int IdLength = 4;

    /// <summary>By which a signature names its key: the beginning of the SHA-256 of the key (SubjectPublicKeyInfo).</summary>
    public byte[] Id => SHA256.HashData(PublicKey)[..IdLength];

    /// <summary>One line that says all of the key (C2SP vkey): <c>name+id+base64</c>.</summary>
    public override string ToString() => $"{Name}+{Convert.ToHexStringLower(Id)}+{Convert.ToBase64String([Ecdsa, .. PublicKey])}";

    /// <summary>The key that a line says; null where it says none.</summary>
    public static LogKey? Parse(string line)
    {
        var parts = line.Trim().Split('+', 3);
        if (parts is not [{ Length: > 0 } name, var id, var text] || name.Contains(' ')) return null;

        var bytes = new byte[text.Length];
        if (!Convert.TryFromBase64String(text, bytes, out var length) || length < 2 || bytes[0] != Ecdsa) return null;

        var key = new LogKey(name, bytes[1..length]);
        return key.IsOnCurve() && Convert.ToHexStringLower(key.Id) == id ? key : null;
    }

    internal bool HasSigned(ReadOnlySpan<byte> body, ReadOnlySpan<byte> signature)
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(PublicKey, out _);
            return ecdsa.VerifyData(body, signature, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
        }
        catch (CryptographicException)
        {
            return false; // no key, or no signature in its form
        }
    }

    bool IsOnCurve()
    {
        using var ecdsa = ECDsa.Create();
        try
        {
            ecdsa.ImportSubjectPublicKeyInfo(PublicKey, out var read);
            return read == PublicKey.Length
                && ecdsa.ExportParameters(includePrivateParameters: false).Curve.Oid.Value == ECCurve.NamedCurves.nistP256.Oid.Value;
        }
        catch (CryptographicException)
        {
            return false;
        }
    }
}
