using AngleSharp.Html.Dom;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Pst.Domain;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Monthly;
using Pst.Web.Pages.Offices;
using Pst.Web.Writing;
using Plain = Pst.Pages.Tests.Support.Browser; // without script: the quick way to get somewhere

namespace Pst.Browser.Tests;

/// <summary>One page in one of its states.</summary>
/// <param name="Who">Whose browser opens it, of those in <see cref="OneDay"/>.</param>
/// <param name="Act">What brings it into that state; it must change nothing that another stop shows.</param>
public sealed record Stop(string Who, string Address, Func<IPage, Task>? Act = null);

/// <summary>An office with somebody in every state of a visit, another that is closed today, and all pages that this gives.</summary>
internal static partial class OneDay
{
    /// <summary>Who has not signed in.</summary>
    public const string Nobody = "";

    const string Clerk = "klerk", Closed = "metro", Auditor = "auditor", Admin = "admin";

    static readonly Pst.Domain.Pledge Pledge =
        new("Kami sanggup melayani sesuai standar pelayanan.", "Ratna Dewi", "Kepala BPS Kota Bima", new(2026, 1, 5));

    public static async Task<IReadOnlyList<Stop>> StopsAsync(Site site)
    {
        var setUp = await site.SetUpLinkAsync(); // before there is an administrator
        await site.OpenAsync(
            "5272", it => it with { Local = it.Local with { Pledge = Pledge, Compensation = "salinan gratis", RetentionDays = 18 } });
        await site.OpenAsync("1872", it => it with { Local = it.Local with { DayOverrides = [new(new(2026, 3, 2), [])] } });
        var clerk = await site.SignedInAsync(Clerk, Role.Supervisor, "5272");
        await site.MakePersonAsync(Closed, Role.Staff, "1872");
        await site.MakePersonAsync(Auditor, Role.Auditor, null);
        var admin = await site.SignedInAsync(Admin, Role.Admin, null);
        return
        [
            .. await OfStrangersAsync(admin, setUp), .. await OfSecondStepsAsync(site), .. await OfTheOfficeAsync(site, clerk),
            .. OfOthers(admin.Address), .. await OfFollowUpAsync(clerk), .. await OfOwnDataAsync(site),
            .. await OfComplaintsAsync(site, clerk), .. await OfVisitorsAsync(site), .. await OfSoftcopiesAsync(site),
            .. await OfWebhooksAsync(site), .. await OfAppointmentsAsync(site),
        ];
    }

    static async Task<IEnumerable<Stop>> OfStrangersAsync(Plain admin, string setUp)
    {
        await admin.OpenAsync("/orang/baru");
        await admin.PressAsync("Buat akun dan tautan", ("Name", "Budi"), ("UserName", "budi"), ("Role", "staff"), ("Office", "5272"));
        var invitation = new Uri(admin.Text(".one-time")).AbsolutePath;
        return
        [
            new(Nobody, "/"), new(Nobody, "/masuk"), new(Nobody, "/standar/5272"), new(Nobody, "/standar/1872"),
            new(Nobody, "/tamu/lewat"), new(Nobody, "/perangkat/daftar"), new(Nobody, invitation), new(Nobody, setUp),
            new(Nobody, "/tidak-ada"), new(Nobody, "/sertifikat"), .. await OfTheLibraryAsync(admin),
        ];
    }

    static async Task<IEnumerable<Stop>> OfTheOfficeAsync(Site site, Plain clerk)
    {
        var kiosk = await site.KioskAsync("5272");
        var (told, served) = (await GoneAsync(kiosk, clerk), await ServedAsync(kiosk, clerk));
        var waiting = (await kiosk.SignedAsync(("visitor.email", "wayan@example.org"))).Visit();
        var arrived = (await kiosk.ArrivedAsync()).Visit();
        var scanned = (await site.NewBrowser().OpenAsync(site.DoorOf("5272"))).Address;
        var signing = (await (await site.NewBrowser().OpenAsync(site.DoorOf("5272"))).TapLibraryAsync()).Address;
        await clerk.OpenAsync("/penitipan/tutup-hari?tanggal=2026-03-01");
        await clerk.PressAsync("Tutup hari ini", ("cards", "1"), ("bags", "0"), ("note", "SIM di laci, pemiliknya tidak dikenal"));
        return
        [
            .. new[] { arrived, waiting, served, told, $"{Guid.CreateVersion7()}" }.Select(it => new Stop(Nobody, site.LinkOf("5272", it))),
            new(Nobody, scanned), new(Nobody, signing), new(Nobody, $"{signing}?muda=true"),
            new(Nobody, $"{site.LinkOf("5272", served)}/nilai"), new(Nobody, $"{site.LinkOf("5272", served)}/nilai?rinci=true"),
            new(Clerk, "/"), new(Clerk, "/meja"), new(Clerk, $"/meja/{arrived}"), new(Clerk, $"/meja/{waiting}"),
            new(Clerk, $"/meja/{served}"), new(Clerk, $"/meja/{served}", Refused),
            new(Clerk, $"/meja/{waiting}", it => it.Keyboard.PressAsync("?")),
            new(Clerk, $"/meja/{waiting}/data"), new(Clerk, $"/meja/{told}/data", it => it.Locator("main form button").ClickAsync()),
            new(Clerk, $"/meja/{waiting}/rekaman"), new(Clerk, "/piket"), new(Clerk, "/piket/ringkasan"), new(Clerk, "/penitipan"),
            new(Clerk, "/penitipan/tutup-hari"), new(Clerk, "/penitipan/di-dalam"),
            new(Clerk, "/penitipan/di-dalam", it => it.Locator("main form button").ClickAsync()),
            new(Clerk, "/pembacaan"), new(Clerk, "/insiden"), new(Clerk, "/insiden", ListOpened), new(Clerk, "/insiden", NoticeDrafted),
            new(Clerk, "/penitipan/berita-acara/2026-03-01"), new(Clerk, "/penitipan/berita-acara/2026-03-02"),
            new(Clerk, "/riwayat"), new(Clerk, $"/riwayat/5272/{told}"), new(Clerk, $"/riwayat/5272/{told}?versi=2"),
            new(Clerk, $"/riwayat/5272/{served}"), new(Clerk, $"/riwayat/5272/{arrived}"), new(Clerk, $"/riwayat/5272/{told}/data"),
            new(Clerk, $"/riwayat/5272/{told}/data", OpenedAsync), new(Auditor, $"/riwayat/5272/{told}/mentah/2"),
            new(Auditor, $"/riwayat/5272/{told}"),
            new(Clerk, "/waktu"), new(Clerk, "/waktu?tanggal=2026-02-27&menurut=tercatat"), new(Clerk, "/waktu/5272/layar"),
            new(Clerk, "/kata-sandi"),
            new(Clerk, "/akun"), new(Clerk, "/akun/langkah-kedua"),
            new(Clerk, "/ikm"), new(Clerk, "/laporan"), new(Clerk, "/laporan/5272/2026-02"), new(Nobody, await ProofAsync(site)),
            new(Clerk, "/perangkat"), new(Clerk, "/layar"), new(Clerk, "/pintu"), new(Clerk, "/penilaian"), new(Clerk, "/kios"),
            new(Clerk, "/ringkasan", Drawn), new(Clerk, "/ringkasan?periode=bulan&tanggal=2026-01-15"),
            new(Clerk, "/ringkasan/5272/kunjungan?angka=visits"), new(Clerk, "/definisi"),
            new(Clerk, "/kios/luring"), new(Clerk, "/meja/kiriman"),
            new(Clerk, $"/kios/{arrived}/buku-tamu"), new(Clerk, $"/kios/{arrived}/buku-tamu?muda=true"),
            new(Clerk, $"/kios/{arrived}/buku-tamu", CodeAsked),
            new(Clerk, $"/kios/{waiting}/tiket"),
            new(Clerk, "/kios/nilai"), new(Clerk, $"/kios/{served}/nilai"), new(Clerk, $"/kios/{served}/nilai?rinci=true"),
            .. await OfErasingAsync(site, clerk, told),
        ];
    }

    /// <summary>Where the code on the report of February leads.</summary>
    static async Task<string> ProofAsync(Site site)
    {
        var (office, services) = (new OfficeCode("5272"), site.Services);
        var state = await services.GetRequiredService<OfficeMemory>().FindAsync(office, CancellationToken.None);
        while (await services.GetRequiredService<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        var reports = services.GetRequiredService<MonthReports>();
        var report = await reports.AtAsync(
            office, state!, ReportPeriod.Of(PeriodKind.Month, new(2026, 2, 1)),
            await reports.HeadAsync(CancellationToken.None), CancellationToken.None);
        return services.GetRequiredService<ProofLinks>().PathOf(report!);
    }

    static IEnumerable<Stop> OfOthers(string person) =>
    [
        new(Auditor, "/ikm/5272"), new(Auditor, "/laporan/5272"), new(Auditor, "/laporan/5272/2026-03"),
        new(Closed, "/kios"), new(Closed, "/pintu"), new(Closed, "/layar"), new(Closed, "/meja"), new(Closed, "/penitipan"),
        new(Closed, "/piket"), new(Closed, "/riwayat"),
        new(Auditor, "/waktu"), new(Auditor, "/waktu/5272"), new(Auditor, "/riwayat"),
        new(Auditor, "/penitipan/5272"), new(Auditor, "/ringkasan"),
        new(Auditor, "/nasional", Drawn), new(Auditor, "/nasional?periode=tahun&tanggal=2020-01-01"),
        new(Auditor, "/pembacaan"), new(Auditor, "/pembacaan/5272"), new(Admin, "/insiden"),
        new(Admin, "/operasi"), new(Admin, "/perangkat"), new(Admin, "/orang"), new(Admin, "/orang/baru"),
        new(Admin, "/orang/wewenang"), new(Admin, person),
        new(Admin, "/kantor"), new(Admin, "/kantor/5272"), new(Admin, "/kantor/5272/standar"), new(Admin, "/kantor/5272/standar", Tried),
        new(Admin, "/kantor/5272/standar/2023-01-01"), new(Admin, "/kantor/berkas"),
        .. OfficeParts.All.Select(it => new Stop(Admin, $"/kantor/5272/{it.Name}")),
    ];

    /// <summary>With a card and a bag in custody.</summary>
    static async Task<string> ServedAsync(Plain kiosk, Plain clerk)
    {
        var visit = (await kiosk.SignedAsync(("visitor.email", "made@example.org"))).Visit();
        await clerk.OpenAsync($"/meja/{visit}");
        await clerk.SubmitAsync(clerk.Page.QuerySelectorAll("#call button").OfType<IHtmlButtonElement>().Single());
        await clerk.ActAsync("hold_id", "KTP", ("number", "5272015203990012"));
        await clerk.SubmitAsync(clerk.Page.QuerySelectorAll("#assign_locker button").OfType<IHtmlButtonElement>().First());
        await clerk.SubmitAsync(clerk.Page.QuerySelectorAll("#serve button").OfType<IHtmlButtonElement>().Single());
        return visit;
    }

    /// <summary>Left unserved, and corrected afterwards.</summary>
    static async Task<string> GoneAsync(Plain kiosk, Plain clerk)
    {
        var visit = (await kiosk.SignedAsync(("visitor.email", "siti@example.org"))).Visit();
        await clerk.OpenAsync($"/meja/{visit}");
        await clerk.SubmitAsync(clerk.Page.QuerySelectorAll("#depart button").OfType<IHtmlButtonElement>().Single());
        await clerk.OpenAsync($"/riwayat/5272/{visit}");
        await clerk.SubmitAsync(
            clerk.ButtonIn("li:nth-child(2) form", "Simpan koreksi"), ("_change", "purpose=4"), ("reason", "salah ketuk"));
        return visit;
    }

    static async Task OpenedAsync(IPage data)
    {
        await data.Locator("[name=seenFor]").SelectOptionAsync("correction");
        await data.Locator("[name=reason]").FillAsync("salah ketik nama");
        await data.Locator("main form button").ClickAsync();
        await data.Locator("main dl").WaitForAsync();
    }

    static Task Drawn(IPage figures) => figures.Locator("figure svg").First.WaitForAsync();

    static async Task Tried(IPage standard)
    {
        await standard.Locator("[name='standard.effectiveFrom']").FillAsync("2026-04-01");
        await standard.Locator("main form button").Last.ClickAsync();
        await standard.Locator("#changes").WaitForAsync();
    }

    static async Task CodeAsked(IPage guestbook)
    {
        await guestbook.Locator("details summary").First.ClickAsync();
        await guestbook.Locator("#email").FillAsync("tak.dikenal@example.org");
        await guestbook.Locator("#email ~ button").ClickAsync();
        await guestbook.Locator("#code").WaitForAsync();
    }

    static async Task Refused(IPage desk)
    {
        await desk.Locator("#depart button").ClickAsync();
        await desk.Locator("#depart [role=alert]").WaitForAsync();
    }
}
