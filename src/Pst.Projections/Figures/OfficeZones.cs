using System.Collections.Concurrent;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>The offices' zones, by which moments become days. An office's is fixed with its first visit, so each is asked once.</summary>
internal sealed class OfficeZones(NpgsqlDataSource worker)
{
    const string Known = "select tenant_id, document -> 'Details' ->> 'TimeZone' from pst.guard_office where tenant_id = any ($1)";

    readonly ConcurrentDictionary<string, Zone> zones = new();

    /// <exception cref="InvalidDataException">The office was never opened: a visit's own office was, before it.</exception>
    internal Zone this[string tenant] =>
        zones.TryGetValue(tenant, out var zone) ? zone : throw new InvalidDataException($"The office {tenant} was never opened.");

    /// <summary>The days that moments lie in.</summary>
    internal async Task<IReadOnlyCollection<DayKey>> DaysOfAsync(
        IReadOnlyCollection<(string Tenant, DateTimeOffset At)> moments, CancellationToken cancel)
    {
        await KnowAsync(moments.Select(it => it.Tenant), cancel);
        return moments.Select(it => new DayKey(it.Tenant, this[it.Tenant].Day(it.At))).ToHashSet();
    }

    internal async Task KnowAsync(IEnumerable<string> tenants, CancellationToken cancel)
    {
        string[] unknown = [.. tenants.ToHashSet().Where(it => !zones.ContainsKey(it))];
        if (unknown.Length == 0) return;
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Known).With(unknown));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) zones[rows.GetString(0)] = Zone.Parse(rows.GetString(1), null);
    }
}

/// <summary>A day of an office by its own calendar.</summary>
internal readonly record struct DayKey(string Tenant, DateOnly Day);
