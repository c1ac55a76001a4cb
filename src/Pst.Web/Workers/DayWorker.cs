using Npgsql;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Workers;

/// <summary>
/// Closes what nobody closed: after midnight, the visits that were recorded before today, so that a forgotten day blocks no visitor. What a
/// supervisor enters today about the past is left alone until tomorrow.
/// </summary>
public sealed class DayWorker(
    PstDatabase database, OfficeMemory offices, DayCloser closer, EdgeKeys keys, TimeProvider clock, ILogger<DayWorker> log)
    : RoundWorker(TimeSpan.FromMinutes(5), clock, log)
{
    const string Waiting = "select tenant_id from pst.guard_visit group by tenant_id having min(day) < $1";
    static readonly Caller Worker = new("worker:day", Role.Supervisor, null);

    readonly Dictionary<OfficeCode, DateOnly> closed = [];

    /// <summary>One round over all offices in which somebody is still inside from an earlier day.</summary>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        var now = Clock.GetUtcNow();
        foreach (var office in await WaitingAsync(now, cancel))
        {
            if (await offices.FindAsync(office, cancel) is not { } state) continue;
            var today = state.Hours.LocalDay(now);
            if (closed.GetValueOrDefault(office) < today) await CloseAsync(office, state.Details.TimeZone, today, cancel);
            closed[office] = today;
        }
    }

    // The same name on every node and after every start: a day is closed once.
    async Task CloseAsync(OfficeCode office, Zone zone, DateOnly today, CancellationToken cancel)
    {
        var id = keys.CommandId($"close-before-{today:yyyy-MM-dd}", $"worker/{office}", []);
        await closer.CloseAsync(new(office, today.AddDays(-1), Worker, id, RecordedBefore: zone.At(today, TimeOnly.MinValue)), cancel);
    }

    // By the latest zone's day, so that no office is left out; each then looks at its own.
    async Task<IReadOnlyList<OfficeCode>> WaitingAsync(DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Waiting);
        command.Parameters.Add(new() { Value = Zone.Jayapura.Day(now) });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<OfficeCode>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetString(0)));
        return found;
    }
}
