using System.Globalization;
using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Model;

/// <summary>Some days of one office: random commands on several visits, each answer judged by the model, and all read back.</summary>
internal sealed class Story(RunningApi api, Office office, int seed)
{
    const int Visits = 14, Steps = 140, ReadEvery = 20;

    readonly Random chance = new(seed);
    readonly Community model = new(new(office.File));
    readonly List<string> told = [$"seed {seed}"];
    string token = "";

    DateTimeOffset Now => api.Clock.Now;

    /// <summary>What was answered, one by one.</summary>
    public List<string> Answers { get; } = [];

    public async Task PlayAsync()
    {
        var commands = new Commands(chance, model);
        var visits = Enumerable.Range(0, Visits).Select(_ => NewVisit()).ToArray();
        api.Clock.Now = model.Rules.At(new(2026, 3, 2), new(chance.Next(7, 16), 55));
        for (var step = 1; step <= Steps; step++)
        {
            Pass();
            if (commands.Once(30)) await DoForTheOfficeAsync();
            // Visits begin one after the other; those that have ended are asked something now and then.
            var begun = visits[..Math.Min(Visits, 3 + step * Visits / Steps)];
            var open = begun.Where(it => model.Find(it) is null or { IsOpen: true }).ToArray();
            await SendAsync(commands.Next(commands.Any(open.Length == 0 || commands.Once(6) ? begun : open), Now));
            if (step % ReadEvery == 0) await ReadAsync();
        }
        foreach (var life in model.Lives) await ReadAsync($"/visits/{life.Id}?", Expected.Visit(model, life, Now), life.Id);
    }

    // Mostly moments, sometimes hours; now and then to where something begins or ends, and few stay for the evening.
    void Pass()
    {
        var seconds = chance.Next(20) switch { < 14 => chance.Next(1, 90), < 19 => chance.Next(60, 600), _ => chance.Next(7200) };
        var edges = model.Edges(Now).Where(it => it > Now && it < Now.AddHours(1)).ToList();
        api.Clock.Now = edges.Count > 0 && chance.Next(8) == 0
            ? edges[chance.Next(edges.Count)].AddMilliseconds(chance.Next(2))
            : Now.AddMilliseconds(seconds * 1000 + chance.Next(1000));
        if (Now > model.Rules.At(model.Rules.Day(Now), new(16, 30)) && chance.Next(4) == 0)
            api.Clock.Now = model.Rules.At(model.Rules.Day(Now).AddDays(1), new(8, chance.Next(60)));
    }

    async Task SendAsync(Asked asked)
    {
        var ruling = Judge.Rule(model, asked, Now);
        List<(string, string)> headers = [("Idempotency-Key", Caller.NewKey())];
        if (asked.Seen is { } seen) headers.Add(("If-Match", $"\"{seen}\""));
        var caller = await office.AsAsync(asked.Role);
        var body = System.Text.Encoding.UTF8.GetBytes(asked.Json);
        var answer = await caller.SendAsync(HttpMethod.Post, office.Visit(asked.Visit, asked.Command), body, [.. headers]);

        var answered = Told(answer);
        told.Add($"{Now:MM-dd HH:mm:ss} {asked} → {answered}");
        Answers.Add(answer.Code == 200 ? asked.Command : answered);
        ruling.Answers.ShouldContain(answered, Tale(asked.Visit));
        if (answer.Code == 200) Happen(asked, ruling.At, answer);
        if (answer.Refusal == "copy_quota_exceeded") ShouldRemain(asked, ruling.At, answer);
        if (answer.Code == 200 && chance.Next(20) == 0)
            (await caller.SendAsync(HttpMethod.Post, office.Visit(asked.Visit, asked.Command), body, [.. headers]))
                .Text.ShouldBe(answer.Text);
    }

    void Happen(Asked asked, DateTimeOffset at, Answer answer)
    {
        token = answer.Json.GetProperty("token").GetString()!;
        var happened = model.Happen(asked, at);
        var written = answer.Json.GetProperty("events").EnumerateArray().Single();
        written.GetProperty("type").GetString().ShouldBe(happened, Tale(asked.Visit));
        written.GetProperty("version").GetInt32().ShouldBe(model.Find(asked.Visit)!.Version, Tale(asked.Visit));
        written.GetProperty("occurred").GetDateTimeOffset().ShouldBe(at, Tale(asked.Visit));
    }

    void ShouldRemain(Asked asked, DateTimeOffset at, Answer answer) =>
        answer.Json.GetProperty("remaining").GetInt32()
            .ShouldBe(Math.Max(0, model.Rules.MaxSheets!.Value - model.SheetsUsed(model.Find(asked.Visit)!, at)), Tale(asked.Visit));

    async Task DoForTheOfficeAsync()
    {
        var supervisor = await office.AsAsync("supervisor");
        var locker = model.Rules.Lockers[chance.Next(model.Rules.Lockers.Count)];
        if (chance.Next(2) == 0)
        {
            var act = model.OutOfOrder.Remove(locker) ? "back_in_order" : "out_of_order";
            if (act == "out_of_order") model.OutOfOrder.Add(locker);
            (await supervisor.PostAsync($"{office.Path}/lockers/{locker}/{act}", act == "out_of_order" ? """{"reason":"macet"}""" : "{}"))
                .Code.ShouldBe(200);
            return;
        }
        var day = model.Rules.Day(Now).AddDays(-chance.Next(2));
        var answer = await supervisor.PostAsync($"{office.Path}/close_day", $$"""{"date":"{{day:yyyy-MM-dd}}"}""");
        token = answer.Json.GetProperty("token").GetString()!;
        told.Add($"{Now:MM-dd HH:mm:ss} close_day {day:yyyy-MM-dd}");
        var (departed, stillOpen) = model.Close(day, Now);
        Ids(answer, "departed").ShouldBe(departed, ignoreOrder: true);
        Ids(answer, "stillOpen").ShouldBe(stillOpen, ignoreOrder: true);
    }

    static IEnumerable<string> Ids(Answer answer, string field) =>
        answer.Json.GetProperty(field).EnumerateArray().Select(it => it.GetString()!);

    async Task ReadAsync()
    {
        var (from, to) = (model.Rules.Day(Now).AddDays(-chance.Next(3)), model.Rules.Day(Now));
        var days = $"from={from:yyyy-MM-dd}&to={to:yyyy-MM-dd}";
        await ReadAsync("/queue?", Expected.Queue(model, Now));
        await ReadAsync("/custody?", Expected.Custody(model, Now));
        await ReadAsync($"/reports/copies?{days}", Expected.CopiesReport(model, from, to));
        await ReadAsync($"/reports/sla?{days}", Expected.SlaReport(model, from, to, Now));
        var visits = model.Lives.OrderByDescending(it => it.ArrivedAt).Select(it => (JsonNode)Expected.Visit(model, it, Now));
        await ReadAsync("/visits?limit=500", new() { ["items"] = new JsonArray([.. visits]), ["next"] = null });
    }

    async Task ReadAsync(string what, JsonObject expected, string? visit = null)
    {
        var answer = await (await office.AsAsync("auditor")).GetAsync($"{office.Path}{what}{(token.Length > 0 ? $"&after={token}" : "")}");
        answer.Code.ShouldBe(200, $"{what}: {answer}\n{Tale(visit)}");
        Reading.Differences(expected, JsonNode.Parse(answer.Text)).ShouldBeEmpty($"{what}\n{Tale(visit)}");
    }

    // What led there: all, or what was done to one visit.
    string Tale(string? visit) =>
        string.Join('\n', visit is null ? told : told.Where(it => it.Contains(visit[^6..]) || !it.Contains(" on ")));

    static string Told(Answer answer) => answer switch
    {
        { Code: 400 } => $"400 {string.Join(',', answer.WrongFields)}",
        { Refusal: { } code } => string.Create(CultureInfo.InvariantCulture, $"{answer.Code} {code}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{answer.Code}"),
    };

    string NewVisit()
    {
        var bytes = new byte[16];
        chance.NextBytes(bytes);
        return $"{new Guid(bytes)}";
    }
}
