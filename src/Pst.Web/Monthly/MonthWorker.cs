using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Monthly;

/// <summary>
/// Makes each office's report of each month that is over and has none: on every node, one at a time where they can tell, and once in any
/// case. After a pause it makes what was left out, up to a year back.
/// </summary>
public sealed partial class MonthWorker(
    PstDatabase database, OfficeMemory offices, Statistics statistics, KeptReports kept, IServiceScopeFactory scopes,
    TimeProvider clock, ILogger<MonthWorker> log)
    : BackgroundService
{
    const string Alone = "select pg_try_advisory_xact_lock(hashtext('pst month reports'))";

    // The lock waits while the reports are made, which the usual limit forbids.
    const string Waiting = "set local idle_in_transaction_session_timeout = 0";

    const string Maker = "worker:month";
    const int MonthsBack = 12;
    static readonly TimeSpan Pause = TimeSpan.FromMinutes(10), Retry = TimeSpan.FromSeconds(10);

    // What a day leaves open is closed after midnight, and what is written down at its end is recorded by then.
    static readonly TimeSpan AfterMidnight = TimeSpan.FromHours(2);

    // The newest month that was looked at, so that a round costs nothing but at a month's beginning.
    readonly Dictionary<OfficeCode, DateOnly> done = [];

    /// <summary>One round over all offices, unless another node is on its own.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var alone = await connection.BeginTransactionAsync(cancel);
        await using var wait = new NpgsqlCommand(Waiting, connection, alone);
        await wait.ExecuteNonQueryAsync(cancel);
        await using var ask = new NpgsqlCommand(Alone, connection, alone);
        if (await ask.ExecuteScalarAsync(cancel) is not true) return;

        foreach (var office in await offices.CodesAsync(cancel))
            if (await offices.FindAsync(office, cancel) is { } state) await MakeAsync(office, state, cancel);
    }

    /// <summary>What one office lacks.</summary>
    internal async Task MakeAsync(OfficeCode office, OfficeState state, CancellationToken cancel)
    {
        var over = ReportPeriod.Of(PeriodKind.Month, state.Hours.LocalDay(clock.GetUtcNow() - AfterMidnight)).Before;
        if (done.GetValueOrDefault(office) == over.From) return;

        // Months before the office's first visit have nothing to tell; one without visits after that has.
        var there = await kept.MonthsAsync(office, cancel);
        var months = Enumerable.Range(1 - MonthsBack, MonthsBack)
            .Select(it => ReportPeriod.Of(PeriodKind.Month, over.From.AddMonths(it))).ToList();
        var first = await FirstAsync(office, state, months[0].From, over.To, cancel);
        await using var scope = scopes.CreateAsyncScope();
        var making = scope.ServiceProvider.GetRequiredService<MonthMaking>();
        foreach (var month in months.Where(it => it.To >= first && !there.Contains(it.From)))
            if (await making.MakeAsync(office, state, month, Maker, cancel)) SayMade(office, month.From);
        done[office] = over.From;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true) await Task.Delay(await TryAsync(stoppingToken) ? Pause : Retry, clock, stoppingToken);
    }

    // At a first start the tables are still being filled; what cannot be told now can be soon.
    async Task<bool> TryAsync(CancellationToken cancel)
    {
        try
        {
            await RunOnceAsync(cancel);
            return true;
        }
        catch (Exception away) when (away is NpgsqlException or ProjectionNotReadyException || DatabaseAway.IsTold(away))
        {
            SayWaiting(away);
            return false;
        }
    }

    async Task<DateOnly> FirstAsync(OfficeCode office, OfficeState state, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var figures = await statistics.OfAsync(office, state, from, to, null, clock.GetUtcNow(), cancel);
        return figures.Days is [var day, ..] ? day.Day : DateOnly.MaxValue;
    }

    [LoggerMessage(LogLevel.Information, "The report of office {Office} for the month from {Month} is made.")]
    partial void SayMade(OfficeCode office, DateOnly month);

    [LoggerMessage(LogLevel.Warning, "Making reports of months waits.")]
    partial void SayWaiting(Exception away);
}
