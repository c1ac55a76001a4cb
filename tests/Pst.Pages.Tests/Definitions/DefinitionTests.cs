using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Definitions;

namespace Pst.Pages.Tests.Definitions;

public sealed class DefinitionTests(Site site) : IClassFixture<Site>
{
    [Fact]
    public void Every_figure_is_explained_once() =>
        Definition.All.SelectMany(it => it.Definitions).SelectMany(it => it.Explains).Order().ShouldBe(Enum.GetValues<Figure>());

    [Fact]
    public void Every_figure_of_complaints_is_explained_once_or_stands_beside_as_not_counted() =>
        Definition.All.SelectMany(it => it.Definitions).SelectMany(it => it.Counts.Concat(it.Uncounted)).Order()
            .ShouldBe(Enum.GetValues<ComplaintFigure>());

    [Fact]
    public void Every_definition_and_origin_has_its_sentence()
    {
        var sentences = SentenceFiles.Keys("Sentences.restext");
        var all = Definition.All.SelectMany(it => it.Definitions).ToList();
        all.SelectMany(it => new[] { $"figure.{it.Anchor}", $"define.{it.Anchor}" }).Where(it => !sentences.Contains(it)).ShouldBeEmpty();
        Enum.GetValues<ComplaintFigure>().Select(it => $"complaint.figure.{Words.Of(it)}").Where(it => !sentences.Contains(it))
            .ShouldBeEmpty();
        Enum.GetValues<Origin>().Select(it => $"define.origin.{Words.Of(it)}").Where(it => !sentences.Contains(it)).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_left_out_stands_beside_with_its_number_and_every_link_has_its_anchor()
    {
        await site.OpenAsync("1872");
        var kiosk = await site.KioskAsync("1872");
        await kiosk.SignedAsync(("visitor.email", "arti@example.org"));
        var supervisor = await (await site.SignedInAsync("rita", Role.Supervisor, "1872")).OpenAsync("/definisi");

        supervisor.Heading.ShouldBe("Arti angka");
        supervisor.Text("#compliance").ShouldContain("Belum diputuskan 1");
        supervisor.Text("#compliance").ShouldContain("SK No. 010 Tahun 2024");
        supervisor.Page.QuerySelectorAll("[id]").Select(it => it.Id).ShouldBeUnique();
        await supervisor.OpenAsync("/ringkasan");
        var linked = supervisor.Page.QuerySelectorAll("a[href*='/definisi#']")
            .Select(it => it.GetAttribute("href")!.Split('#')[1]).ToHashSet();
        linked.ShouldNotBeEmpty();
        await supervisor.OpenAsync("/definisi");
        linked.Where(it => supervisor.Page.GetElementById(it) is null).ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_has_no_office_reads_the_same_without_numbers()
    {
        var auditor = await (await site.SignedInAsync("rosa", Role.Auditor, null)).OpenAsync("/definisi");
        auditor.Text("#compliance").ShouldContain("Belum diputuskan");
        auditor.Page.QuerySelector("#compliance strong").ShouldBeNull();
    }
}
