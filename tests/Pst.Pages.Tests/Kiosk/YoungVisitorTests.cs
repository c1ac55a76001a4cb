using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Kiosk;

public sealed class YoungVisitorTests(Site site) : IClassFixture<Site>
{
    static readonly (string, string)[] Child =
    [
        ("visitor.name", "Bima Kecil"), ("visitor.institution", "SDN 1 Metro"), ("visitor.email", "ibu@example.org"), ("purpose", "1"),
        ("demographics.gender", "1"), ("demographics.disability", "2"), ("confirmedBy", "parent"),
    ];

    [Fact]
    public async Task An_adult_confirms_the_short_form_and_may_stand_by_two_at_once()
    {
        await site.OpenAsync("1872");
        var first = await (await YoungFormAsync()).PressAsync("Selesai, ambil nomor", Child);
        first.Heading.ShouldBe("Nomor Anda");
        var second = await (await YoungFormAsync()).PressAsync("Selesai, ambil nomor", Child);
        second.Heading.ShouldBe("Nomor Anda", "the same mother is not the same visitor");

        var auditor = await site.SignedInAsync("wasito", Role.Auditor, "1872");
        await auditor.OpenAsync($"/riwayat/1872/{first.Visit()}");
        auditor.Text(".story").ShouldContain("dikonfirmasi oleh Orang tua atau wali");
    }

    [Fact]
    public async Task Without_the_adults_word_there_is_no_number()
    {
        await site.OpenAsync("1872");
        var form = await YoungFormAsync();
        form.Page.QuerySelector("input[name=confirmedBy]")!.HasAttribute("required").ShouldBeTrue();
        form.Page.QuerySelector("input[name=surveyContact]").ShouldBeNull("nobody under 17 is contacted");
    }

    [Fact]
    public async Task The_long_form_leads_to_the_short_one_instead_of_asking_for_that_age()
    {
        await site.OpenAsync("1872");
        var form = await (await site.KioskAsync("1872")).ArrivedAsync();
        form.Page.QuerySelector("input[name='demographics.age'][value='1']").ShouldBeNull();
        form.Page.QuerySelector("input[name='demographics.age'][value='2']").ShouldNotBeNull();
    }

    [Fact]
    public async Task Whoever_asks_for_it_nobody_under_17_is_contacted()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.ArrivedAsync();
        var visit = kiosk.Visit();
        var fields = KioskSteps.Siti.Where(it => it.Item1 != "demographics.age")
            .Append(("demographics.age", "1")).Append(("surveyContact", "true"));
        await kiosk.PressAsync("Selesai, ambil nomor", [.. fields]);
        kiosk.Heading.ShouldBe("Nomor Anda");
        (await site.ScalarAsync<bool>($"select survey_contact from vault.signing where visit = '{visit}'")).ShouldBeFalse();
    }

    async Task<Browser> YoungFormAsync()
    {
        var kiosk = await (await site.KioskAsync("1872")).ArrivedAsync();
        return await kiosk.PressLinkAsync("Di bawah 17 tahun? Isi formulir singkat bersama orang tua atau guru");
    }
}
