using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Web.Library;

/// <summary>An area that publishes, and its districts.</summary>
internal sealed record SampleArea(string Domain, string Name, IReadOnlyList<string> Districts);

/// <summary>
/// Publications that do not exist, as the Web API would tell them: titles as statistical offices give them, abstracts and numbers made up.
/// The same areas and years give the same catalogue.
/// </summary>
internal static class SampleCatalogue
{
    const int PageSize = 500;

    static readonly Series[] All = Read();

    /// <summary>Answers, each a page of publications with their numbers.</summary>
    public static IEnumerable<GivenPage> Pages(IReadOnlyList<SampleArea> areas, int first, int last) =>
        areas.SelectMany(area => Records(area, first, last).Chunk(PageSize).Select(records => Page(area.Domain, records)));

    /// <summary>As many areas as are wanted, with names as places have them.</summary>
    public static IReadOnlyList<SampleArea> Areas(int count)
    {
        string[] starts =
            ["Tirta", "Bandar", "Karang", "Sumber", "Tanjung", "Muara", "Lembah", "Bukit", "Pulau", "Rawa", "Sungai", "Teluk"];
        string[] ends = ["sari", "jaya", "mulya", "harja", "makmur", "indah", "agung", "asri", "rejo", "kencana", "marga", "baru", "raya"];
        string[] parts = ["Hulu", "Hilir", "Utara", "Selatan"];
        return
        [
            .. from index in Enumerable.Range(0, count)
               let name = starts[index % starts.Length] + ends[index / starts.Length % ends.Length]
               let kind = index % 4 == 0 ? "Kota" : "Kabupaten"
               let again = index / (starts.Length * ends.Length)
               select new SampleArea(
                   $"{8000 + index}", $"{kind} {name}{(again > 0 ? $" {(char)('A' + again)}" : "")}",
                   [.. parts.Select(it => $"{name} {it}")]),
        ];
    }

    static GivenPage Page(string domain, IReadOnlyList<JsonObject> records)
    {
        var head = new JsonObject { ["page"] = 1, ["pages"] = 2, ["total"] = 0 }; // part of a list, never the whole
        var body = new JsonObject
        {
            ["status"] = "OK", ["data-availability"] = "available", ["data"] = new JsonArray(head, new JsonArray([.. records])),
        };
        return new(domain, $"contoh {domain}", JsonSerializer.SerializeToElement(body));
    }

    static IEnumerable<JsonObject> Records(SampleArea area, int first, int last) =>
        from year in Enumerable.Range(first, last - first + 1)
        from series in All
        where series.From <= year && year <= series.To
        from district in series.Each == "district" ? area.Districts : [""]
        select Record(area, series, year, district);

    static JsonObject Record(SampleArea area, Series series, int year, string district)
    {
        string Fill(string pattern) => pattern.Replace("{area}", area.Name).Replace("{district}", district).Replace("{year}", $"{year}")
            .Replace("{before}", $"{year - 1}").Replace("{past}", $"{year - 4}");

        var title = Fill(series.Title);
        var digest = SHA256.HashData(Encoding.UTF8.GetBytes($"{area.Domain}/{title}"));
        var (number, hex) = (BitConverter.ToUInt32(digest), Convert.ToHexStringLower(digest));
        var released = new DateOnly(year, 1, 1).AddDays((int)(number % 360));
        return new()
        {
            ["pub_id"] = hex[..24], ["title"] = title, ["abstract"] = Fill(series.About),
            ["kat_no"] = $"{series.Kat}.{area.Domain}{(district.Length > 0 ? $"{number % 90 + 10:00}0" : "")}",
            ["pub_no"] = $"{area.Domain}0.{year % 100:00}{number % 10000:0000}",
            ["issn"] = $"978-623-{number / 7 % 9000 + 1000}-{number / 11 % 90 + 10}-{number % 10}",
            ["sch_date"] = $"{released:yyyy-MM-dd}", ["rl_date"] = $"{released:yyyy-MM-dd}", ["updt_date"] = null, ["cover"] = "",
            ["pdf"] = series.Print ? "" : $"https://example.invalid/{area.Domain}/{hex[..24]}.pdf",
            ["size"] = $"{number % 20 + 1}.{number % 100:00} MB",
        };
    }

    static Series[] Read()
    {
        using var file = typeof(SampleCatalogue).Assembly.GetManifestResourceStream("library.series.json")!;
        return JsonSerializer.Deserialize<Series[]>(file, JsonSerializerOptions.Web)!;
    }

    // A title of which there is one a year and area, or one a year and district.
    sealed record Series(string Title, string Kat, string About, string Each = "area", int From = 0, int To = 9999, bool Print = false);
}
