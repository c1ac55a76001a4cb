using System.Globalization;
using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;
using Pst.Testing;

namespace Pst.Api.Tests.ThirdOffice;

/// <summary>
/// An office that no code knows: another zone, two breaks, an early door, another kind of promise, no lockers, a quota by the month. Its
/// file alone makes its day.
/// </summary>
public sealed class ThirdOfficeTests(RunningApi api) : IClassFixture<RunningApi>, IAsyncLifetime
{
    readonly string first = Office.NewVisit(), second = Office.NewVisit();
    Office jayapura = null!;

    public async Task InitializeAsync()
    {
        var path = Path.Combine(Shared.Root, "tests", "Pst.Api.Tests", "ThirdOffice", "9471.json");
        var file = JsonNode.Parse(await File.ReadAllTextAsync(path))!;
        (await api.Admin.PutAsync("/api/v1/offices/9471", file.ToJsonString())).Code.ShouldBe(201);
        jayapura = new(api, "9471", file);
        var back = await (await jayapura.AsAsync("staff")).GetAsync(jayapura.Path);
        JsonNode.DeepEquals(JsonNode.Parse(back.Text)!["local"], file["local"]).ShouldBeTrue("the file comes back as it was put");
    }

    [Fact]
    public async Task A_day_by_data_alone()
    {
        await TheDoorOpensEarlyAsync();
        await EachWaitsForTheOneBeforeAsync();
        await TheStandardSaysWhatIsOfferedAsync();
        await AtMiddayTheDoorIsClosedAsync();
        var manager = await jayapura.AsAsync("manager");
        var report = (await manager.GetAsync(jayapura.Now("/reports/sla?from=2026-03-02&to=2026-03-02"))).Json;
        report.GetProperty("met").GetInt32().ShouldBe(1);
        report.GetProperty("missed").GetInt32().ShouldBe(1);
        report.GetProperty("compliancePercent").GetDecimal().ShouldBe(50m);
    }

    /// <summary>From 08.15 on numbers are given; the clock starts at 08.30, the opening.</summary>
    async Task TheDoorOpensEarlyAsync()
    {
        At("08:14");
        (await RefusedAsync(first, "arrive", """{"channel":"offline"}""")).ShouldBe("outside_service_hours");
        At("08:20");
        await jayapura.DoAsync(first, "arrive", """{"channel":"offline"}""");
        (await RefusedAsync(first, "sign_guestbook", Office.Guestbook("yosua"))).ShouldBe("whatsapp_required");
        await jayapura.DoAsync(first, "sign_guestbook", Guestbook("yosua"));
        (await DueAsync(first)).ShouldBe("08:45");
    }

    /// <summary>15 minutes after the visitor before was served; nothing is due while that one waits.</summary>
    async Task EachWaitsForTheOneBeforeAsync()
    {
        At("08:35");
        await jayapura.DoAsync(second, "arrive", """{"channel":"offline","service":"KS"}""");
        await jayapura.DoAsync(second, "sign_guestbook", Guestbook("maria"));
        (await DueAsync(second)).ShouldBeNull();

        At("08:40");
        await jayapura.DoAsync(first, "serve", """{"desk":"A"}""");
        (await DueAsync(second)).ShouldBe("08:55");
        At("08:56");
        await jayapura.DoAsync(second, "serve", """{"desk":"B"}""");
        (await SlaAsync(first), await SlaAsync(second)).ShouldBe(("met", "missed"));
    }

    async Task TheStandardSaysWhatIsOfferedAsync()
    {
        (await RefusedAsync(first, "hold_id", """{"kind":"sim"}""")).ShouldBe("id_kind_not_accepted");
        await jayapura.DoAsync(first, "hold_id", """{"kind":"ktp"}""");
        (await RefusedAsync(first, "assign_locker", """{"locker":"1"}""")).ShouldBe("unknown_locker");
        (await RefusedAsync(first, "scan_softcopy", """{"publicationId":"P1","pages":1}""")).ShouldBe("scan_not_offered");
        await jayapura.DoAsync(first, "make_copies", """{"sheets":15}""");
        (await RefusedAsync(first, "make_copies", """{"sheets":6}""")).ShouldBe("copy_quota_exceeded");
        await jayapura.DoAsync(first, "return_id", "{}");
        await jayapura.DoAsync(first, "depart", """{"reason":"finished"}""");
    }

    /// <summary>In the short break numbers are given for its end; in the long one not yet.</summary>
    async Task AtMiddayTheDoorIsClosedAsync()
    {
        var third = Office.NewVisit();
        At("10:05");
        (await RefusedAsync(third, "arrive", """{"channel":"offline"}""")).ShouldBeNull("the door opens again at 10.15");
        At("12:10");
        (await RefusedAsync(Office.NewVisit(), "arrive", """{"channel":"offline"}""")).ShouldBe("outside_service_hours");
        await jayapura.DoAsync(third, "void", """{"reason":"latihan"}""");
    }

    void At(string time) => api.Clock.Now = DateTimeOffset.Parse($"2026-03-02T{time}:00+09:00", CultureInfo.InvariantCulture);

    static string Guestbook(string name) =>
        Office.Guestbook(name).Replace("\"email\"", "\"whatsapp\":\"081234567890\",\"email\"", StringComparison.Ordinal);

    async Task<string?> RefusedAsync(string visit, string command, string body) =>
        (await (await jayapura.AsAsync("staff")).PostAsync(jayapura.Visit(visit, command), body)).Refusal;

    async Task<string?> SlaAsync(string visit) => (await VisitAsync(visit)).GetProperty("sla").GetString();

    /// <summary>On the office's clock.</summary>
    async Task<string?> DueAsync(string visit) => (await VisitAsync(visit)).GetProperty("due").GetString()?[11..16];

    async Task<System.Text.Json.JsonElement> VisitAsync(string visit)
    {
        var caller = await jayapura.AsAsync("staff");
        return (await caller.GetAsync(jayapura.Now($"/visits/{visit}"))).Json;
    }

    public Task DisposeAsync() => Task.CompletedTask;
}
