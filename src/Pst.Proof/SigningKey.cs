using System.Security.Cryptography;

namespace Pst.Proof;

/// <summary>A private key of a log.</summary>
public sealed class SigningKey : IDisposable
{
    readonly ECDsa ecdsa;

    SigningKey(ECDsa ecdsa) => this.ecdsa = ecdsa;

    /// <summary>The public half (SubjectPublicKeyInfo).</summary>
    public byte[] PublicKey => ecdsa.ExportSubjectPublicKeyInfo();

    public static SigningKey Make() => new(ECDsa.Create(ECCurve.NamedCurves.nistP256));

    /// <param name="secret">32 bytes of chance, from which the same key is made every time.</param>
    public static SigningKey Of(byte[] secret) => new(ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = secret }));

    /// <exception cref="ArgumentException">The text is no private key in PEM.</exception>
    /// <exception cref="CryptographicException">It is one that cannot be read.</exception>
    public static SigningKey Parse(string pem)
    {
        var ecdsa = ECDsa.Create();
        ecdsa.ImportFromPem(pem);
        return new(ecdsa);
    }

    /// <summary>As it is kept, in PEM; nobody else may read it.</summary>
    public string Pem => ecdsa.ExportPkcs8PrivateKeyPem();

    public LogKey KeyOf(string origin) => new(origin, PublicKey);

    public NoteSignature Sign(Checkpoint checkpoint) =>
        new(checkpoint.Origin, KeyOf(checkpoint.Origin).Id,
            ecdsa.SignData(checkpoint.Bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence));

    public void Dispose() => ecdsa.Dispose();
}
