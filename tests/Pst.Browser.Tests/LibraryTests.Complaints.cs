using Microsoft.Playwright;
using Pst.Web.Access;
using static Microsoft.Playwright.Assertions;

namespace Pst.Browser.Tests;

public sealed partial class LibraryTests
{
    [Fact]
    public async Task A_complaint_from_the_form_by_the_answer_to_an_end_with_which_its_complainant_is_content()
    {
        var dewi = await Chromium.OpenAsync(new(Width: 400));
        await dewi.GotoAsync("/standar/1872");
        await FollowAsync(dewi, "Sampaikan pengaduan");
        await dewi.GetByLabel("Apa yang terjadi").FillAsync("Petugas tidak ada di meja selama dua puluh menit.");
        await dewi.GetByLabel("Nama", new() { Exact = true }).FillAsync("Dewi Anggraini");
        await dewi.GetByLabel("Email").FillAsync("dewi@example.org");
        await PressAsync(dewi, "Kirim pengaduan");
        var code = await dewi.Locator(".enrolment-code").First.InnerTextAsync();
        var address = await MailedAsync("/p/"); // where to find it again

        var lina = await Chromium.SignedInAsync("lina-aduan", Role.Supervisor, "1872");
        await ChooseAsync(lina, "Mutu layanan", "Pengaduan");
        await Expect(lina.Locator("tr", new() { HasText = code })).ToContainTextAsync("5 Maret 2026"); // three working days
        await FollowAsync(lina, code);
        await Expect(lina.Locator("main")).Not.ToContainTextAsync("Dewi");
        await lina.GetByLabel("Tentang unsur").SelectOptionAsync("WAKTU");
        await PressAsync(lina, "Verifikasi pengaduan");
        await lina.Locator("#answer").FillAsync("Kami minta maaf. Meja kini dijaga bergantian.");
        await PressAsync(lina, "Kirim jawaban");
        await Expect(lina.Locator(".complaint-entries")).ToContainTextAsync("Kami minta maaf.");

        (await MailedAsync("/p/")).ShouldBe(address);
        await dewi.GotoAsync(address);
        await Expect(dewi.Locator(".complaint-entries")).ToContainTextAsync("Meja kini dijaga bergantian.");
        await lina.GetByText("Selesaikan", new() { Exact = true }).ClickAsync();
        await lina.Locator("#resolve").FillAsync("Jadwal istirahat diatur ulang.");
        await PressAsync(lina, "Nyatakan selesai");
        await Expect(lina.Locator(".complaint-entries")).ToContainTextAsync("Jadwal istirahat diatur ulang.");
        await dewi.ReloadAsync();
        await PressAsync(dewi, "Ya, sudah selesai");
        await Expect(dewi.Locator(".complaint-entries")).ToContainTextAsync("Ditutup: pengadu menyatakan selesai.");
        Chromium.Complaints.ShouldBeEmpty();
    }
}
