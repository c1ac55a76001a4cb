using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Devices;

public sealed class EnrolmentTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_code_makes_one_tablet_a_kiosk_until_it_is_revoked()
    {
        await site.OpenAsync("1872");
        var supervisor = await site.SignedInAsync("lina", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/perangkat");
        await supervisor.PressAsync("Buat kode", ("Name", "Kios pintu depan"));
        var code = supervisor.Text("p.enrolment-code");

        var tablet = await site.NewBrowser().OpenAsync("/perangkat/daftar");
        await tablet.PressAsync("Daftarkan", ("Code", code.ToLowerInvariant()));
        tablet.Address.ShouldStartWith("/kios");
        (await tablet.OpenAsync("/perangkat")).Status.ShouldBe(HttpStatusCode.Forbidden, "a device is nobody's account");

        var other = await site.NewBrowser().OpenAsync("/perangkat/daftar");
        (await other.PressAsync("Daftarkan", ("Code", code))).Text("[role=alert]").ShouldStartWith("Kode ini tidak berlaku");

        await supervisor.OpenAsync("/perangkat");
        await supervisor.PressAsync("Cabut");
        (await tablet.OpenAsync("/kios")).Heading.ShouldBe("Daftarkan perangkat ini");
    }

    [Fact]
    public async Task The_same_code_makes_a_television_the_display()
    {
        await site.OpenAsync("1872");
        var supervisor = await site.SignedInAsync("lisa", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/perangkat");
        await supervisor.PressAsync("Buat kode", ("Name", "TV ruang tunggu"));

        var television = await site.NewBrowser().OpenAsync("/perangkat/daftar");
        await television.PressAsync("Daftarkan sebagai layar antrean", ("Code", supervisor.Text("p.enrolment-code")));
        television.Address.ShouldBe("/layar/1872");
    }

    [Fact]
    public async Task A_code_lives_for_a_quarter_of_an_hour()
    {
        var supervisor = await site.SignedInAsync("lani", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/perangkat");
        await supervisor.PressAsync("Buat kode", ("Name", "Kios"));

        var tablet = await site.NewBrowser().OpenAsync("/perangkat/daftar");
        site.Clock.Now += TimeSpan.FromMinutes(15);
        await tablet.PressAsync("Daftarkan", ("Code", supervisor.Text("p.enrolment-code")));
        tablet.Text("[role=alert]").ShouldStartWith("Kode ini tidak berlaku");
    }

    [Fact]
    public async Task Another_offices_device_cannot_be_revoked()
    {
        var bima = await site.SignedInAsync("bima", Role.Supervisor, "5272");
        var (device, _) = await site.EnrolAsync("1872");
        (await bima.OpenAsync("/perangkat")).Page.Body!.TextContent.ShouldNotContain("1872");
        await bima.PressAsync("Buat kode", ("Name", "Kios"));
        await bima.PostWithTokenAsync($"/perangkat/{device}/cabut");
        bima.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
