using System.Net;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Kiosk;

/// <summary>What a kiosk kept through a network cut, when the line is back.</summary>
public sealed class KeptFormTests(Site site) : IClassFixture<Site>
{
    static readonly (string, string)[] Comes = [("channel", "offline"), ("service", "PS")];

    DateTimeOffset Earlier => site.Clock.Now.AddMinutes(-40);

    [Fact]
    public async Task It_becomes_the_visit_that_it_would_have_been_with_its_own_times_and_marked_as_late()
    {
        var (kept, visit) = await CutAsync();
        var answer = await kept.SendAsync(kept.Of("arrive", visit, Guid.NewGuid(), Comes), Earlier);
        answer!.Value.GetProperty("isDone").GetBoolean().ShouldBeTrue();
        answer.Value.GetProperty("ticket").GetString().ShouldStartWith("PS-");
        await kept.SendAsync(kept.Of("sign_guestbook", visit, Guid.NewGuid(), Signed("lambat@example.org")), Earlier.AddMinutes(2));

        var late = $"select count(*) from pst.mt_events where stream_id = '{visit}' and headers ->> 'late' = 'true'";
        (await site.ScalarAsync<long>(late)).ShouldBe(2);
        var desk = await (await site.SignedInAsync("rani", Role.Staff, "1872")).OpenAsync($"/meja/{visit}");
        desk.Text(".steps-done").ShouldContain("Buku tamu");
        desk.Text(".steps-done").ShouldContain("08.22");
    }

    [Fact]
    public async Task Sent_twice_it_is_carried_out_once_and_answers_what_it_answered_first()
    {
        var (kept, visit) = await CutAsync();
        var box = kept.Of("arrive", visit, Guid.NewGuid(), Comes);
        var arrived = await site.EventsAsync("arrived");
        var first = await kept.SendAsync(box, Earlier);
        (await kept.SendAsync(box, Earlier.AddSeconds(1)))!.Value.GetRawText().ShouldBe(first!.Value.GetRawText());
        (await site.EventsAsync("arrived")).ShouldBe(arrived + 1);
    }

    [Fact]
    public async Task What_had_arrived_before_the_line_was_cut_is_the_same_command_afterwards()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.OpenAsync("/kios");
        var (visit, id) = (Guid.Parse(Hidden(kiosk, "_visit")), Guid.Parse(Hidden(kiosk, "_id")));
        await kiosk.TapLibraryAsync();
        var arrived = await site.EventsAsync("arrived");

        var kept = await SealedForm.ForAsync(kiosk);
        var box = kept.Of("arrive", visit, id, [.. Comes, ("partySize", "1"), ("priority", "none")]);
        var answer = await kept.SendAsync(box, site.Clock.Now);
        answer!.Value.GetProperty("isDone").GetBoolean().ShouldBeTrue();
        (await site.EventsAsync("arrived")).ShouldBe(arrived);
    }

    [Fact]
    public async Task What_is_refused_waits_for_the_desk_which_sends_it_again_when_nothing_is_in_its_way()
    {
        var (kept, visit) = await CutAsync();
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "dua@example.org"));
        await kept.SendAsync(kept.Of("arrive", visit, Guid.NewGuid(), Comes), Earlier);
        var box = kept.Of("sign_guestbook", visit, Guid.NewGuid(), Signed("dua@example.org"));
        (await kept.SendAsync(box, Earlier))!.Value.GetProperty("isDone").GetBoolean().ShouldBeFalse();
        await kept.SendAsync(box, Earlier); // twice is once

        var desk = await (await site.SignedInAsync("wati", Role.Staff, "1872")).OpenAsync("/meja");
        await desk.OpenAsync(desk.Page.QuerySelector(".mark.warn[href]")!.GetAttribute("href")!);
        Refused(desk).ShouldBe(1);
        desk.Text("main").ShouldNotContain("dua@example.org");
        Refused(await desk.PressAsync("Kirim lagi")).ShouldBe(1);

        await desk.ActAsync(kiosk.Visit(), ["depart"]);
        await desk.OpenAsync("/meja/kiriman");
        Refused(await desk.PressAsync("Kirim lagi")).ShouldBe(0);
        (await site.ScalarAsync<long>($"select count(*) from vault.signing where visit = '{visit}'")).ShouldBe(1);
    }

    [Fact]
    public async Task Who_opens_what_was_filled_in_is_recorded_and_settled_it_is_gone()
    {
        await site.OpenAsync("5272");
        var (kept, visit) = (await SealedForm.ForAsync(await site.KioskAsync("5272")), Guid.NewGuid());
        var box = kept.Of("sign_guestbook", visit, Guid.NewGuid(), Signed("sendiri@example.org"));
        await kept.SendAsync(box, site.Clock.Now.AddHours(-14)); // the oldest comes first

        var (desk, seen) = (await site.SignedInAsync("nita", Role.Staff, "5272"), await site.EventsAsync("details_seen"));
        await desk.OpenAsync("/meja/kiriman");
        (await desk.PressAsync("Buka isian")).Text("article").ShouldContain("sendiri@example.org");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);
        await desk.PressAsync("Sudah ditangani");
        (await site.ScalarAsync<long>($"select count(*) from vault.refused_form where visit = '{visit}' and box is not null")).ShouldBe(0);
    }

    [Fact]
    public async Task What_is_older_than_twelve_hours_waits_for_the_desk_too()
    {
        await site.OpenAsync("5272");
        var kept = await SealedForm.ForAsync(await site.KioskAsync("5272"));
        var answer = await kept.SendAsync(kept.Of("arrive", Guid.NewGuid(), Guid.NewGuid(), Comes), site.Clock.Now.AddHours(-13));
        answer!.Value.GetProperty("isDone").GetBoolean().ShouldBeFalse();
    }

    [Fact]
    public async Task Another_office_cannot_open_it_and_nor_can_who_changes_it()
    {
        var (kept, visit) = await CutAsync();
        var box = kept.Of("arrive", visit, Guid.NewGuid(), Comes);
        await site.OpenAsync("5272");
        (await (await SealedForm.ForAsync(await site.KioskAsync("5272"))).SendAsync(box, Earlier)).ShouldBeNull();
        box[^1] ^= 1;
        (await kept.SendAsync(box, Earlier)).ShouldBeNull();
        (await kept.SendAsync([1, 2, 3], Earlier)).ShouldBeNull();
    }

    [Fact]
    public async Task Staff_who_fill_in_for_a_visitor_keep_nothing_there()
    {
        await site.OpenAsync("1872");
        var clerk = await site.SignedInAsync("tuti", Role.Staff, "1872");
        var kept = await SealedForm.ForAsync(clerk);
        (await kept.SendAsync(kept.Of("arrive", Guid.NewGuid(), Guid.NewGuid(), Comes), Earlier)).ShouldBeNull();
        clerk.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    async Task<(SealedForm Kept, Guid Visit)> CutAsync()
    {
        await site.OpenAsync("1872");
        return (await SealedForm.ForAsync(await site.KioskAsync("1872")), Guid.NewGuid());
    }

    static int Refused(Browser desk) =>
        desk.Page.QuerySelectorAll("article").Count(it => it.TextContent.Contains("masih memiliki kunjungan yang terbuka"));

    static (string, string)[] Signed(string email) =>
        [.. KioskSteps.Siti.Where(it => it.Item1 != "visitor.email"), ("visitor.email", email), ("noticeSeen", "true")];

    static string Hidden(Browser page, string name) => page.Page.QuerySelector($"main input[name={name}]")!.GetAttribute("value")!;
}
