using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>Every route with the application's own filters switched off: row-level security alone keeps offices apart.</summary>
[Collection(OfficesWithoutFilters.Shared)]
public sealed class WallTests(OfficesWithoutFilters offices, RequestTrace trace) : IClassFixture<RequestTrace>
{
    // What requests of one office ask as a worker, who sees all offices. Nothing of a visit or a person is told by any of it.
    static readonly string[] PastTheWall =
    [
        // Of one office after all: from there on, the wall stands.
        "select set_config('role', 'pst_app', true), set_config('pst.office', $1, true)",
        // How far the tables are, and when a position was recorded.
        "select r.name, r.generation, r.version, r.serves, r.position", "select position from read.projection where name = $1",
        "select e.timestamp from pst.log_leaf", "select (select position from pst.log_leaf where seq_id = $1)",
        "select coalesce(max(position), 0) from pst.log_leaf",
        // Signing what the log has become: hashes alone.
        "select pg_advisory_xact_lock(", "select note from pst.log_checkpoint", "select hash from pst.log_leaf",
        "select since, public_key from pst.log_key", "select date_trunc('second', clock_timestamp())", "insert into pst.log_",
        // How the program stands, for its administrators.
        "select clock_timestamp() - e.timestamp", "select at, head, first_bad, said from pst.log_check",
        "select (select coalesce(max(position), 0) from pst.log_leaf)",
    ];

    public static TheoryData<string> Routes => [.. Rules.All.Where(it => !it.IsForEverybody).Select(it => it.Name)];

    public static TheoryData<string> OfAThing =>
        [.. Rules.All.Where(it => !it.IsForEverybody && it.Route.Contains('{', StringComparison.Ordinal)).Select(it => it.Name)];

    [Theory, MemberData(nameof(Routes))]
    public async Task Nothing_of_anothers_shows_in_ones_own_office(string route)
    {
        var rule = Rules.Named(route);
        foreach (var (role, program, browser) in Who(rule))
        {
            var (answers, sent) = await trace.OfAsync(() => AskAsync(program, browser, rule, offices.Neighbours));

            answers.ShouldAllBe(it => it.Code < 500, role);
            foreach (var mark in Marks(offices.Ours)) answers.ShouldAllBe(it => !it.Text.Contains(mark), $"{role}: {mark}");
            sent.Where(it => it.IsPastTheWall && !PastTheWall.Any(it.Statement.StartsWith)).ShouldBeEmpty(role);
        }
    }

    [Theory, MemberData(nameof(OfAThing))]
    public async Task What_is_anothers_is_unknown_in_the_same_way_as_what_is_nowhere(string route)
    {
        var (rule, events) = (Rules.Named(route), await offices.Ours.Office.EventsAsync());
        var entered = await offices.EnteredAsync(offices.Ours.Office.Code);
        foreach (var (role, program, browser) in Who(rule).Take(2))
        foreach (var (theirs, nowhere) in Pairs(rule))
        {
            await AskAsync(program, browser, rule, nowhere); // the first time, memories are filled
            var (known, knownSent) = await trace.OfAsync(() => AskAsync(program, browser, rule, theirs));
            var (unknown, unknownSent) = await trace.OfAsync(() => AskAsync(program, browser, rule, nowhere));

            known.Select(it => it.Code).ShouldBe(unknown.Select(it => it.Code), role);
            known.ShouldAllBe(it => !it.Text.Contains(TwoOffices.Mark), role);
            knownSent.ShouldBe(unknownSent, role);
        }
        (await offices.Ours.Office.EventsAsync()).ShouldBe(events);
        (await offices.EnteredAsync(offices.Ours.Office.Code)).ShouldBe(entered, "nobody enters an office by asking for it");
    }

    [Theory]
    [InlineData("read.visits_1", "GET /api/v1/offices/{code}/visits")]
    [InlineData("pst.mt_events", "GET /api/v1/offices/{code}/visits/{visitId}/events")]
    [InlineData("identity.api_key", "PAGE /perangkat")]
    [InlineData("identity.person", "PAGE /orang")]
    public async Task Without_the_wall_it_would_show(string table, string route)
    {
        var rule = Rules.Named(route);
        var (_, program, browser) = Who(rule)[0];
        var asked = offices.Ours with { Office = offices.Neighbours.Office };
        await offices.TellAsync($"create policy open on {table} to pst_app using (true)");
        try
        {
            (await AskAsync(program, browser, rule, asked)).ShouldContain(it => Marks(offices.Ours).Any(it.Text.Contains));
        }
        finally { await offices.TellAsync($"drop policy open on {table}"); }
        (await AskAsync(program, browser, rule, asked)).ShouldAllBe(it => !Marks(offices.Ours).Any(it.Text.Contains));
    }

    // A visitor's account, which pages are for, is of no office; a program's key is.
    IReadOnlyList<(string Role, Caller Program, Browser Browser)> Who(Rule rule) =>
        [.. offices.In(offices.Neighbours).Where(it => rule.Roles.Contains(it.Role))
            .Where(it => it.Role != "visitor" || rule.Route.StartsWith("/api/", StringComparison.Ordinal))];

    // By the office in the address, and by the thing in one's own.
    IEnumerable<(Things Theirs, Things Nowhere)> Pairs(Rule rule)
    {
        var office = offices.Neighbours.Office;
        if (rule.Route.Contains("{code}", StringComparison.Ordinal) || rule.Route.Contains("{office", StringComparison.Ordinal))
            yield return (offices.Ours, offices.Nowhere);
        if (rule.Route.Split('/')[^1] is not ("arrive" or "receive" or "open" or "ask")) // which begin something of one's own
            yield return (offices.Ours with { Office = office }, offices.Nowhere with { Office = office });
    }

    static IReadOnlyList<string> Marks(Things it) =>
        [TwoOffices.Mark, it.Visit, it.Visitor, it.Person, it.Device, it.Action, it.Complaint, it.Softcopy, it.Webhook];

    async Task<IReadOnlyList<Answer>> AskAsync(Caller program, Browser browser, Rule rule, Things things) =>
        rule.Route.StartsWith("/api/", StringComparison.Ordinal)
            ? [await ProgramTests.AskAsync(program, rule, things, offices.Neighbours.Office.File)]
            : await PageTests.BothAsync(browser, rule, things);
}
