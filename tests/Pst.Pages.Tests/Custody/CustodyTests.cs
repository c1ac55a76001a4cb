using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Custody;

public sealed class CustodyTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task A_broken_locker_is_given_to_nobody()
    {
        await site.OpenAsync("5272");
        var supervisor = await site.SignedInAsync("bima", Role.Supervisor, "5272");
        await supervisor.OpenAsync("/penitipan");
        await supervisor.SubmitAsync(supervisor.ButtonIn("form[action$='/loker/7']", "Tandai rusak"), ("reason", "kuncinya macet"));
        supervisor.Text(".locker.out_of_order").ShouldStartWith("7 rusak");

        var visit = (await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "tiga@example.org"))).Visit();
        await (await supervisor.OpenAsync($"/meja/{visit}")).ActAsync("hold_id", "KTP");
        supervisor.Text("#assign_locker .lockers").ShouldBe("1 2 3 4 5 6 8");
    }

    [Fact]
    public async Task Staff_look_but_neither_close_the_day_nor_break_lockers()
    {
        await site.OpenAsync("1872");
        var staff = await site.SignedInAsync("sari", Role.Staff, "1872");
        (await staff.OpenAsync("/penitipan")).Page.QuerySelectorAll("main form").ShouldBeEmpty();
        staff.Page.QuerySelector("a[href='/penitipan/tutup-hari']").ShouldBeNull();
        (await staff.PostWithTokenAsync("/penitipan/tutup-hari", ("date", "2026-03-02"))).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await staff.OpenAsync("/penitipan/5272")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
