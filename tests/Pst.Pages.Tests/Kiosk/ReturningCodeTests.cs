using System.Text.RegularExpressions;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Kiosk;

/// <summary>The code that a returning visitor gets by email.</summary>
public sealed partial class ReturningCodeTests(Site site) : IClassFixture<Site>, IDisposable
{
    static readonly (string, string)[] Codes = [.. KioskSteps.Siti.Where(it => !it.Item1.StartsWith("visitor.", StringComparison.Ordinal))];

    readonly DateTimeOffset morning = site.Clock.Now;

    [Fact]
    public async Task The_code_brings_the_last_visits_details_and_shows_none()
    {
        await CameAsync("tiara@example.org", "Tiara Kasih");
        var kiosk = await AskedAsync("Tiara@example.org");
        await kiosk.PressAsync("Pakai kode", ("_code", await CodeAsync()));
        kiosk.Text("section .fs-3").ShouldStartWith("Kami memakai data dari tiket Anda.");
        kiosk.Page.DocumentElement.OuterHtml.ShouldNotContain("Tiara");
        await kiosk.PressAsync("Selesai, ambil nomor", Codes);
        kiosk.Heading.ShouldBe("Nomor Anda");

        var desk = await (await site.SignedInAsync("tuti", Role.Staff, "1872")).OpenAsync($"/meja/{kiosk.Visit()}/data");
        (await desk.PressAsync("Buka data")).Text("main").ShouldContain("Tiara Kasih");
    }

    [Fact]
    public async Task It_works_on_the_phone_at_the_door()
    {
        await CameAsync("pintu@example.org", "Putu");
        var phone = await site.NewBrowser().OpenAsync(site.DoorOf("1872"));
        await phone.TapLibraryAsync();
        await phone.SubmitAsync(phone.ButtonIn("details", "Kirim kode"), ("_contact", "pintu@example.org"));
        await phone.PressAsync("Pakai kode", ("_code", await CodeAsync()));
        await phone.PressAsync("Selesai, ambil nomor", Codes);
        phone.Address.ShouldStartWith("/t/");
    }

    [Fact]
    public async Task Nobody_can_learn_who_came_before_and_only_who_did_gets_a_mail()
    {
        await CameAsync("anita@example.org", "Anita");
        var known = (await AskedAsync("anita@example.org")).Text("main");
        (await site.MailsAsync("anita@example.org")).ShouldBe(1);
        var unknown = await AskedAsync("abadi@example.org");
        (await site.MailsAsync("abadi@example.org")).ShouldBe(0);
        unknown.Text("main").ShouldBe(known);
        known.ShouldContain("Bila kami mengenal a***@e***.org,");
        unknown.Address.ShouldNotContain("abadi");
    }

    [Fact]
    public async Task While_one_is_good_no_other_is_sent_and_it_works_once()
    {
        await CameAsync("sekali@example.org", "Seno");
        await AskedAsync("sekali@example.org");
        var kiosk = await AskedAsync("sekali@example.org");
        (await site.MailsAsync("sekali@example.org")).ShouldBe(1);
        var code = await CodeAsync();
        (await kiosk.PressAsync("Pakai kode", ("_code", code))).Text("section .fs-3").ShouldStartWith("Kami memakai data");
        var again = await AskedAsync("sekali@example.org");
        (await again.PressAsync("Pakai kode", ("_code", code))).Text("[role=alert]").ShouldStartWith("Kode ini tidak cocok");
    }

    [Theory, InlineData(0, 4, true), InlineData(0, 5, false), InlineData(9, 0, true), InlineData(10, 0, false)]
    public async Task It_holds_ten_minutes_and_five_tries(int minutes, int wrong, bool holds)
    {
        var email = $"coba{minutes}{wrong}@example.org";
        await CameAsync(email, "Coba");
        var kiosk = await AskedAsync(email);
        var code = await CodeAsync();
        for (var tried = 0; tried < wrong; tried++)
            (await kiosk.PressAsync("Pakai kode", ("_code", $"{tried}"))).Text("[role=alert]").ShouldStartWith("Kode ini tidak cocok");

        site.Clock.Now = morning.AddMinutes(minutes);
        await kiosk.PressAsync("Pakai kode", ("_code", code));
        (kiosk.Page.QuerySelector("[role=alert]") is null).ShouldBe(holds);
    }

    public void Dispose() => site.Clock.Now = morning;

    async Task CameAsync(string email, string name)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", email), ("visitor.name", name));
        var desk = await site.SignedInAsync($"meja-{email.Split('@')[0]}", Role.Staff, "1872");
        await (await desk.OpenAsync($"/meja/{kiosk.Visit()}")).ActAsync("depart", "Pulang tanpa dilayani G");
    }

    async Task<Browser> AskedAsync(string email)
    {
        var kiosk = await (await site.KioskAsync("1872")).ArrivedAsync();
        return await kiosk.SubmitAsync(kiosk.ButtonIn("details", "Kirim kode"), ("_contact", email));
    }

    async Task<string> CodeAsync() => SixDigits().Match(await site.MailAsync()).Groups[1].Value;

    [GeneratedRegex("Kode Anda: ([0-9]{6})")]
    private static partial Regex SixDigits();
}
