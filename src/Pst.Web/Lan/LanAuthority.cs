using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Pst.Web.Lan;

/// <summary>
/// The office's own certificate authority, made once and kept in the data folder. Devices trust it by hand, so it can vouch for nothing but
/// names and addresses of a local network (RFC 5280, 4.2.1.10): whoever steals it still cannot pretend to be a bank.
/// </summary>
public sealed class LanAuthority : IDisposable
{
    const int Years = 10, ServerDays = 397; // more days browsers do not take
    const string ServerAuthentication = "1.3.6.1.5.5.7.3.1";

    readonly X509Certificate2 authority;

    LanAuthority(X509Certificate2 authority) => this.authority = authority;

    /// <summary>The certificate that devices install; without its key.</summary>
    public byte[] Certificate => authority.Export(X509ContentType.Cert);

    /// <summary>By which people compare it: SHA-256, in pairs.</summary>
    public string Fingerprint =>
        string.Join(':', authority.GetCertHash(HashAlgorithmName.SHA256).Select(it => it.ToString("X2", CultureInfo.InvariantCulture)));

    /// <summary>The one of the data folder, made at the first call.</summary>
    public static LanAuthority Open(string dataFolder, DateTimeOffset now)
    {
        var path = Path.Combine(Directory.CreateDirectory(dataFolder).FullName, "lan-authority.pfx");
        if (!File.Exists(path))
        {
            var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            using var made = Make(now);
            using var file = new FileStream(path, options);
            file.Write(made.Export(X509ContentType.Pfx));
        }
        return new(X509CertificateLoader.LoadPkcs12FromFile(path, null, X509KeyStorageFlags.Exportable));
    }

    /// <summary>A certificate for this machine as its network calls it, made anew at each start, for addresses change.</summary>
    public X509Certificate2 CertificateFor(LanNames names, DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={names.Hosts[0]}", key, HashAlgorithmName.SHA256);
        var alternatives = new SubjectAlternativeNameBuilder();
        foreach (var host in names.Hosts) alternatives.AddDnsName(host);
        foreach (var address in names.Addresses) alternatives.AddIpAddress(address);
        request.CertificateExtensions.Add(alternatives.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        request.CertificateExtensions.Add(new X509EnhancedKeyUsageExtension([new(ServerAuthentication)], false));
        request.CertificateExtensions.Add(X509AuthorityKeyIdentifierExtension.CreateFromCertificate(authority, true, false));

        var until = new[] { now.AddDays(ServerDays), authority.NotAfter }.Min();
        using var signed = request.Create(authority, now.AddDays(-1), until, RandomNumberGenerator.GetBytes(16));
        return signed.CopyWithPrivateKey(key);
    }

    public void Dispose() => authority.Dispose();

    static X509Certificate2 Make(DateTimeOffset now)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN=PST {Environment.MachineName}", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, true, 0, true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false));
        request.CertificateExtensions.Add(LanNames.Constraint());
        return request.CreateSelfSigned(now.AddDays(-1), now.AddYears(Years));
    }
}
