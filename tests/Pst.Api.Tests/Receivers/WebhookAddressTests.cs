using System.Net;
using System.Text;
using Pst.Web.Webhooks;

namespace Pst.Api.Tests.Receivers;

/// <summary>Nothing is sent to where a network keeps its own matters, whatever a name leads to.</summary>
public sealed class WebhookAddressTests(Senders senders) : IClassFixture<Senders>
{
    [Theory]
    [InlineData("https://sistem.contoh.example/kabar", false, true), InlineData("http://sistem.contoh.example/kabar", false, false)]
    [InlineData("http://192.168.1.20:8080/kabar", true, true), InlineData("http://192.168.1.20/kabar", false, false)]
    [InlineData("https://10.0.0.5/", false, false), InlineData("http://server.lan/kabar", true, true)]
    [InlineData("http://169.254.169.254/latest/meta-data", true, false), InlineData("http://[fe80::1]/", true, false)]
    [InlineData("http://[::ffff:169.254.169.254]/", true, false), InlineData("http://2852039166/", true, false)]
    [InlineData("http://0.0.0.0/", true, false), InlineData("http://8.8.8.8/", true, false), InlineData("https://8.8.8.8/", false, true)]
    [InlineData("https://budi:sandi@contoh.example/", false, false), InlineData("ftp://contoh.example/", true, false)]
    [InlineData("/kabar", true, false), InlineData("file:///etc/passwd", true, false)]
    public void Only_sound_addresses_are_taken(string address, bool isLan, bool isSound) =>
        WebhookAddress.IsSound(address, isLan).ShouldBe(isSound);

    [Theory]
    [InlineData("127.0.0.1", true), InlineData("::1", true), InlineData("172.31.255.1", true), InlineData("fd12::1", true)]
    [InlineData("172.32.0.1", false), InlineData("1.1.1.1", false), InlineData("2606:4700::1111", false)]
    public void What_lies_in_the_own_network_and_what_in_the_world_is_never_both(string address, bool isLan)
    {
        WebhookAddress.IsOpen(IPAddress.Parse(address), isLan).ShouldBeTrue();
        WebhookAddress.IsOpen(IPAddress.Parse(address), !isLan).ShouldBeFalse();
    }

    [Theory]
    [InlineData("169.254.169.254"), InlineData("fd00:ec2::254"), InlineData("100.100.100.200"), InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::"), InlineData("224.0.0.1"), InlineData("255.255.255.255"), InlineData("::"), InlineData("fe80::1")]
    public void What_is_kept_from_all_is_open_to_nobody(string address)
    {
        WebhookAddress.IsOpen(IPAddress.Parse(address), isLan: true).ShouldBeFalse();
        WebhookAddress.IsOpen(IPAddress.Parse(address), isLan: false).ShouldBeFalse();
    }

    [Fact]
    public async Task A_name_that_leads_home_is_not_sent_to_from_a_subscription_to_the_world()
    {
        using var receiver = new Receiver();
        var target = receiver.Address.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        using var route = new WebhookRoute();

        (await SendAsync(route, new(target, IsLan: true, [WebhookSignature.NewSecret()]))).ShouldNotBeNull();
        (await SendAsync(route, new(target, IsLan: false, [WebhookSignature.NewSecret()]))).ShouldBeNull();

        receiver.Came.Count.ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        using var receiver = new Receiver { Answer = _ => 302 };
        using var route = new WebhookRoute();

        (await SendAsync(route, new(receiver.Address, IsLan: true, [WebhookSignature.NewSecret()]))).ShouldBe(302);

        receiver.Came.Select(it => it.Path).ShouldBe(["/kabar"]);
    }

    // The example of the convention, https://www.standardwebhooks.com.
    [Fact]
    public void It_is_signed_as_the_convention_says() =>
        WebhookSignature.Of(
            ["whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"], "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330, "{\"test\": 2432232314}"u8)
            .ShouldBe("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");

    [Fact]
    public async Task Only_an_administrator_opens_the_own_network_and_a_secret_lies_nowhere_as_it_is()
    {
        using var receiver = new Receiver();
        var (office, id, secret) = await senders.OpenAsync(receiver.Address);
        var (supervisor, admin, path) = (await office.AsAsync("supervisor"), await office.AsAsync("admin"), $"{office.Path}/webhooks");

        (await supervisor.PostAsync(path, """{"address":"http://192.168.1.9/","lan":true}""")).Code.ShouldBe(403);
        (await supervisor.PostAsync(path, """{"address":"http://192.168.1.9/"}""")).WrongFields.ShouldBe(["address"]);
        (await admin.PostAsync(path, """{"address":"http://169.254.169.254/","lan":true}""")).WrongFields.ShouldBe(["address"]);
        (await supervisor.PostAsync(path, """{"address":"https://sistem.contoh.example/"}""")).Code.ShouldBe(201);

        (await supervisor.GetAsync(path)).Text.ShouldNotContain(secret[6..]);
        await using var kept = Kept(id);
        Encoding.UTF8.GetString(Convert.FromBase64String((string)(await kept.ExecuteScalarAsync())!)).ShouldNotContain(secret[6..]);
        (await supervisor.SendAsync(HttpMethod.Delete, $"{path}/{id}", null)).Code.ShouldBe(204);
        (await supervisor.PostAsync($"{path}/{id}/ping", "{}")).Code.ShouldBe(404);
    }

    Npgsql.NpgsqlCommand Kept(string id) => Microsoft.Extensions.DependencyInjection.ServiceProviderServiceExtensions
        .GetRequiredService<Pst.Web.Hosting.PstDatabase>(senders.Api.Services).Worker
        .CreateCommand($"select secret from pst.webhook where id = '{id}'");

    static Task<int?> SendAsync(WebhookRoute route, WebhookTarget target) =>
        route.SendAsync(target, "evt_1", "{}"u8.ToArray(), DateTimeOffset.UnixEpoch, CancellationToken.None);
}
