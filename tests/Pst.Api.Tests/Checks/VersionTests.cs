using System.Diagnostics;
using Pst.Api.Tests.Support;
using Pst.Web.Api;

namespace Pst.Api.Tests.Checks;

/// <summary>What the caller has seen, and what the caller wants to see.</summary>
public sealed class VersionTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task Of_two_desks_that_call_the_same_visitor_one_does()
    {
        var office = await api.OpenAsync();
        var visit = await office.SignedAsync("sari");
        var staff = await office.AsAsync("staff");

        var calls = await Task.WhenAll(Enumerable.Range(1, 8).Select(desk =>
            staff.PostAsync(office.Visit(visit, "call"), $$"""{"desk":"{{desk}}"}""", ("If-Match", "\"2\""))));

        calls.CountBy(it => it.Code).ShouldBe([KeyValuePair.Create(200, 1), KeyValuePair.Create(412, 7)], ignoreOrder: true);
    }

    [Theory, InlineData("tiga"), InlineData("\"\""), InlineData("\"-1\""), InlineData("\"3.0\""), InlineData("W/\"3\"")]
    [InlineData("\"99999999999999999999\"")]
    public async Task A_version_that_is_none_is_invalid(string version)
    {
        var office = await api.OpenAsync();
        var visit = await office.SignedAsync("sari");

        var answer = await (await office.AsAsync("staff"))
            .PostAsync(office.Visit(visit, "call"), """{"desk":"1"}""", ("If-Match", version));

        answer.WrongFields.ShouldBe(["If-Match"]);
    }

    [Fact]
    public async Task An_office_file_may_name_the_version_that_it_changes()
    {
        var office = await api.OpenAsync();
        var seen = (await api.Admin.GetAsync(office.Path)).Headers["ETag"];
        office.File["local"]!["amberAtPercent"] = 70;

        var changed = await api.Admin.PutAsync(office.Path, office.File.ToJsonString(), ("If-Match", seen));
        var late = await api.Admin.PutAsync(office.Path, office.File.ToJsonString(), ("If-Match", seen));

        (changed.Code, late.Code).ShouldBe((200, 412));
        changed.Headers["ETag"].ShouldNotBe(seen);
    }

    [Fact]
    public async Task A_read_with_the_token_of_a_command_includes_it()
    {
        var office = await api.OpenAsync();
        var auditor = await office.AsAsync("auditor");
        for (var n = 1; n <= 20; n++)
        {
            var visit = await office.SignedAsync($"tamu{n}");
            (await auditor.GetAsync(office.Now($"/visits/{visit}"))).Json.GetProperty("version").GetInt64().ShouldBe(2);
            (await auditor.GetAsync(office.Now("/queue"))).Json.GetProperty("waiting").GetArrayLength().ShouldBe(n);
            (await auditor.GetAsync(office.Now("/visits"))).Json.GetProperty("items").GetArrayLength().ShouldBe(n);
        }
    }

    [Fact]
    public async Task What_cannot_be_waited_for_is_answered_with_503_and_when_to_come_back()
    {
        var office = await api.OpenAsync();
        var waited = Stopwatch.StartNew();

        var answer = await (await office.AsAsync("staff")).GetAsync($"{office.Path}/queue?after={Token.Of(long.MaxValue)}");

        (answer.Code, answer.Headers.ContainsKey("Retry-After"), answer.IsProblem).ShouldBe((503, true, true));
        waited.Elapsed.TotalSeconds.ShouldBeInRange(1.9, 10);
    }

    [Fact]
    public async Task The_token_of_a_command_that_changed_nothing_is_not_waited_for()
    {
        var office = await api.OpenAsync();
        var supervisor = await office.AsAsync("supervisor");
        await supervisor.PostAsync($"{office.Path}/close_day", """{"date":"2026-03-01"}""");
        var again = await supervisor.PostAsync($"{office.Path}/close_day", """{"date":"2026-03-01"}""");

        (await supervisor.GetAsync($"{office.Path}/queue?after={again.Json.GetProperty("token")}")).Code.ShouldBe(200);
    }

    [Theory, InlineData("bukan"), InlineData("AAAAAAAAAAAA"), InlineData("AAAAAAAAAA="), InlineData("__________8")]
    [InlineData("%F0%9F%99%82")]
    public async Task A_token_that_is_none_is_invalid(string token)
    {
        var office = await api.OpenAsync();

        (await (await office.AsAsync("staff")).GetAsync($"{office.Path}/queue?after={token}")).WrongFields.ShouldBe(["after"]);
    }
}
