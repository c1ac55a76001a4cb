using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Simulation;
using Pst.Web.Writing;
using EventLog = Pst.EventStore.EventLog;

namespace Pst.Bench;

/// <summary>
/// How the figures grow with the log: simulated years of more and more offices, each size in a database of its own, as the table of
/// docs/performance.md has them.
/// </summary>
static class Growth
{
    const int EventsAnOffice = 66_000; // of a year, in the mean
    const int Months = 200, Years = 7;

    static readonly DateOnly From = new(2025, 1, 1), To = new(2025, 12, 31);

    static readonly DateTimeOffset Now = new(To.AddDays(1), default, TimeSpan.Zero);

    public static async Task RunAsync(IReadOnlyList<int> millions)
    {
        Console.WriteLine(
            "| events | offices | simulated, events/s | sequencer behind | visits rebuilt, events/s | all rebuilt, events/s "
            + "| office-month p95 | national year | bytes a visit |\n|---|---|---|---|---|---|---|---|---|");
        foreach (var size in millions) await MeasureAsync(size);
    }

    static async Task MeasureAsync(int millions)
    {
        await using var server = await TemporaryPostgres.StartAsync(18, TemporaryPostgres.Durable);
        var database = await server.CreateDatabaseAsync();
        await using var country = await Country.FoundAsync(database, offices: 0);
        var plan = new SimulationPlan(millions * 1_000_000 / EventsAnOffice, From, To, Seed: millions);
        var (events, simulated) = await SimulateAsync(country, plan);
        var behind = events - simulated.Moved;
        var (visits, all) = await RebuildAsync(country, events);
        await ExecuteAsync(country, "vacuum analyze");
        var month = await TimesAsync(Months, index => MonthAsync(country, plan, index));
        var year = await TimesAsync(Years, _ =>
            country.Get<Statistics>().NationalAsync(From, To, null, Now, CancellationToken.None));
        var bytes = await BytesAsync(country);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"| {events:N0} | {plan.Offices} | {events / simulated.Seconds:N0} | {behind:N0} | {visits:N0} | {all:N0} "
            + $"| {month[^(Months / 20)]:N1} ms | {year[Years / 2]:N0} ms | {bytes} |"));
        foreach (var result in await Pages.MeasureAsync(country, database, "/laporan/0001/2025-02/laporan.pdf")) Report.Print(result);
        foreach (var result in await new Proofs(country, database).RunAsync()) Report.Print(result);
    }

    // What the sequencer had done when the last event was stored.
    static async Task<(long Events, (double Seconds, long Moved) Simulated)> SimulateAsync(Country country, SimulationPlan plan)
    {
        var run = new SimulationRun(country.Get<PstDatabase>(), country.Get<Sequencer>(), country.Get<EdgeKeys>(), Console.Error);
        var took = Stopwatch.StartNew();
        var events = await run.RunAsync(plan, CancellationToken.None);
        return (events, (took.Elapsed.TotalSeconds, run.SequencedOnTheWay));
    }

    // All of them from one reading of the log, as `./pst rebuild all` does; the largest, with the days' figures, also alone.
    static async Task<(double Visits, double All)> RebuildAsync(Country country, long events)
    {
        var runner = new ProjectionRunner(
            country.Get<PstDatabase>().Worker, country.Get<EventLog>(), country.Get<LogSignal>(), StoredEvents.Types, KeptProjections.All);
        var all = await PerSecondAsync(events, () => runner.RebuildAsync(KeptProjections.Names, CancellationToken.None));
        return (await PerSecondAsync(events, () => runner.RebuildAsync(Visits.Projection.Name, CancellationToken.None)), all);
    }

    static async Task<double> PerSecondAsync(long events, Func<Task> work)
    {
        var took = Stopwatch.StartNew();
        await work();
        return events / took.Elapsed.TotalSeconds;
    }

    static async Task MonthAsync(Country country, SimulationPlan plan, int index)
    {
        var (office, first) = (new OfficeCode($"{index % plan.Offices + 1:0000}"), new DateOnly(From.Year, index * 5 % 12 + 1, 1));
        var settings = await country.Get<OfficeMemory>().FindAsync(office, CancellationToken.None);
        var last = first.AddMonths(1).AddDays(-1);
        await country.Get<Statistics>().OfAsync(
            office, settings!, first, last, null, Now, CancellationToken.None);
    }

    static async Task<List<double>> TimesAsync(int count, Func<int, Task> work)
    {
        await work(0);
        var times = new List<double>();
        for (var index = 0; index < count; index++)
        {
            var took = Stopwatch.StartNew();
            await work(index);
            times.Add(took.Elapsed.TotalMilliseconds);
        }
        return [.. times.Order()];
    }

    // The log with its proofs, the vault, and what can be made again.
    static async Task<string> BytesAsync(Country country)
    {
        const string size = """
            select (sum(pg_total_relation_size(c.oid)) filter (where n.nspname = 'pst') / v.visits)::bigint,
                (sum(pg_total_relation_size(c.oid)) filter (where n.nspname = 'vault') / v.visits)::bigint,
                (sum(pg_total_relation_size(c.oid)) filter (where n.nspname = 'read') / v.visits)::bigint
            from pg_class c join pg_namespace n on n.oid = c.relnamespace,
                (select count(*) visits from pst.mt_events where type = 'arrived') v
            where c.relkind = 'r' group by v.visits
            """;
        await using var command = country.Owner.CreateCommand(size);
        await using var rows = await command.ExecuteReaderAsync();
        await rows.ReadAsync();
        var (log, vault, tables) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetInt64(2));
        return string.Create(
            CultureInfo.InvariantCulture, $"{log + vault + tables:N0} (log {log:N0}, vault {vault:N0}, tables {tables:N0})");
    }

    static async Task ExecuteAsync(Country country, string sql)
    {
        await using var connection = await country.Owner.OpenConnectionAsync();
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync();
    }
}
