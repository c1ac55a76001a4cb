using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Pages.Tests.Reads;

/// <summary>Who saw whose data: the auditor's page, what is unusual, and what is done when it should not have been seen.</summary>
public sealed class ReadsPageTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task An_auditor_sees_who_opened_what_and_why_by_ticket_and_by_no_visitors_name()
    {
        var (desk, visit, ticket) = await WithVisitorAsync("1872", "Bintang");
        await (await desk.OpenAsync($"/meja/{visit}/data")).PressAsync("Buka data");
        await CaughtUpAsync();

        var auditor = await site.SignedInAsync("audit1", Role.Auditor, "1872");
        await auditor.OpenAsync($"/pembacaan?kunjungan={visit}");
        var line = auditor.Text("tbody tr");
        foreach (var word in (string[])["petugas-Bintang", "Petugas", "nama, email, nomor HP", "melayani", ticket])
            line.ShouldContain(word);
        auditor.Page.Body!.TextContent.ShouldNotContain("Bintang Kejora");
        await auditor.OpenAsync($"/pembacaan?kunjungan={Guid.CreateVersion7()}");
        auditor.Page.QuerySelector("tbody").ShouldBeNull();

        await auditor.OpenAsync("/pembacaan?handler=File");
        var file = await auditor.Answer.Content.ReadAsStringAsync();
        file.Split("\r\n")[0].ShouldEndWith("Nomor,Kunjungan,Posisi log");
        file.ShouldContain(visit);
        file.ShouldNotContain("Kejora");
    }

    [Fact]
    public async Task All_offices_show_to_who_belongs_to_none_and_another_office_to_nobody_else()
    {
        var (desk, visit, ticket) = await WithVisitorAsync("5272", "Gede");
        await (await desk.OpenAsync($"/meja/{visit}/data")).PressAsync("Buka data");
        await CaughtUpAsync();
        var nation = await site.SignedInAsync("audit2", Role.Auditor, null);
        (await nation.OpenAsync("/pembacaan")).Text("tbody").ShouldContain(ticket);
        var metro = await site.SignedInAsync("audit3", Role.Auditor, "1872");
        (await metro.OpenAsync("/pembacaan/5272")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await metro.OpenAsync("/pembacaan")).Page.Body!.TextContent.ShouldNotContain("petugas-Gede");
    }

    [Fact]
    public async Task Whose_words_somebody_read_shows_to_auditors_alone()
    {
        var (_, visit, _) = await WithVisitorAsync("1872", "Kirana");
        await LookAsync(await VisitorOfAsync(visit), Seen.Text, SeenFor.FollowUp, "supervisi");
        await CaughtUpAsync();
        var supervisor = await site.SignedInAsync("spv1", Role.Supervisor, "1872");
        (await supervisor.OpenAsync($"/pembacaan?kunjungan={visit}")).Page.QuerySelector("tbody").ShouldBeNull();
        var auditor = await site.SignedInAsync("audit4", Role.Auditor, "1872");
        (await auditor.OpenAsync($"/pembacaan?kunjungan={visit}")).Text("tbody tr q").ShouldBe("supervisi");
    }

    [Fact]
    public async Task What_is_unusual_is_told_on_the_page_and_counted_in_the_menu()
    {
        await WithVisitorAsync("5272", "Wayan");
        await LookAsync(new(Guid.CreateVersion7()), Seen.Details, SeenFor.Serving, null, "5272");
        await CaughtUpAsync();
        var supervisor = await site.SignedInAsync("spv2", Role.Supervisor, "5272");
        await supervisor.OpenAsync("/pembacaan");
        supervisor.Text("main").ShouldContain("padahal mereka tidak berkunjung dalam 7 hari sebelumnya.");
        supervisor.Text("nav a[href='/pembacaan']").ShouldMatch("^Pembacaan data [1-9]");
        await supervisor.OpenAsync("/pembacaan?dari=2026-02-01&sampai=2026-02-02");
        supervisor.Text("main").ShouldContain("Tidak ada yang tidak biasa dalam masa ini.");
    }

    [Fact]
    public async Task After_a_breach_it_is_told_whose_data_was_opened_and_whose_was_within_reach()
    {
        var (desk, visit, ticket) = await WithVisitorAsync("1872", "Mega");
        await WithVisitorAsync("1872", "Bayu");
        await (await desk.OpenAsync($"/meja/{visit}/data")).PressAsync("Buka data");
        await CaughtUpAsync();
        var supervisor = await site.SignedInAsync("spv3", Role.Supervisor, "1872");
        await supervisor.OpenAsync("/insiden");
        var subject = supervisor.Page.QuerySelectorAll("option").Single(it => it.TextContent.StartsWith("petugas-Mega", default))
            .GetAttribute("value")!;
        supervisor.Page.QuerySelectorAll("option").ShouldNotContain(it => it.TextContent.StartsWith("spv3", default), "not one's own case");
        (string, string)[] asked =
        [
            ("Form.Subject", subject), ("Form.From", "2026-03-02T06:00"), ("Form.To", "2026-03-02T20:00"),
            ("Form.Known", "2026-03-02T21:00"),
            ("Form.Reason", "kata sandi Mega bocor"),
        ];
        await supervisor.PressAsync("Buka daftar", [.. asked[..^1], ("Form.Reason", " ")]);
        supervisor.Text("[role=alert]").ShouldStartWith("Lengkapi");
        supervisor.Page.QuerySelector("tbody").ShouldBeNull();

        var seen = await site.EventsAsync("details_seen");
        await supervisor.PressAsync("Buka daftar", asked);
        supervisor.Text("tbody").ShouldContain(ticket);
        supervisor.Text("main").ShouldMatch("1 orang datanya dibuka, ([2-9]|[1-9][0-9]) orang datanya terjangkau.");
        supervisor.Text("main").ShouldContain("Pemberitahuan paling lambat 5 Maret 2026 21.00 WIB.");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 1);

        var page = supervisor.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!;
        await supervisor.PostAsync("/insiden/1872?handler=Opened", [.. asked, ("_form", page)]);
        (await supervisor.Answer.Content.ReadAsStringAsync()).ShouldContain("Mega Kejora,mega@example.org");
        (await site.EventsAsync("details_seen")).ShouldBe(seen + 2);
        await supervisor.PostAsync("/insiden/1872?handler=Reachable", [.. asked, ("_form", page)]);
        (await supervisor.Answer.Content.ReadAsStringAsync()).ShouldContain("Bayu Kejora,bayu@example.org");
        await supervisor.PostAsync("/insiden/1872?handler=Notice", [.. asked, ("_form", page)]);
        supervisor.Text("article").ShouldContain("Pasal 46 Undang-Undang Nomor 27 Tahun 2022. Paling lambat 5 Maret 2026 21.00 WIB.");
        supervisor.Text("article").ShouldNotContain("Mega");
    }

    async Task CaughtUpAsync()
    {
        while (await site.Services.GetRequiredService<Sequencer>().RunOnceAsync(default) > 0) { }
        await site.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(default);
    }

    Task LookAsync(VisitorId visitor, Seen what, SeenFor why, string? words, string office = "1872") =>
        site.Services.GetRequiredService<ReadRecords>().RecordAsync(
            new(office), [visitor], new(what, why, words), new("user:x", Role.Supervisor, new(office)), default);

    async Task<VisitorId> VisitorOfAsync(string visit) =>
        new(await site.ScalarAsync<Guid>($"select visitor from vault.signing where visit = '{visit}'"));

    async Task<(Browser Desk, string Visit, string Ticket)> WithVisitorAsync(string office, string name)
    {
        await site.OpenAsync(office);
        var kiosk = await (await site.KioskAsync(office)).SignedAsync(
            ("visitor.email", $"{name.ToLowerInvariant()}@example.org"), ("visitor.name", $"{name} Kejora"));
        return (await site.SignedInAsync($"petugas-{name}", Role.Staff, office), kiosk.Visit(), kiosk.Text(".ticket-number"));
    }
}
