using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;
using Pst.Web.Online;

namespace Pst.Pages.Tests.Online;

public sealed class OnlineVisitTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public async Task In_Bima_one_signs_in_searches_rates_and_is_the_same_person_as_at_the_kiosk()
    {
        await site.OpenAsync("5272");
        await (await site.KioskAsync("5272")).SignedAsync(("visitor.email", "sama@example.org"));
        var browser = await site.VisitorAsync("sama@example.org");
        (await browser.OpenAsync("/pustaka")).Text(".library-bar").ShouldContain("Gunakan layanan daring");
        (await browser.OpenAsync("/pustaka/daring?kantor=5272")).Text("[role=alert]").ShouldContain("terhubung dengan whatsapp");
        await browser.OpenAsync("/akun/profil");
        await browser.PressAsync("Simpan", ("visitor.whatsapp", "0812 3456 7890"));

        await browser.BeginAsync("5272");
        browser.Address.ShouldBe("/pustaka");
        browser.Text(".library-bar").ShouldContain("Kunjungan daring di BPS Kota Bima");
        await browser.OpenAsync("/pustaka?q=kemiskinan");
        await browser.OpenAsync("/pustaka?q=inflasi");
        await browser.PressAsync("Akhiri kunjungan");
        browser.Address.ShouldEndWith("/nilai");
        await browser.SubmitAsync(
            browser.Page.QuerySelectorAll("button[value='4']").OfType<AngleSharp.Html.Dom.IHtmlButtonElement>().Single());
        browser.Heading.ShouldBe("Terima kasih atas penilaian Anda.");

        (await EventsAsync("sama@example.org")).ShouldBe("arrived guestbook_signed served catalogue_searched departed rated");
        (await site.ScalarAsync<long>("select count(distinct visitor) from vault.signing where email = 'sama@example.org'")).ShouldBe(1);
        (await site.ScalarAsync<long>("select count(*) from pst.mt_events where type = 'catalogue_searched' and data::text <> '{}'"))
            .ShouldBe(0, "what was looked for is nobody's to keep");
    }

    [Fact]
    public async Task In_Bima_one_reads_a_publication_and_takes_it_by_oneself()
    {
        const string book = "1872-e30ae33160c5dc5cdcf1b75d";
        await site.OpenAsync("5272");
        await (await site.SignedInAsync("admin-unduh", Role.Admin, null)).ImportAsync();
        await site.KeepPdfAsync(book);
        var browser = await (await site.VisitorAsync("unduh@example.org", whatsapp: "081234567890")).BeginAsync("5272");
        await browser.OpenAsync($"/pustaka/{book}");
        await browser.PressAsync("Baca sekarang");
        (browser.Address, browser.Answer.Content.Headers.ContentType!.MediaType).ShouldBe(($"/pustaka/{book}/berkas", "application/pdf"));
        await browser.OpenAsync($"/pustaka/{book}");
        await browser.PressAsync("Unduh softcopy");
        browser.Answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"{book}.pdf");

        (await EventsAsync("unduh@example.org")).ShouldBe("arrived guestbook_signed served publication_read softcopy_downloaded");
        var nobody = await site.NewBrowser().OpenAsync($"/pustaka/{book}/berkas");
        nobody.Address.ShouldBe($"/pustaka/{book}", "it is read in a visit only");
    }

    [Fact]
    public async Task What_rests_for_half_an_hour_is_over_and_so_is_what_one_signs_out_of()
    {
        await site.OpenAsync("1872");
        var browser = await (await site.VisitorAsync("rehat@example.org")).BeginAsync("1872");
        var before = site.Clock.Now;
        site.Clock.Now += TimeSpan.FromMinutes(29);
        await RestAsync();
        (await browser.OpenAsync("/pustaka?q=padi")).Text(".library-bar").ShouldContain("Akhiri kunjungan");
        site.Clock.Now += TimeSpan.FromMinutes(31);
        await RestAsync();
        (await browser.OpenAsync("/pustaka")).Text(".library-bar").ShouldContain("Gunakan layanan daring");
        (await EventsAsync("rehat@example.org")).ShouldBe("arrived guestbook_signed served catalogue_searched departed");

        await browser.BeginAsync("1872");
        await browser.PressAsync("Keluar");
        browser.Address.ShouldEndWith("/nilai");
        (await site.ScalarAsync<long>("select count(*) from pst.guard_visit where channel = 2")).ShouldBe(0);
        site.Clock.Now = before;
    }

    [Fact]
    public async Task In_person_the_ticket_joins_the_visit_and_Metro_asks_for_an_account()
    {
        await site.OpenAsync("1872");
        var visit = (await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "pc@example.org"))).Visit();
        var desk = await site.SignedInAsync("meja-pc", Role.Staff, "1872");
        await desk.ActAsync(visit, ["serve"]);

        var computer = await site.NewBrowser().OpenAsync(site.LinkOf("1872", visit));
        await computer.PressAsync("Buka pustaka");
        computer.Text(".library-bar").ShouldContain("Masuk ke akun Anda");
        await computer.OpenAsync("/pustaka?q=padi");
        (await StoryAsync(visit)).ShouldBe("arrived guestbook_signed served");

        var mine = await site.VisitorAsync("pc@example.org");
        await mine.OpenAsync("/pustaka/tiket");
        await mine.PressAsync("Pakai tiket ini", ("ticket", site.LinkOf("1872", visit)));
        await mine.OpenAsync("/pustaka?q=padi");
        (await StoryAsync(visit)).ShouldBe("arrived guestbook_signed served catalogue_searched");
        await mine.OpenAsync("/pustaka/tiket");
        (await mine.PressAsync("Pakai tiket ini", ("ticket", "bukan tiket"))).Text("[role=alert]").ShouldContain("bukan tiket");
    }

    [Fact]
    public async Task One_sees_ones_own_data_without_a_mail_and_forgets_oneself()
    {
        await site.OpenAsync("1872");
        var browser = await (await site.VisitorAsync("lupa@example.org")).BeginAsync("1872");
        await browser.OpenAsync("/data-saya");
        await browser.PressAsync("Buka data saya");
        browser.Text("dl").ShouldContain("lupa@example.org");

        await browser.OpenAsync("/akun/hapus");
        await browser.PressAsync("Hapus semuanya", ("sure", "true"));
        browser.Heading.ShouldBe("Data Anda sudah dihapus");
        (await site.ScalarAsync<long>(
            "select count(*) from vault.signing where email = 'lupa@example.org'")).ShouldBe(0);
        (await site.SignInAsync("lupa@example.org")).Text("[role=alert]").ShouldContain("tidak cocok");
    }

    Task RestAsync() =>
        site.Services.GetServices<IHostedService>().OfType<OnlineRest>().Single().RunOnceAsync(CancellationToken.None);

    // Of the online visit that was signed with this address.
    async Task<string> EventsAsync(string email) => await StoryAsync(
        $"{await site.ScalarAsync<Guid>($"""
            select visit from vault.signing join pst.mt_events on stream_id = visit and type = 'arrived' and data ->> 'Channel' = '2'
            where email = '{email}'
            """)}");

    Task<string> StoryAsync(string visit) =>
        site.ScalarAsync<string>($"select string_agg(type, ' ' order by version) from pst.mt_events where stream_id = '{visit}'");
}
