using System.Net;
using System.Security.Cryptography.X509Certificates;
using Pst.Testing;
using Pst.Web.Lan;

namespace Pst.Web.Tests.Lan;

public sealed class LanTests
{
    static readonly DateTimeOffset Now = DateTimeOffset.UtcNow; // chains are judged by the machine's clock

    [Fact]
    public async Task A_device_that_installed_the_certificate_trusts_the_server_by_name_and_address()
    {
        using var authority = LanAuthority.Open(await TemporaryFolder.NameAsync(), Now);
        using var server = authority.CertificateFor(new(["localhost", "meja.local"], [IPAddress.Parse("192.168.1.5")]), Now);

        IsTrusted(server, authority).ShouldBeTrue();
        server.MatchesHostname("meja.local").ShouldBeTrue();
        server.MatchesHostname("192.168.1.5").ShouldBeTrue();
    }

    [Theory, InlineData("bank.example", "192.168.1.5"), InlineData("localhost", "8.8.8.8")]
    public async Task It_vouches_for_nothing_outside_the_local_network(string host, string address)
    {
        using var authority = LanAuthority.Open(await TemporaryFolder.NameAsync(), Now);
        using var server = authority.CertificateFor(new([host], [IPAddress.Parse(address)]), Now);
        IsTrusted(server, authority).ShouldBeFalse();
    }

    [Fact]
    public async Task It_is_made_once_and_only_its_owner_reads_it()
    {
        var folder = await TemporaryFolder.NameAsync();
        using var first = LanAuthority.Open(folder, Now);
        using var second = LanAuthority.Open(folder, Now.AddYears(1));
        second.Fingerprint.ShouldBe(first.Fingerprint);
        File.GetUnixFileMode(Directory.GetFiles(folder).Single()).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task The_program_serves_the_network_by_HTTPS_and_hands_its_certificate_out_over_HTTP()
    {
        var port = FreePort.Next();
        await using var program = await StartedProgram.StartAsync(settings: new Dictionary<string, string>
        {
            ["Pst__Lan"] = "true",
            ["Pst__LanPort"] = $"{port}",
        });
        using var plain = new HttpClient { BaseAddress = program.Address };
        (await plain.GetStringAsync("sertifikat")).ShouldContain($"https://127.0.0.1:{port}/");
        using var installed = X509CertificateLoader.LoadCertificate(await plain.GetByteArrayAsync("sertifikat?handler=Unduh"));

        using var trusting = new HttpClient(new SocketsHttpHandler
        {
            SslOptions = { CertificateChainPolicy = Policy(installed) },
        });
        (await trusting.GetAsync($"https://localhost:{port}/health/live")).StatusCode.ShouldBe(HttpStatusCode.OK);
        program.Said.ShouldContain(it => it.Contains("Serving the network"));
    }

    static bool IsTrusted(X509Certificate2 server, LanAuthority authority)
    {
        using var installed = X509CertificateLoader.LoadCertificate(authority.Certificate);
        using var chain = new X509Chain { ChainPolicy = Policy(installed) };
        return chain.Build(server);
    }

    static X509ChainPolicy Policy(X509Certificate2 installed) => new()
    {
        TrustMode = X509ChainTrustMode.CustomRootTrust,
        CustomTrustStore = { installed },
        RevocationMode = X509RevocationMode.NoCheck,
    };
}
