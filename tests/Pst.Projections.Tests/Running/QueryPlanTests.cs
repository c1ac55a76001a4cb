using Npgsql;
using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>What a screen costs must follow from what it shows.</summary>
public sealed class QueryPlanTests : IAsyncLifetime
{
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task The_queue_keeps_no_row_of_a_visit_that_has_ended()
    {
        foreach (var number in Enumerable.Range(1, 10))
            await log.AppendAsync(Metro, Visit(number), ("09:00", ArrivedWith(number)), ("09:01", SignedAt("09:01", number)));
        foreach (var number in Enumerable.Range(1, 8))
            await log.AppendAsync(Metro, Visit(number), ("09:02", number > 4 ? Unserved : new Voided(Reason)));
        await log.Runner().CatchUpAsync(default);

        (await log.ScalarAsync<int>("select count(*) from read.queue_1")).ShouldBe(2);
    }

    [Fact]
    public async Task The_queue_reads_the_visits_of_its_office_alone()
    {
        await FillAsync("""
            insert into read.queue_1 (tenant_id, stream_id, document)
            select (1700 + office)::text, gen_random_uuid(), '{}' from generate_series(0, 299) office, generate_series(1, 100)
            """);

        (await PlanAsync(Statement.Of(QueueBoard.Open("read.queue_1")).With(Metro.Value))).ShouldContain("queue_1_pkey");
    }

    [Fact]
    public async Task The_list_of_visits_reads_from_where_it_begins_and_no_further_than_its_page()
    {
        await FillVisitsAsync();
        var list = Statement.Of(Visits.Arrived("read.visits_1"))
            .With(Metro.Value).With(At("1 00:00")).With(At("4 00:00")).With<string?>(null, NpgsqlTypes.NpgsqlDbType.Text)
            .With<string?>(null, NpgsqlTypes.NpgsqlDbType.Text).With(At("3 00:00")).With(Guid.Empty).With(51);

        (await PlanAsync(list)).ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
    }

    [Fact]
    public async Task A_report_reads_its_days()
    {
        await FillVisitsAsync();
        var report = Statement.Of(Visits.Between("read.visits_1")).With(Metro.Value).With(At("2 00:00")).With(At("2 01:00"));

        (await PlanAsync(report)).ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
    }

    [Fact]
    public async Task Figures_read_the_days_that_are_asked_for()
    {
        await FillVisitsAsync();
        var counts = string.Concat(VisitDays.Names.Select(_ => ", 1"));
        await log.ScalarAsync<string>($$"""
            insert into read.visits_1_days
            select (1700 + office)::text, day, 1{{counts}}, null, null, '{}'
            from generate_series(0, 299) office, generate_series('2026-01-01'::date, '2026-03-02', interval '1 day') day;
            analyze; select ''
            """);
        var days = Statement.Of(VisitDays.Of("read.visits_1"))
            .With(Metro.Value).With(Monday.AddDays(-1)).With(Monday).With(Visits.Projection.Name);

        (await PlanAsync(days)).ShouldContain("visits_1_days_pkey");
    }

    [Fact]
    public async Task A_day_is_added_up_from_its_visits_alone()
    {
        await FillVisitsAsync();
        var visits = Statement.Of(DayVisits.OfDays("read.visits_1")).With<string[]>([Metro.Value]).With<DateTimeOffset[]>([At("2 00:00")]);

        var plan = await PlanAsync(visits);
        plan.ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
        plan.ShouldContain("visits_1_tenant_id_signed_at_idx");
    }

    [Fact]
    public async Task A_past_day_reads_its_visits_and_those_that_stayed()
    {
        await FillVisitsAsync();
        var visits = Statement.Of(PastDays.Of("read.visits_1"))
            .With(Metro.Value).With(At("1 12:00")).With(At("2 00:00")).With(At("2 01:00"));

        var plan = await PlanAsync(visits);
        plan.ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
        plan.ShouldContain("visits_1_tenant_id_over_at_idx");
    }

    [Fact]
    public async Task The_expected_wait_reads_its_weeks_alone()
    {
        await FillVisitsAsync();
        var waits = Statement.Of(ExpectedWaits.Between("read.visits_1")).With(Metro.Value).With(At("2 00:00")).With(At("2 01:00"));

        (await PlanAsync(waits)).ShouldContain("visits_1_tenant_id_signed_at_idx");
    }

    [Fact]
    public async Task The_last_calls_are_read_without_those_before_them()
    {
        await FillAsync("""
            insert into read.calls_1 (tenant_id, stream_id, document, called_at)
            select (1700 + office)::text, gen_random_uuid(), '{}', moment
            from generate_series(0, 299) office, generate_series('2026-03-01', '2026-03-02', interval '15 minutes') moment
            """);

        (await PlanAsync(Statement.Of(CallBoard.Since("read.calls_1")).With(Metro.Value).With(At("2 00:00")).With(5)))
            .ShouldContain("calls_1_tenant_id_called_at_idx");
    }

    [Fact]
    public async Task The_visitor_before_is_found_without_a_search()
    {
        await FillVisitsAsync();
        var before = Statement.Of(PromiseClocks.Before("read.visits_1")).With(Metro.Value)
            .With<DateTimeOffset[]>([At("2 01:00")]).With<DateTimeOffset[]>([At("2 00:00")]);

        (await PlanAsync(before)).ShouldContain("visits_1_tenant_id_signed_at_idx");
    }

    [Fact]
    public async Task The_last_calls_are_found_without_a_search()
    {
        await FillVisitsAsync();
        var called = Statement.Of(QueueBoard.LastCalled("read.visits_1")).With(Metro.Value).With(At("1 00:00")).With(2);

        (await PlanAsync(called)).ShouldContain("visits_1_tenant_id_called_at_idx");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_search_reads_its_days_and_the_steps_of_their_visits(bool national)
    {
        await FillVisitsAsync();
        // Not by the triggers, which would note and sign what nobody reads here.
        await log.ScalarAsync<string>("""
            set session_replication_role = replica;
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            select row_number() over (), gen_random_uuid(), stream_id, step, '{}', 'arrived', arrived_at, tenant_id
            from read.visits_1, generate_series(1, 3) step;
            set session_replication_role = origin; analyze; select ''
            """);
        string[] offices = national ? [.. Enumerable.Range(1700, 300).Select(it => $"{it}")] : [Metro.Value];
        NpgsqlBatchCommand Asked(string sql) => Statement.Of(sql).With(offices)
            .With<DateTimeOffset[]>([.. offices.Select(_ => At("2 00:00"))])
            .With<DateTimeOffset[]>([.. offices.Select(_ => At("2 01:00"))])
            .With(At("3 00:00")).With(Guid.Empty).With<string?>(null, NpgsqlTypes.NpgsqlDbType.Text)
            .With<int?>(null, NpgsqlTypes.NpgsqlDbType.Integer).With(HistorySearch.Budget);

        var steps = new StepFilter(null, null, null, null, StepMark.Late)
            .With(Asked(HistorySearch.WithSteps("read.visits_1")).With(51));
        var plan = await PlanAsync(steps, national);
        plan.ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
        plan.ShouldContain("pk_mt_events_stream_and_version");
        (await PlanAsync(Asked(HistorySearch.Listed("read.visits_1")), national))
            .ShouldContain("visits_1_tenant_id_arrived_at_stream_id_idx");
    }

    [Fact]
    public async Task Sheets_are_sought_by_visitor_also_by_a_plan_of_the_office_first_day() =>
        (await PlanAsync(GuardQueries.CopiesOf(Metro, Visit(1), new(2026, 3, 2), []).Command)).ShouldMatch(@"Index Cond: .*visitor = ANY");

    Task FillVisitsAsync() => FillAsync("""
        insert into read.visits_1 (tenant_id, stream_id, document, arrived_at, status, tickets, signed_at, called_at, precedes, position)
        select (1700 + office)::text, gen_random_uuid(), '{}', moment, 'departed', 'PS-001', moment, moment, true, 1
        from generate_series(0, 299) office, generate_series('2026-03-01', '2026-03-02', interval '15 minutes') moment
        """);

    async Task FillAsync(string sql)
    {
        await log.Runner().CatchUpAsync(default);
        await log.ScalarAsync<string>($"{sql}; analyze; select ''");
    }

    async Task<string> PlanAsync(NpgsqlBatchCommand query, bool asWorker = false)
    {
        query.CommandText = $"explain {query.CommandText}";
        await using var rows = await OfficeReads.QueryAsync(asWorker ? log.Worker : log.App, Metro, query, default);
        var plan = new List<string>();
        while (await rows.ReadAsync()) plan.Add(rows.GetString(0));
        var text = string.Join('\n', plan);
        text.Replace("Seq Scan on projection", "", StringComparison.Ordinal).ShouldNotContain("Seq Scan"); // the register is a few rows
        return text;
    }
}
