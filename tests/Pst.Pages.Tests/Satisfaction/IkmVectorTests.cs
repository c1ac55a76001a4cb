using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Pages.Tests.Satisfaction;

/// <summary>The agreed vectors of the satisfaction index, each as a month of visits, as the page, its file and the API tell them.</summary>
public sealed class IkmVectorTests : IAsyncLifetime
{
    static readonly OfficeCode Metro = new("1872");
    static readonly JsonElement Cases =
        JsonDocument.Parse(File.ReadAllText(Shared.File("vectors/ikm.json"))).RootElement.GetProperty("cases");
    static readonly string[] Elements = [.. Enum.GetNames<Element>()];

    readonly Site site = new();

    public async Task InitializeAsync()
    {
        await site.InitializeAsync();
        await site.OpenAsync("1872");
        foreach (var (number, vector) in Cases.EnumerateArray().Index())
            await StoreAsync(MonthOf(number), AnswersOf(vector));
        while (await site.Services.GetRequiredService<Sequencer>().RunOnceAsync(default) > 0) { }
        await site.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(default);
    }

    [Fact]
    public async Task Page_file_and_API_tell_every_vector()
    {
        var manager = await site.SignedInAsync("maya", Role.Manager, "1872");
        var (_, key) = await site.Services.GetRequiredService<ApiKeys>().MakeAsync(Role.Manager, Metro, null, "uji", default);
        using var api = site.NewClient();
        api.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        foreach (var (number, vector) in Cases.EnumerateArray().Index())
        {
            var (expected, name, month) = (vector.GetProperty("expect"), vector.GetProperty("name").GetString()!, MonthOf(number));
            ShouldBe(await OnPageAsync(manager, month), expected, name);
            ShouldBe(await ByApiAsync(api, month), expected, name);
        }
    }

    public Task DisposeAsync() => site.DisposeAsync();

    static DateOnly MonthOf(int number) => new DateOnly(2024, 1, 1).AddMonths(number);

    static void ShouldBe(Told told, JsonElement expected, string name)
    {
        told.Complete.ShouldBe(expected.GetProperty("complete").GetInt32(), name);
        told.Band.ShouldBe(expected.GetProperty("band").GetString(), name);
        if (told.Band == "insufficient") return;
        told.Ikm.ShouldBe(expected.GetProperty("ikm").GetDecimal(), name);
        told.Nrr.ShouldBe(Elements.Select(it => expected.GetProperty("nrr").GetProperty(it).GetProperty("rounded").GetDecimal()), name);
    }

    static async Task<Told> OnPageAsync(Browser manager, DateOnly month)
    {
        var period = $"periode=bulan&tanggal={month:yyyy-MM-dd}";
        await manager.OpenAsync($"/ikm?{period}");
        var headline = manager.Text(".fs-1");
        await manager.OpenAsync($"/ikm/1872/ikm-unsur.csv?{period}");
        var rows = (await manager.Answer.Content.ReadAsStringAsync()).Split("\r\n")[1..^1].Select(it => it.Split(',')).ToList();
        return new(
            int.Parse(rows[0][2], CultureInfo.InvariantCulture),
            headline is "" ? null : decimal.Parse(headline.Split(' ')[0], new CultureInfo("id-ID")),
            headline is "" ? "insufficient" : headline.Split(" · ")[1][..1],
            [.. rows.Where(it => it[4] != "").Select(it => decimal.Parse(it[4], CultureInfo.InvariantCulture))]);
    }

    static async Task<Told> ByApiAsync(HttpClient api, DateOnly month)
    {
        var address = $"/api/v1/offices/1872/reports/ratings?from={month:yyyy-MM-dd}&to={month.AddMonths(1).AddDays(-1):yyyy-MM-dd}";
        var answer = JsonDocument.Parse(await api.GetStringAsync(address)).RootElement;
        var elements = answer.GetProperty("elements");
        return new(
            answer.GetProperty("complete").GetInt32(),
            answer.GetProperty("ikm").ValueKind == JsonValueKind.Null ? null : answer.GetProperty("ikm").GetDecimal(),
            answer.GetProperty("band").GetString()!.ToUpperInvariant() is var band && band.Length == 1 ? band : "insufficient",
            [.. Elements.Where(it => elements.TryGetProperty(it, out _)).Select(it => elements.GetProperty(it).GetDecimal())]);
    }

    /// <summary>What the vector says, or as many answers as give its totals.</summary>
    static IEnumerable<int?[]> AnswersOf(JsonElement vector)
    {
        if (vector.TryGetProperty("answers", out var answers))
            return answers.EnumerateArray().Select(it => it.EnumerateArray()
                .Select(mark => mark.ValueKind == JsonValueKind.Null ? (int?)null : mark.GetInt32()).ToArray());
        var (n, totals) = (vector.GetProperty("n").GetInt32(), vector.GetProperty("totals"));
        int[] sums = [.. Elements.Select(it => totals.GetProperty(it).GetInt32())];
        return Enumerable.Range(0, n).Select(answer => sums.Select(it => (int?)(it / n + (answer < it % n ? 1 : 0))).ToArray());
    }

    async Task StoreAsync(DateOnly month, IEnumerable<int?[]> answers)
    {
        var all = answers.SelectMany((marks, number) => VisitOf(month.AddDays(number % 28), marks)).ToList();
        if (all.Count == 0) return;
        var streams = new Streams(site.Services.GetRequiredService<PstDatabase>().App, StoredEvents.Types);
        await using var open = await streams.BeginAsync(new(Metro.Value, Guid.CreateVersion7(), []), default);
        await open.AppendBulkAsync(new(all), default);
    }

    // As little of a visit as a rating needs that is heard.
    static IEnumerable<BulkEvent> VisitOf(DateOnly day, int?[] marks)
    {
        var visit = Guid.CreateVersion7();
        var at = Zone.Jakarta.At(day, new(9, 0));
        var given = Elements.Zip(marks).Where(it => it.Second is not null)
            .ToDictionary(it => Enum.Parse<Element>(it.First), it => it.Second!.Value);
        VisitEvent[] happened =
        [
            new Arrived(Channel.Offline, 1, ServiceCode.PS, Priority.None, null, new(2024, 1, 1), true, null), new Served(new("1")),
            new Rated(given.Values.DefaultIfEmpty(4).Max(), new(given), null), new Departed(DepartureReason.Finished),
        ];
        return happened.Select((it, minute) =>
            new BulkEvent(visit, Guid.CreateVersion7(), new(it, new(at.AddMinutes(minute), "test:vectors"))));
    }

    sealed record Told(int Complete, decimal? Ikm, string Band, IReadOnlyList<decimal> Nrr);
}
