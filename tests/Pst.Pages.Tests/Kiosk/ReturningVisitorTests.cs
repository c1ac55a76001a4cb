using Pst.Pages.Tests.Support;

namespace Pst.Pages.Tests.Kiosk;

public sealed class ReturningVisitorTests(Site site) : IClassFixture<Site>
{
    [Theory, InlineData("siti@gmail.com", "s***@g***.com"), InlineData("+62 821 7000 1872", "+6***72")]
    public async Task The_contact_comes_back_masked(string contact, string masked)
    {
        var kiosk = await ReturnedAsync(contact);
        kiosk.Text("section .fs-3").ShouldStartWith($"Kami memakai {masked}.");
    }

    [Fact]
    public async Task Nobody_can_learn_who_came_before()
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).SignedAsync(("visitor.email", "anita@example.org"), ("visitor.name", "Anita"));
        var known = (await ReturnedAsync("anita@example.org")).Text("main");
        var unknown = (await ReturnedAsync("abadi@example.org")).Text("main");
        known.ShouldBe(unknown);
        known.ShouldNotContain("Anita");
    }

    [Theory, InlineData("andi@example.org"), InlineData("0821 7000 1800")]
    public async Task They_take_a_number_without_typing_a_name(string contact)
    {
        var kiosk = await ReturnedAsync(contact);
        string[] rest = ["visitor.name", "visitor.email"];
        (string, string)[] email = contact.Contains('@') ? [] : [("visitor.email", "andi2@example.org")];
        await kiosk.PressAsync("Selesai, ambil nomor", [.. KioskSteps.Siti.Where(it => !rest.Contains(it.Item1)), .. email]);
        kiosk.Heading.ShouldBe("Nomor Anda");
    }

    async Task<Browser> ReturnedAsync(string contact)
    {
        await site.OpenAsync("1872");
        var kiosk = await (await site.KioskAsync("1872")).ArrivedAsync();
        return await kiosk.PressAsync("Pakai data itu", ("_contact", contact));
    }
}
