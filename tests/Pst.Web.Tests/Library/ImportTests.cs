using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.Web.Library;

namespace Pst.Web.Tests.Library;

/// <summary>Publications as the Web API tells them, taken in from files.</summary>
public sealed class ImportTests
{
    static JsonElement Vectors => OpenLibrary.Vectors;

    [Theory, InlineData(15), InlineData(18)]
    public async Task All_pages_of_both_domains_are_taken_in_as_agreed(int version)
    {
        await using var library = await OpenLibrary.OpenAsync(version);
        var report = await library.ImportVectorsAsync();

        report.New.ShouldBe(60);
        report.HasFaults.ShouldBeFalse();
        var expected = Vectors.GetProperty("expect");
        foreach (var domain in (string[])["1872", "5272"])
        {
            string All(string what) => $"select count(*) from library.publication where domain = '{domain}' and {what}";
            (await library.ScalarAsync<long>(All("true"))).ShouldBe(Of("items"));
            (await library.ScalarAsync<long>(All("issn is not null"))).ShouldBe(Of("withIsbn"));
            (await library.ScalarAsync<long>(All("pdf_url is null"))).ShouldBe(Of("withoutPdf"));
            (await library.ScalarAsync<string>($"select max(released)::text from library.publication where domain = '{domain}'"))
                .ShouldBe(expected.GetProperty("newest").GetProperty(domain).GetString());

            int Of(string name) => expected.GetProperty(name).GetProperty(domain).GetInt32();
        }
        var numbers = "select kat_no || ' ' || pub_no from library.publication where pub_id = 'e30ae33160c5dc5cdcf1b75d'";
        (await library.ScalarAsync<string>(numbers)).ShouldBe("1102001.1872 18720.2532");
    }

    [Fact]
    public async Task Importing_again_changes_nothing_not_even_a_time()
    {
        await using var library = await OpenLibrary.OpenAsync();
        await library.ImportVectorsAsync();
        var before = await library.EverythingAsync();
        var again = await library.ImportVectorsAsync();

        (again.New, again.Changed, again.Withdrawn).ShouldBe((0, 0, 0));
        (await library.EverythingAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task What_is_gone_upstream_is_marked_and_comes_back_as_it_was()
    {
        await using var library = await OpenLibrary.OpenAsync();
        await library.ImportAsync(Page("a", "b", "c"));
        (await library.ImportAsync(Page("a", "c"))).Withdrawn.ShouldBe(1);
        var gone = "select string_agg(pub_id, ' ') from library.publication where withdrawn is not null";
        (await library.ScalarAsync<string>(gone)).ShouldBe("b");
        (await library.ImportAsync(Page("a", "b", "c"))).ShouldSatisfyAllConditions(it => it.Changed.ShouldBe(1), it => it.New.ShouldBe(0));
        (await library.ScalarAsync<long>("select count(*) from library.publication where withdrawn is null")).ShouldBe(3);
    }

    [Theory, InlineData(2, 3), InlineData(1, 4)]
    public async Task What_a_list_may_only_hide_is_not_taken_for_gone(int pages, int total)
    {
        await using var library = await OpenLibrary.OpenAsync();
        await library.ImportAsync(Page("a", "b", "c"));
        var part = JsonNode.Parse(Page("a", "c").GetRawText())!;
        (part["body"]!["data"]![0]!["pages"], part["body"]!["data"]![0]!["total"]) = (pages, total);
        (await library.ImportAsync(JsonSerializer.SerializeToElement(part))).Withdrawn.ShouldBe(0);
    }

    [Fact]
    public async Task A_bad_record_is_named_by_its_fields_and_the_others_are_taken()
    {
        await using var library = await OpenLibrary.OpenAsync();
        var wrong = Vectors.GetProperty("broken")[1].GetProperty("body").GetProperty("data")[1][0];
        var page = JsonNode.Parse(Page("a", "b").GetRawText())!;
        page["body"]!["data"]![1]!.AsArray().Add(JsonNode.Parse(wrong.GetRawText()));
        var report = await library.ImportAsync(JsonSerializer.SerializeToElement(page));

        (report.New, report.RefusedTotal).ShouldBe((2, 1));
        var faults = report.Refused.Single().Faults.Select(it => $"{it.Field} {it.Why}").ToList();
        faults.ShouldContain("pub_id not_text");
        faults.ShouldContain("title required");
        faults.ShouldContain("rl_date not_a_date");
        faults.ShouldContain("pdf not_text");
    }

    [Fact]
    public async Task An_answer_that_holds_nothing_is_no_fault_and_one_that_is_none_is_told()
    {
        await using var library = await OpenLibrary.OpenAsync();
        foreach (var nothing in Vectors.GetProperty("unavailable").EnumerateArray())
            (await library.ImportAsync(Given(nothing))).ShouldBeEquivalentTo(ImportReport.Empty);
        (await library.ImportAsync(Given(Vectors.GetProperty("error")))).Broken.Single().Why.ShouldContain("Invalid App Key");
        (await library.ImportAsync(Given(Vectors.GetProperty("broken")[1]))).Broken.Single().Why.ShouldBe("not_a_list");
        var cut = System.Text.Encoding.UTF8.GetBytes(Vectors.GetProperty("broken")[0].GetProperty("text").GetString()!);
        ImportFile.Read("1872-1.json", cut, null).Faults.Broken.Single().ShouldBe(new("1872-1.json", "not_json"));
        (await library.ScalarAsync<long>("select count(*) from library.publication")).ShouldBe(0);
    }

    [Fact]
    public void A_file_says_its_domain_by_its_name_or_inside()
    {
        var body = System.Text.Encoding.UTF8.GetBytes(Page("a").GetProperty("body").GetRawText());
        ImportFile.Read("5272-hal1.json", body, null).Pages.Single().Domain.ShouldBe("5272");
        ImportFile.Read("hal1.json", body, "1872").Pages.Single().Domain.ShouldBe("1872");
        ImportFile.Read("hal1.json", body, null).Faults.Broken.Single().Why.ShouldBe("no_domain");
        var all = File.ReadAllBytes(Pst.Testing.Shared.File("vectors/publications.json"));
        ImportFile.Read("semua.json", all, null).Pages.Count.ShouldBe(14);
    }

    [Theory]
    [InlineData("<p>Satu &amp; dua&nbsp;tiga</p><p>empat</p>", "Satu & dua tiga\nempat")]
    [InlineData("baris<br />baru<script>alert(1)</script><img src=x onerror=alert(2)>", "baris\nbaru")]
    [InlineData("3 < 4 dan a > b", "3 < 4 dan a > b")]
    [InlineData("<ul><li>satu</li><li>dua</li></ul><style>p{}</style>", "satu\ndua")]
    [InlineData("<p> </p>", null), InlineData("", null), InlineData(null, null)]
    public void An_abstract_is_words_and_nothing_else(string? html, string? text) => PlainAbstract.Of(html).ShouldBe(text);

    static JsonElement Given(JsonElement answer) =>
        JsonSerializer.SerializeToElement(new { domain = "1872", body = answer.GetProperty("body") });

    static JsonElement Page(params string[] ids) => JsonSerializer.SerializeToElement(new
    {
        domain = "1872",
        body = new Dictionary<string, object>
        {
            ["status"] = "OK",
            ["data-availability"] = "available",
            ["data"] = new object[]
            {
                new { page = 1, pages = 1, per_page = 10, count = ids.Length, total = ids.Length },
                ids.Select(it => new { pub_id = it, title = $"Judul {it}", @abstract = "", issn = "-", rl_date = "2026-01-02", pdf = "" }),
            },
        },
    });
}
