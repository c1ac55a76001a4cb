using System.Net;
using AngleSharp;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Appointments;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Appointments;

/// <summary>An appointment on the visitor's page, the office's and at the kiosk. It is Monday, the second of March, nine o'clock.</summary>
public sealed class AppointmentTests(Site site) : IClassFixture<Site>
{
    static readonly (string, string)[] Answers =
        [.. KioskSteps.Siti.Where(it => !it.Item1.StartsWith("visitor.", StringComparison.Ordinal))];

    [Fact]
    public async Task From_the_form_to_the_guestbook_which_the_appointment_fills()
    {
        var own = await MadeAsync("2026-03-02T10:00", "Dewi Anggraini", "dewi@example.org");
        var mail = await site.MailAsync();
        mail.ShouldContain(own.Address);
        mail.ShouldContain("text/calendar");
        mail.ShouldContain("DTSTART:20260302T030000Z");
        mail.ShouldContain("SEQUENCE:0");

        var kiosk = await site.KioskAsync("1872");
        await (await kiosk.OpenAsync("/kios")).PressLinkAsync("Saya punya janji temu");
        await kiosk.PressAsync("Saya sudah datang", ("kode", CodeOn(own).ToLowerInvariant().Replace("-", " ")));
        var visit = kiosk.Visit();
        kiosk.Heading.ShouldBe("Buku tamu");
        kiosk.Text("main").ShouldContain("Kami memakai nama dan email dari janji temu Anda.");
        kiosk.Page.ToHtml().ShouldNotContain("Dewi", customMessage: "no name on a public screen");
        await kiosk.PressAsync("Selesai, ambil nomor", Answers);
        kiosk.Text(".ticket-number").ShouldMatch("^PS-[0-9]{3}$");
        (await site.ScalarAsync<string>($"select name || ' ' || email from vault.signing where visit = '{visit}'"))
            .ShouldBe("Dewi Anggraini dewi@example.org");
        (await own.OpenAsync(own.Address)).Text("main").ShouldContain("Anda sudah datang");
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where data::text ~ 'Dewi|dewi@'")).ShouldBe(0);
    }

    [Fact]
    public async Task Checking_in_twice_is_one_visit_and_the_link_is_as_good_as_the_code()
    {
        var own = await MadeAsync("2026-03-02T10:30", "Budi", "budi@example.org");
        var (code, kiosk) = (CodeOn(own), await site.KioskAsync("1872"));
        await kiosk.OpenAsync(own.Address); // the QR code, opened at the kiosk
        kiosk.Address.ShouldStartWith("/kios/janji?kode=");
        var visit = (await kiosk.PressAsync("Saya sudah datang")).Visit();
        var arrived = await site.EventsAsync("arrived");
        foreach (var typed in (string[])[code, $"http://pst.example{own.Address}"])
        {
            await kiosk.OpenAsync("/kios/janji");
            (await kiosk.PressAsync("Saya sudah datang", ("kode", typed))).Visit().ShouldBe(visit);
        }
        (await site.EventsAsync("arrived")).ShouldBe(arrived);

        await kiosk.PressAsync("Selesai, ambil nomor", [.. Answers, ("visitor.email", "budi-lain@example.org")]);
        (await site.ScalarAsync<long>($"""
            select count(*) from vault.signing s cross join lateral vault.visits_of('1872', array[s.visitor]) of where s.visit = '{visit}'
            """)).ShouldBe(2, "who is forgotten is forgotten with the appointment, whatever address it had");
    }

    [Fact]
    public async Task Nobody_gets_in_by_guessing_on_another_day_or_in_another_office()
    {
        var own = await MadeAsync("2026-03-03T10:00", "Budi", "budi2@example.org");
        await site.OpenAsync("5272");
        var (metro, bima, arrived) = (await site.KioskAsync("1872"), await site.KioskAsync("5272"), await site.EventsAsync("arrived"));
        foreach (var (kiosk, typed, said) in new[]
        {
            (metro, "AAAAA-AAAAA", "tidak kami kenal"), (metro, "", "tidak kami kenal"), (bima, CodeOn(own), "tidak kami kenal"),
            (bima, own.Address, "tidak kami kenal"), (metro, CodeOn(own), "bukan untuk hari ini"),
        })
        {
            await kiosk.OpenAsync("/kios/janji");
            (await kiosk.PressAsync("Saya sudah datang", ("kode", typed))).Text("[role=alert]").ShouldContain(said);
        }
        (await site.EventsAsync("arrived")).ShouldBe(arrived);
        (await own.OpenAsync(own.Address[..^3] + "xxx")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task It_moves_and_is_cancelled_which_each_calendar_hears()
    {
        var own = await MadeAsync("2026-03-04T08:00", "Sari", "sari@example.org");
        var uid = Line(await site.MailAsync(), "UID:");
        await own.OpenAsync($"{own.Address}?hari=2026-03-05");
        await own.PressAsync("Pindahkan janji temu", ("slot", "2026-03-05T13:30"));
        own.Text("main").ShouldContain("Kamis, 5 Maret 2026 13.30–14.00 WIB");
        var moved = await site.MailAsync();
        (Line(moved, "UID:"), Line(moved, "SEQUENCE:"), Line(moved, "DTSTART:")).ShouldBe((uid, "SEQUENCE:1", "DTSTART:20260305T063000Z"));

        await own.PressAsync("Ya, batalkan janji temu");
        own.Text("main").ShouldContain("Anda sudah membatalkan janji temu ini");
        own.Page.QuerySelectorAll("form button").ShouldNotContain(it => it.TextContent.Contains("batalkan"));
        var cancelled = await site.MailAsync();
        (Line(cancelled, "UID:"), Line(cancelled, "SEQUENCE:"), Line(cancelled, "METHOD:")).ShouldBe((uid, "SEQUENCE:2", "METHOD:CANCEL"));
    }

    [Fact]
    public async Task The_office_sees_first_names_which_is_recorded_and_cancels_with_a_reason_that_is_mailed()
    {
        var own = await MadeAsync("2026-03-02T14:00", "Wulan Sekarningrum", "wulan@example.org");
        var seen = await site.EventsAsync("details_seen");
        var sari = await site.SignedInAsync("sari-janji", Role.Staff, "1872");
        (await sari.OpenAsync("/meja")).Text("#antrean").ShouldContain("14.00");
        await sari.OpenAsync("/janji-temu");
        sari.Text("main").ShouldContain($"14.00 {CodeOn(own)} Wulan");
        sari.Page.ToHtml().ShouldNotContain("Sekarningrum");
        (await site.EventsAsync("details_seen")).ShouldBeGreaterThan(seen);

        var form = sari.Page.QuerySelectorAll("li").Single(it => it.TextContent.Contains(CodeOn(own))).QuerySelector("button")!;
        await sari.SubmitAsync((AngleSharp.Html.Dom.IHtmlButtonElement)form, ("reason", "Listrik padam."));
        sari.Text("main").ShouldNotContain("Wulan");
        (await site.MailAsync()).ShouldContain("Listrik padam.");
        (await own.OpenAsync(own.Address)).Text("main").ShouldContain("Alasan kantor: Listrik padam.");
    }

    [Fact]
    public async Task Two_of_32_who_want_the_same_two_places_get_them()
    {
        await site.OpenAsync("1872");
        var (writer, slot) = (site.Services.GetRequiredService<AppointmentWriter>(), AppointmentSlot.Parse("2026-03-06T09:00", null));
        var answers = await Task.WhenAll(Enumerable.Range(0, 32).Select(_ => Task.Run(() => writer.SendAsync(
            new(new("1872"), new(Guid.CreateVersion7()), new AppointmentCommand.Make(slot), AppointmentForms.Booker(new("1872")),
                new(Guid.CreateVersion7(), []), null), default))));
        answers.Count(it => it is Done<StreamAnswer>).ShouldBe(2);
        answers.OfType<Denied<StreamAnswer>>().ShouldAllBe(it => it.Reason is AppointmentRefusal.SlotFull);
        var insert = $"""
            insert into pst.guard_appointment values ('1872', '{Guid.CreateVersion7()}', '2026-03-06', '09:00', 1, null)
            """;
        await Should.ThrowAsync<Npgsql.PostgresException>(() => site.ScalarAsync<object>(insert), "the table itself gives a place once");
        (await site.NewBrowser().OpenAsync("/janji/1872?hari=2026-03-06")).Page.QuerySelector("[value='2026-03-06T09:00']").ShouldBeNull();

        var rebuild = new GuardRebuild(
            site.Services.GetRequiredService<PstDatabase>().Worker, site.Services.GetRequiredService<EventLog>(),
            site.Services.GetRequiredService<Sequencer>());
        (await rebuild.DifferencesAsync(default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        await site.OpenAsync("1872");
        var visitor = await site.NewBrowser().OpenAsync("/janji/1872?hari=2026-03-03");
        await visitor.PressAsync("Simpan janji temu", ("slot", "2026-03-03T12:00"), ("name", "Dewi"), ("email", "dewi@example.org"));
        visitor.Text("[role=alert]").ShouldContain("Kantor tidak melayani pada waktu itu.");
        visitor.Page.QuerySelector("#name")!.GetAttribute("value").ShouldBe("Dewi");
        await visitor.PressAsync("Simpan janji temu", ("slot", "2026-03-03T09:10"), ("email", "bukan email"));
        visitor.Text("[role=alert]").ShouldContain("Email");
    }

    [Fact]
    public async Task An_office_that_takes_none_offers_none()
    {
        await site.OpenAsync("5272", it => it with { Local = it.Local with { AppointmentPlaces = 0 } });
        (await site.NewBrowser().OpenAsync("/standar/5272")).Page.QuerySelector("a[href='/janji/5272']").ShouldBeNull();
        (await site.NewBrowser().OpenAsync("/janji/5272")).Text("main").ShouldContain("tidak menerima janji temu");
        (await (await site.KioskAsync("5272")).OpenAsync("/kios")).Page.QuerySelector("a[href='/kios/janji']").ShouldBeNull();
        await site.OpenAsync("5272");
        (await site.NewBrowser().OpenAsync("/standar/5272")).Page.QuerySelector("a[href='/janji/5272']").ShouldNotBeNull();
    }

    // The visitor's page, open.
    async Task<Browser> MadeAsync(string slot, string name, string email)
    {
        await site.OpenAsync("1872");
        var visitor = await site.NewBrowser().OpenAsync($"/janji/1872?hari={slot[..10]}");
        await visitor.PressAsync("Simpan janji temu", ("slot", slot), ("name", name), ("email", email));
        visitor.Address.ShouldStartWith("/j/", customMessage: visitor.Text("main"));
        return visitor;
    }

    static string CodeOn(Browser own) => own.Text(".enrolment-code");

    static string Line(string mail, string begins) =>
        mail.ReplaceLineEndings("\n").Split('\n').Single(it => it.StartsWith(begins, StringComparison.Ordinal));
}
