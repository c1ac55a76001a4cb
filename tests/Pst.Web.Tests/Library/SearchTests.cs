using System.Text.Json;
using Pst.Domain;
using Pst.Web.Library;
using Xunit.Abstractions;

namespace Pst.Web.Tests.Library;

/// <summary>A made-up catalogue of four areas and seven years, made once.</summary>
public sealed class SampleLibrary : IAsyncLifetime
{
    static readonly SampleArea[] Areas =
    [
        new("9301", "Kota Bandarsari", ["Bandarsari Barat", "Bandarsari Timur"]),
        new("9302", "Kabupaten Tirtamarga", ["Tirta Atas", "Tirta Bawah", "Margasuka"]),
        new("9303", "Kabupaten Lembah Kenari", ["Kenari Hulu", "Kenari Hilir"]),
        new("9304", "Kota Telukjaya", ["Teluk Utara", "Teluk Selatan"]),
    ];

    public OpenLibrary Library { get; private set; } = null!;
    public CatalogueSearch Search { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Library = await OpenLibrary.OpenAsync();
        (await Library.ImportAsync(SampleCatalogue.Pages(Areas, 2019, 2025))).HasFaults.ShouldBeFalse();
        Search = new(Library.Database);
    }

    public Task<SearchAnswer> AskAsync(
        string? text, int? year = null, Subject? subject = null, string? office = null, ReadingForm? form = null) =>
        Search.AskAsync(new(text, year, subject, office is null ? null : new OfficeCode(office), form, null, 20), CancellationToken.None);

    public async Task DisposeAsync() => await Library.DisposeAsync();
}

/// <summary>What is found in the catalogue, in which order, and how many of each kind.</summary>
public sealed class SearchTests(SampleLibrary sample, ITestOutputHelper output) : IClassFixture<SampleLibrary>
{
    const double WantedMrr = 0.9;
    static readonly string[] Wanted = ["first", "or"];

    [Fact]
    public async Task What_visitors_ask_is_answered_with_what_they_mean_first()
    {
        var file = Path.Combine(Pst.Testing.Shared.Root, "tests", "Pst.Web.Tests", "Library", "queries.json");
        var (sum, count) = (0.0, 0);
        foreach (var query in JsonDocument.Parse(await File.ReadAllTextAsync(file)).RootElement.GetProperty("queries").EnumerateArray())
        {
            string[] wanted = [.. Wanted.Where(it => query.TryGetProperty(it, out _)).Select(it => query.GetProperty(it).GetString()!)];
            var asked = await TextOfAsync(query);
            var answer = await sample.AskAsync(asked);
            var place = answer.Items.Index().Where(it => wanted.Contains(it.Item.Title)).Select(it => it.Index + 1).FirstOrDefault();
            sum += place > 0 ? 1.0 / place : 0;
            count++;
            var first = string.Join(" | ", answer.Items.Take(2).Select(it => it.Title));
            if (place != 1) output.WriteLine($"{asked}: {place} of {answer.Total}, {answer.Way}; first {first}");
        }
        output.WriteLine($"MRR {sum / count:0.000} over {count} queries");
        count.ShouldBe(40);
        (sum / count).ShouldBeGreaterThanOrEqualTo(WantedMrr);
    }

    [Fact]
    public async Task Facets_say_what_the_other_choices_would_give()
    {
        var all = await sample.AskAsync("dalam angka");
        var one = await sample.AskAsync("dalam angka", year: 2023);

        one.Total.ShouldBe(all.Years.Single(it => it.Key == "2023").Count);
        one.Years.ShouldBe(all.Years);
        one.Offices.Sum(it => it.Count).ShouldBe(one.Total);
        foreach (var office in all.Offices) (await sample.AskAsync("dalam angka", office: office.Key)).Total.ShouldBe(office.Count);
        var printed = await sample.AskAsync(null, form: ReadingForm.Printed);
        printed.Total.ShouldBe(28);
        printed.Items.ShouldAllBe(it => it.Title.StartsWith("Berita Resmi"));
        (await sample.AskAsync(null, subject: Subject.Accounts)).Items.ShouldAllBe(it => it.Title.StartsWith("Produk Domestik"));
    }

    [Fact]
    public async Task Choices_narrow_an_answer_and_do_not_change_how_it_was_found()
    {
        var (exact, wrong) = (await sample.AskAsync("dalam angka 2023", year: 2019), await sample.AskAsync("kependdukan", office: "9999"));

        (exact.Way, exact.Total).ShouldBe((SearchWay.Exact, 0));
        exact.Years.ShouldContain(it => it.Key == "2023" && it.Count > 0);
        (wrong.Way, wrong.Total).ShouldBe((SearchWay.Corrected, 0));
        wrong.Offices.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Titles_come_before_what_is_only_said_of_a_publication()
    {
        var found = await sample.AskAsync("kelurahan");
        found.Total.ShouldBeGreaterThan(0);
        found = await sample.AskAsync("konsumsi");
        var inTitle = found.Items.TakeWhile(it => it.Title.Contains("Konsumsi")).Count();
        inTitle.ShouldBeGreaterThan(0);
        found.Items.Skip(inTitle).ShouldAllBe(it => !it.Title.Contains("Konsumsi"));
    }

    [Fact]
    public async Task Pages_follow_each_other_without_gap_or_overlap()
    {
        var (seen, question) = (new List<PublicationId>(), new SearchQuestion("statistik 2024", null, null, null, null, null, 7));
        while (true)
        {
            var page = await sample.Search.AskAsync(question, CancellationToken.None);
            seen.AddRange(page.Items.Select(it => it.Id));
            if (page.Next is not { } next) break;
            question = question with { After = SearchCursor.Parse($"{next}", null) };
        }
        seen.Distinct().Count().ShouldBe(seen.Count);
        seen.Count.ShouldBe((await sample.AskAsync("statistik 2024")).Total);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var nothing = await sample.AskAsync("qwxzv zzkqj");
        (nothing.Way, nothing.Total).ShouldBe((SearchWay.Nothing, 0));
        (await sample.AskAsync("'); drop table & | ! :* <-> \\")).Way.ShouldBeOneOf(Enum.GetValues<SearchWay>());
    }

    [Fact]
    public async Task A_new_edition_is_seen_at_once()
    {
        const string Title = "Gempita Zamrud 2025";
        (await sample.AskAsync("gempita zamrud")).Items.ShouldBeEmpty();
        var record = new PublicationRecord(
            "9999", "baru", Title, null, null, null, null, null, new(2025, 1, 1), null, null, "https://example.invalid/x.pdf", null, true);
        await sample.Library.Catalogue.PutAsync([record], [], CancellationToken.None);
        (await sample.AskAsync("gempita zamrud")).Items.Single().Title.ShouldBe(Title);
    }

    async Task<string> TextOfAsync(JsonElement query)
    {
        if (query.TryGetProperty("q", out var text)) return text.GetString()!;
        var title = query.GetProperty("isbnOf").GetString();
        var isbn = await sample.Library.ScalarAsync<string>($"select issn from library.publication where title = '{title}'");
        return query.TryGetProperty("bare", out _) ? isbn.Replace("-", "") : $"ISBN {isbn}";
    }
}
