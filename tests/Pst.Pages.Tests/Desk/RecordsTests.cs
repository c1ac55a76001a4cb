using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Desk;

public sealed class RecordsTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_supervisor_joins_two_records_of_one_person_and_parts_them_again()
    {
        await site.OpenAsync("5272");
        var kiosk = await site.KioskAsync("5272");
        var supervisor = await site.SignedInAsync("penyelia", Role.Supervisor, "5272");
        var gone = (await kiosk.SignedAsync(("visitor.email", "aminah@example.org"))).Visit();
        await supervisor.ActAsync(gone, (IReadOnlyList<string>)["depart"]);
        var visit = (await kiosk.SignedAsync()).Visit();

        await supervisor.OpenAsync($"/meja/{visit}/rekaman");
        await supervisor.PressAsync("Gabungkan", ("contact", "nobody@example.org"));
        supervisor.Text("[role=alert]").ShouldStartWith("Rekaman pengunjung ini tidak ada di kantor ini.");
        await supervisor.PressAsync("Gabungkan", ("contact", "Aminah@Example.org "));
        supervisor.Text("main p").ShouldStartWith("Rekaman pengunjung ini digabung");
        (await site.EventsAsync("records_joined")).ShouldBe(1);

        await supervisor.PressAsync("Pisahkan");
        supervisor.Text("label[for=contact]").ShouldBe("Email atau nomor HP pada rekaman lain");
        (await site.EventsAsync("records_parted")).ShouldBe(1);

        var staff = await site.SignedInAsync("petugas", Role.Staff, "5272");
        (await staff.OpenAsync($"/meja/{visit}/rekaman")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
