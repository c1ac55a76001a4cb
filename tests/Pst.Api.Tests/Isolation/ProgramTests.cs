using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Pst.Api.Tests.Description;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>Every role at every endpoint of the API, in its own office and in another's.</summary>
public sealed partial class ProgramTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    public static TheoryData<string> Endpoints => Those(_ => true);
    public static TheoryData<string> InAnOffice => Those(it => it.Contains("{code}", StringComparison.Ordinal));

    /// <summary>With what each begins there is nothing yet; the file of a softcopy is not there before it is prepared.</summary>
    public static TheoryData<string> OnAThing =>
        Those(it => Thing().IsMatch(it) && it.Split('/')[^1] is not ("arrive" or "receive" or "open" or "ask" or "make" or "file"));

    [Theory, MemberData(nameof(Endpoints))]
    public async Task Only_who_may_is_let_in(string endpoint)
    {
        var rule = Rules.Named(endpoint);
        foreach (var key in (string?[])[null, "kunci-yang-tidak-ada"])
            (await AskAsync(offices.Api.With(key), rule, offices.Ours)).Code.ShouldBe(401);
        foreach (var (role, caller, _) in offices.At(offices.Ours))
        {
            var answer = await AskAsync(caller, rule, offices.Ours);
            if (!rule.Roles.Contains(role)) (answer.Code, answer.Refusal).ShouldBe((403, "not_permitted"), role);
            else if (rule.Route.EndsWith("/file", StringComparison.Ordinal)) answer.Code.ShouldBe(404, role); // none is prepared
            else if (rule.Method == "GET") answer.Code.ShouldBe(200, role);
            else answer.Code.ShouldBeOneOf(200, 201, 204, 409);
        }
    }

    [Theory, MemberData(nameof(InAnOffice))]
    public async Task Anothers_office_answers_as_if_it_did_not_exist(string endpoint)
    {
        var (rule, events) = (Rules.Named(endpoint), await offices.Ours.Office.EventsAsync());
        foreach (var (role, caller, _) in offices.In(offices.Neighbours))
        {
            var there = await AskAsync(caller, rule, offices.Ours);
            there.Code.ShouldBe(404, role);
            Untraced(there).ShouldBe(Untraced(await AskAsync(caller, rule, offices.Nowhere)), role);
        }
        (await offices.Ours.Office.EventsAsync()).ShouldBe(events);
    }

    [Theory, MemberData(nameof(OnAThing))]
    public async Task Anothers_thing_answers_as_if_it_did_not_exist(string endpoint)
    {
        var (rule, events) = (Rules.Named(endpoint), await offices.Ours.Office.EventsAsync());
        foreach (var (role, caller, _) in offices.In(offices.Neighbours).Where(it => rule.Roles.Contains(it.Role)))
        {
            var theirs = await AskAsync(caller, rule, offices.Ours with { Office = offices.Neighbours.Office });
            theirs.Code.ShouldBe(rule.Method == "GET" ? 404 : 409, role);
            var nowhere = await AskAsync(caller, rule, offices.Nowhere with { Office = offices.Neighbours.Office });
            Untraced(theirs).ShouldBe(Untraced(nowhere), role);
        }
        (await offices.Ours.Office.EventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task The_same_visit_id_in_another_office_is_another_visit()
    {
        var (ours, theirs, visit) = (offices.Ours.Office, offices.Neighbours.Office, Office.NewVisit());
        await ours.DoAsync(visit, "arrive", """{"channel":"offline"}""");
        await theirs.DoAsync(visit, "arrive", """{"channel":"online"}""");

        await theirs.DoAsync(visit, "void", """{"reason":"latihan"}""");

        (await ours.DoAsync(visit, "sign_guestbook", Office.Guestbook("sama"))).Json.GetProperty("version").GetInt32().ShouldBe(2);
    }

    [Fact]
    public async Task An_administrator_of_one_office_makes_keys_for_that_one_alone()
    {
        var (ours, theirs) = (offices.Ours.Office, offices.Neighbours.Office);
        var admin = await ours.AsAsync("admin");

        (await admin.PostAsync("/api/v1/keys", $$"""{"office":"{{theirs.Code}}","role":"staff"}""")).Code.ShouldBe(404);
        var made = (await admin.PostAsync("/api/v1/keys", """{"role":"auditor"}""")).Json.GetProperty("key").GetString();

        (await offices.Api.With(made).GetAsync($"{ours.Path}/queue")).Code.ShouldBe(200);
        (await offices.Api.With(made).GetAsync($"{theirs.Path}/queue")).Code.ShouldBe(404);
    }

    static TheoryData<string> Those(Func<string, bool> route) =>
        [.. Rules.All.Where(it => it.Route.StartsWith("/api/", StringComparison.Ordinal) && route(it.Route)).Select(it => it.Name)];

    Task<Answer> AskAsync(Caller caller, Rule rule, Things things) => AskAsync(caller, rule, things, offices.Ours.Office.File);

    internal static async Task<Answer> AskAsync(Caller caller, Rule rule, Things things, JsonNode file)
    {
        // What is gone is gone: the office keeps its own for the other tests.
        var path = (rule.Method == "DELETE" ? things with { Webhook = $"{Guid.CreateVersion7()}" } : things).In(rule.Route);
        if (path.Contains("/reports/", StringComparison.Ordinal)) return await caller.GetAsync($"{path}?from=2026-03-01&to=2026-03-02");
        if (path.Contains("/log/", StringComparison.Ordinal)) return await caller.GetAsync($"{path}{LogQuery(path)}");
        if (rule.Method == "GET") return await caller.GetAsync(path);
        if (rule.Method == "DELETE") return await caller.SendAsync(HttpMethod.Delete, path, null);

        var body = Samples.Body(path, file).AsObject();
        foreach (var beyond in (string[])["occurredAt", "override", "way", "after", "lan"]) body.Remove(beyond); // which not all may add
        if (path.EndsWith("/scan", StringComparison.Ordinal))
            return await caller.PostFormAsync(path, null, [.. body.Select(it => (it.Key, $"{it.Value}"))], ("files", Page()));
        return await caller.SendAsync(
            new(rule.Method), path, Encoding.UTF8.GetBytes(body.ToJsonString()), ("Idempotency-Key", Caller.NewKey()));
    }

    static byte[] Page()
    {
        var pages = new Pst.Web.Softcopies.PdfPages();
        pages.AddPage(595, 842, "", "");
        return pages.ToArray();
    }

    static string LogQuery(string path) => path.Split('/')[^1] switch
    {
        "checkpoint" => "",
        "inclusion" => "?position=1&size=2",
        _ => "?from=1&to=2",
    };

    internal static string Untraced(Answer answer) => TraceId().Replace(answer.Text, "");

    [GeneratedRegex(@"\{(visit|complaint|action|request|appointment)")]
    private static partial Regex Thing();

    [GeneratedRegex(@",""traceId"":""[^""]*""")]
    private static partial Regex TraceId();
}
