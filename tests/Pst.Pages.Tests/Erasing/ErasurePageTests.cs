using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Erasing;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Erasing;

/// <summary>A supervisor has somebody forgotten, holds what must stay, and sees what the schedule destroys.</summary>
public sealed class ErasurePageTests(Site site) : IClassFixture<Site>
{
    static readonly OfficeCode Bima = new("5272");

    [Fact]
    public async Task A_supervisor_has_a_person_forgotten_but_not_while_inside_or_held()
    {
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "lupakan@example.org"))).Visit();
        var lina = await site.SignedInAsync("lina.hapus", Role.Supervisor, "1872");
        await lina.OpenAsync($"/meja/{visit}/data");
        await lina.PressLinkAsync("Hapus atau tahan data pribadi");
        lina.Text(".alert-warning").ShouldContain("Kunjungan orang ini masih berlangsung");
        var person = lina.Address;

        await lina.OpenAsync($"/meja/{visit}");
        await lina.ActAsync("depart", "Pulang tanpa dilayani G");
        await lina.OpenAsync(person);
        await lina.PressAsync("Tahan data ini", ("reason", "perkara perdata"));
        await lina.OpenAsync(person);
        await lina.PressAsync("Hapus data pribadi", ("reason", "diminta sendiri"), ("_sure", "true"));
        lina.Text(".alert-danger").ShouldContain("ditahan untuk keperluan hukum");
        await lina.OpenAsync("/pemusnahan");
        lina.Text("main").ShouldContain("Rekaman pengunjung");

        await lina.OpenAsync(person);
        await lina.PressAsync("Cabut penahanan", ("reason", "perkara selesai"));
        await lina.OpenAsync(person);
        await lina.PressAsync("Hapus data pribadi", ("reason", "diminta sendiri"), ("_sure", "true"));
        await lina.OpenAsync(person);

        lina.Text("[role=status]").ShouldBe("Data pribadi orang ini sudah tidak ada");
        (await site.ScalarAsync<long>("select count(*) from vault.visitor where email = 'lupakan@example.org'")).ShouldBe(0);
        (await site.EventsAsync("data_erased")).ShouldBe(1);
        await lina.OpenAsync($"/riwayat/1872/{visit}");
        ((int)lina.Status).ShouldBe(200);
    }

    [Fact]
    public async Task What_the_schedule_will_destroy_shows_before_and_its_berita_acara_after()
    {
        await site.OpenAsync("5272", it => it with { Local = it.Local with { RetentionDays = 20 } });
        var clerk = await site.SignedInAsync("ratna.hapus", Role.Supervisor, "5272");
        await VoidedAsync("2026-02-17");
        await VoidedAsync("2026-02-09");
        await clerk.OpenAsync("/pemusnahan");
        clerk.Text("main .day-list").ShouldBe("Selasa, 3 Maret 2026: 1 kunjungan Selasa, 10 Maret 2026: 1 kunjungan");

        await clerk.PressAsync("Tahan masa ini", ("from", "2026-02-16"), ("to", "2026-02-18"), ("reason", "pemeriksaan"));
        await clerk.OpenAsync("/pemusnahan");
        clerk.Text("main").ShouldContain("1 kunjungan tidak dimusnahkan karena ditahan");
        clerk.Text("main").ShouldContain("Kunjungan 16–18 Februari 2026");

        (await site.Services.GetRequiredService<Destruction>().RunAsync(Bima, CancellationToken.None))!.Visits.ShouldBe(1);
        await clerk.OpenAsync("/pemusnahan");
        clerk.Text("table tbody").ShouldContain("BA-001");
        await clerk.OpenAsync("/pemusnahan/5272/1");
        clerk.Text(".paper").ShouldContain("Nomor BA-001/PST/5272/2026");
        clerk.Text(".paper").ShouldContain("9 Februari 2026");

        var pdf = await clerk.SendAsync(new(HttpMethod.Get, "/pemusnahan/5272/1/berita-acara.pdf"));
        var text = await (await PdfFile.OfAsync(await pdf.Answer.Content.ReadAsByteArrayAsync())).TextAsync();
        text.ShouldContain("Berita Acara Pemusnahan Data Pribadi");

        await clerk.OpenAsync("/pemusnahan");
        await clerk.SubmitAsync(clerk.ButtonIn("form:has([name=hold])", "Cabut penahanan"), ("reason", "selesai"));
        await clerk.OpenAsync("/pemusnahan");
        clerk.Text("main").ShouldNotContain("tidak dimusnahkan karena ditahan");
    }

    /// <summary>Somebody who never signed, of whom a reason is kept.</summary>
    async Task VoidedAsync(string day)
    {
        var visit = new VisitId(Guid.CreateVersion7());
        await DoAsync(visit, "arrive", $$"""{"channel":"offline","occurredAt":"{{day}}T09:00:00+08:00"}""");
        await DoAsync(visit, "void", """{"reason":"salah ketuk"}""");
    }

    async Task DoAsync(VisitId visit, string command, string body)
    {
        var asked = (Valid<AskedCommand>)CommandBodies.Read(
            command, Fields.Of(System.Text.Json.JsonElement.Parse(body)), Role.Supervisor);
        var id = site.Services.GetRequiredService<EdgeKeys>().CommandId($"{visit}{command}", "test", []);
        var caller = new Caller("test:supervisor", Role.Supervisor, null);
        (await site.Services.GetRequiredService<VisitWriter>().SendAsync(
            new(Bima, visit, asked.Value, caller, id), CancellationToken.None)).ShouldBeOfType<Done<VisitAnswer>>();
    }
}
