using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pst.Api.Tests.Support;
using Pst.Web.Hosting;

namespace Pst.Api.Tests.Description;

/// <summary>What is answered looks as the document says.</summary>
public sealed class AnswerTests(RunningApi api) : IClassFixture<RunningApi>
{
    Document document = null!;

    [Fact]
    public async Task Everything_that_is_read_is_as_described()
    {
        document = await Document.OfAsync(api);
        var (office, visit) = await WorkingOfficeAsync();
        var shown = await ReadAsync(office, $"/visits/{visit}", "/visits/{visitId}");
        await ReadAsync(office, $"/visits/{visit}/events", "/visits/{visitId}/events");
        await ReadAsync(office, $"/visitors/{shown.Json.GetProperty("visitor")}", "/visitors/{visitorId}");
        foreach (var path in (string[])["", "/standards", "/visits", "/queue", "/custody"]) await ReadAsync(office, path, path);
        await ReadAsync(office, "/reads?limit=3", "/reads");
        foreach (var path in (string[])["/reports/sla", "/reports/ratings", "/reports/copies", "/reports/visits"])
            await ReadAsync(office, $"{path}?from=2026-03-01&to=2026-03-02", path);
    }

    [Fact]
    public async Task The_catalogue_answers_as_described()
    {
        document = await Document.OfAsync(api);
        await using (var publication = api.Services.GetRequiredService<PstDatabase>().Worker.CreateCommand(
            "insert into library.publication (domain, pub_id, title, subject) values ('9998', 'uji', 'Uji Dalam Angka 2026', 1)"))
            await publication.ExecuteNonQueryAsync();
        var caller = await (await api.OpenAsync()).AsAsync("kiosk");
        var found = await caller.GetAsync("/api/v1/publications?q=uji&subject=general&form=printed");
        ShouldConform(found, document.On("GET", "/api/v1/publications"));
        found.Json.GetProperty("total").GetInt32().ShouldBe(1);
        ShouldConform(await caller.GetAsync("/api/v1/publications/9998-uji"), document.On("GET", "/api/v1/publications/{id}"));
        (await caller.GetAsync("/api/v1/publications/9998-tiada")).Code.ShouldBe(404);
        (await caller.GetAsync("/api/v1/publications?year=sekarang")).Code.ShouldBe(400);
    }

    [Fact]
    public async Task Everything_that_is_written_answers_as_described()
    {
        document = await Document.OfAsync(api);
        var office = await api.OpenAsync();
        var visit = Office.NewVisit();
        ShouldConform(await office.DoAsync(visit, "arrive", """{"channel":"offline"}"""), document.On("POST", VisitPath("arrive")));
        ShouldConform(
            await PostAsync(office, "lockers/A01/out_of_order", """{"reason":"kunci patah"}"""), On("lockers/{locker}/out_of_order"));
        ShouldConform(await PostAsync(office, "lockers/A01/back_in_order", "{}"), On("lockers/{locker}/back_in_order"));
        ShouldConform(await PostAsync(office, "close_day", """{"date":"2026-03-02"}"""), On("close_day"));
        ShouldConform(await api.Admin.PutAsync(office.Path, office.File.ToJsonString()), document.On("PUT", "/api/v1/offices/{code}"));
        var key = await api.Admin.PostAsync("/api/v1/keys", $$"""{"office":"{{office.Code}}","role":"staff"}""");
        ShouldConform(key, document.On("POST", "/api/v1/keys"));
    }

    [Fact]
    public async Task Every_no_is_as_described()
    {
        document = await Document.OfAsync(api);
        var office = await api.OpenAsync();
        var (visit, arrive) = (Office.NewVisit(), """{"channel":"offline"}""");
        var (path, supervisor) = (office.Visit(visit, "arrive"), await office.AsAsync("supervisor"));
        var first = ("Idempotency-Key", "ketuk-0001");
        (await supervisor.SendAsync(HttpMethod.Post, path, "{\"channel\":\"offline\"}"u8.ToArray(), first)).Code.ShouldBe(200);

        Answer[] noes =
        [
            await supervisor.PostAsync(path, """{"channel":"telepon"}"""),
            await api.With(null).PostAsync(path, arrive),
            await (await office.AsAsync("manager")).PostAsync(path, arrive),
            await supervisor.PostAsync(path.Replace(office.Code, "9999", StringComparison.Ordinal), arrive),
            await supervisor.PostAsync(path, arrive),
            await supervisor.PostAsync(path, arrive, ("If-Match", "\"7\"")),
            await supervisor.PostAsync(path, new string(' ', 70_000)),
            await supervisor.SendAsync(HttpMethod.Post, path, "{\"channel\":\"online\"}"u8.ToArray(), first),
        ];

        noes.Select(it => it.Code).ShouldBe([400, 401, 403, 404, 409, 412, 413, 422]);
        foreach (var no in noes) ShouldConform(no, document.On("POST", VisitPath("arrive")));
        noes.ShouldAllBe(it => it.IsProblem);
    }

    async Task<(Office Office, string Visit)> WorkingOfficeAsync()
    {
        var office = await api.OpenAsync("5272");
        var visit = await office.ServedAsync("sari");
        await office.DoAsync(visit, "hold_id", """{"kind":"sim","number":"12345678"}""");
        await office.DoAsync(visit, "assign_locker", """{"locker":"1"}""");
        await office.DoAsync(visit, "make_copies", """{"sheets":3}""");
        await office.DoAsync(visit, "rate", """{"overall":4,"elements":{"WAKTU":4} }""");
        await office.DoAsync(await office.SignedAsync("budi"), "call", """{"desk":"1"}""");
        return (office, visit);
    }

    async Task<Answer> ReadAsync(Office office, string address, string described)
    {
        var answer = await (await office.AsAsync("auditor")).GetAsync(office.Now(address));
        answer.Code.ShouldBe(200, $"{address}: {answer}");
        ShouldConform(answer, document.On("GET", $"/api/v1/offices/{{code}}{described}"));
        return answer;
    }

    static async Task<Answer> PostAsync(Office office, string under, string body) =>
        await (await office.AsAsync("supervisor")).PostAsync($"{office.Path}/{under}", body);

    void ShouldConform(Answer answer, Operation operation) =>
        new Conformity(document).Faults(operation.Answer(answer.Code)!, JsonNode.Parse(answer.Text))
            .ShouldBeEmpty($"{operation}: {answer}");

    Operation On(string under) => document.On("POST", $"/api/v1/offices/{{code}}/{under}");

    static string VisitPath(string command) => $"/api/v1/offices/{{code}}/visits/{{visitId}}/{command}";
}
