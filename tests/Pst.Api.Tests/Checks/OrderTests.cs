using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Checks;

/// <summary>Where several things are wrong, the first of this order is told: 401, 404 (office), 403, 400, 422, 412, 409.</summary>
public sealed class OrderTests(RunningApi api) : IClassFixture<RunningApi>
{
    static readonly (string, string) Used = ("Idempotency-Key", "ketuk-0001"), Stale = ("If-Match", "\"1\"");

    Office office = null!;
    string served = null!;

    [Fact]
    public async Task A_command_on_a_visit_is_checked_in_order()
    {
        await OpenAsync();
        var (serve, elsewhere) = (office.Visit(served, "serve"), Elsewhere(office.Visit(served, "serve")));

        await ShouldAnswerAsync(401, api.With(null), elsewhere, "{", Used, Stale);
        await ShouldAnswerAsync(404, await office.AsAsync("kiosk"), elsewhere, "{", Used, Stale);
        await ShouldAnswerAsync(403, await office.AsAsync("kiosk"), serve, "{", Used, Stale);
        await ShouldAnswerAsync(400, await office.AsAsync("staff"), serve, "{}", Used, Stale);
        await ShouldAnswerAsync(422, await office.AsAsync("staff"), serve, """{"desk":"1"}""", Used, Stale);
        await ShouldAnswerAsync(412, await office.AsAsync("staff"), serve, """{"desk":"1"}""", New(), Stale);
        await ShouldAnswerAsync(409, await office.AsAsync("staff"), serve, """{"desk":"1"}""", New(), ("If-Match", "\"3\""));
    }

    [Theory, InlineData("close_day", """{"date":"2026-03-01"}"""), InlineData("lockers/A01/out_of_order", """{"reason":"rusak"}""")]
    public async Task A_command_on_an_office_is_checked_in_order(string under, string good)
    {
        await OpenAsync();
        var path = $"{office.Path}/{under}";

        await ShouldAnswerAsync(401, api.With(null), Elsewhere(path), "{", Used);
        await ShouldAnswerAsync(404, await office.AsAsync("staff"), Elsewhere(path), "{", Used);
        await ShouldAnswerAsync(403, await office.AsAsync("staff"), path, "{", Used);
        await ShouldAnswerAsync(400, await office.AsAsync("supervisor"), path, "{}", Used);
        await ShouldAnswerAsync(422, await office.AsAsync("supervisor"), path, good, Used);
        await ShouldAnswerAsync(200, await office.AsAsync("supervisor"), path, good, New());
    }

    [Fact]
    public async Task A_locker_that_does_not_exist_is_refused_last()
    {
        await OpenAsync();

        await ShouldAnswerAsync(
            409, await office.AsAsync("supervisor"), $"{office.Path}/lockers/Z99/out_of_order", """{"reason":"rusak"}""", New());
    }

    [Fact]
    public async Task An_office_file_is_checked_in_order()
    {
        await OpenAsync();
        var (staff, elsewhere, earlier) = (await office.AsAsync("staff"), Elsewhere(office.Path), office.File.DeepClone());
        earlier["standard"]!["effectiveFrom"] = "2020-01-01";

        (await api.With(null).PutAsync(elsewhere, "{", Stale)).Code.ShouldBe(401);
        (await staff.PutAsync(elsewhere, "{", Stale)).Code.ShouldBe(404);
        (await staff.PutAsync(office.Path, "{", Stale)).Code.ShouldBe(403);
        (await api.Admin.PutAsync(office.Path, "{", Stale)).Code.ShouldBe(400);
        (await api.Admin.PutAsync(office.Path, earlier.ToJsonString(), Stale)).Code.ShouldBe(412);
        (await api.Admin.PutAsync(office.Path, earlier.ToJsonString())).Refusal.ShouldBe("standard_not_later");
    }

    [Theory, InlineData("POST"), InlineData("GET"), InlineData("PUT"), InlineData("DELETE")]
    public async Task What_there_is_not_is_told_only_to_who_may_ask(string method)
    {
        await OpenAsync();
        foreach (var path in (string[])[office.Visit(served, "terbang"), $"{office.Path}/kopi", "/api/v1/", "/api/v1/kunci"])
        {
            (await api.With(null).SendAsync(new(method), path, null)).Code.ShouldBe(401, path);
            (await (await office.AsAsync("supervisor")).SendAsync(new(method), path, null)).Code.ShouldBe(404, path);
        }
    }

    [Fact]
    public async Task A_question_about_one_thing_is_checked_in_order()
    {
        await OpenAsync();
        foreach (var things in (string[])["visits", "visitors", "complaints", "softcopies", "follow_ups"])
        {
            var path = $"{office.Path}/{things}/bukan-uuid";
            (await api.With(null).GetAsync(Elsewhere(path))).Code.ShouldBe(401, path);
            (await (await office.AsAsync("kiosk")).GetAsync(Elsewhere(path))).Code.ShouldBe(404, path);
            (await (await office.AsAsync("kiosk")).GetAsync(path)).Code.ShouldBe(403, path);
            (await (await office.AsAsync("supervisor")).GetAsync(path)).Code.ShouldBe(400, path);
        }
    }

    [Theory, InlineData("bukan-uuid"), InlineData("{0}"), InlineData("00000000000000000000000000000001")]
    public async Task A_visit_id_that_is_no_UUID_is_invalid(string visit)
    {
        await OpenAsync();
        var staff = await office.AsAsync("staff");

        (await staff.PostAsync(office.Visit(visit, "serve"), """{"desk":"1"}""")).WrongFields.ShouldBe(["visitId"]);
        (await staff.GetAsync(office.Visit(visit))).WrongFields.ShouldBe(["visitId"]);
        (await staff.GetAsync($"{office.Visit(visit)}/events")).WrongFields.ShouldBe(["visitId"]);
        (await staff.GetAsync($"{office.Path}/visitors/{visit}")).WrongFields.ShouldBe(["visitorId"]);
    }

    async Task OpenAsync()
    {
        office = await api.OpenAsync();
        served = await office.ServedAsync("sari");
        var arrive = await (await office.AsAsync("supervisor"))
            .SendAsync(HttpMethod.Post, office.Visit(Office.NewVisit(), "arrive"), """{"channel":"online"}"""u8.ToArray(), Used);
        arrive.Code.ShouldBe(200);
    }

    static (string, string) New() => ("Idempotency-Key", Caller.NewKey());

    // An office that exists, and is not the caller's.
    static string Elsewhere(string path) => path.Replace("/offices/", "/offices/0", StringComparison.Ordinal);

    static async Task ShouldAnswerAsync(int status, Caller caller, string path, string body, params (string, string)[] headers)
    {
        var answer = await caller.SendAsync(HttpMethod.Post, path, System.Text.Encoding.UTF8.GetBytes(body), headers);
        answer.Code.ShouldBe(status, $"{path} {body}: {answer}");
    }
}
