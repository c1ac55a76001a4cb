using System.Text.Json;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Simulation;

internal sealed partial class SimulatedOffice
{
    // So long an ended visit is remembered, for what is done to it afterwards.
    static readonly TimeSpan Afterwards = TimeSpan.FromDays(7);

    // Quotas look back a month at most.
    const int DaysOfQuota = 32;

    readonly List<BulkEvent> happened = [];
    readonly Dictionary<VaultTable, List<object?[]>> kept = VaultTable.All.ToDictionary(it => it, _ => new List<object?[]>());
    readonly HashSet<Guid> begun = [];
    readonly Dictionary<Guid, long> continued = [];

    /// <summary>What happened since this was asked last, to be stored.</summary>
    public SimulatedBatch Take()
    {
        var (statements, rows) = guards.Take();
        var batch = new SimulatedBatch(
            office, seeds.Id($"batch/{office}/{version}"), new Dictionary<Guid, long>(continued),
            new([.. happened])
            {
                Guards = [.. statements, GuardSql.Office(office, version, JsonSerializer.Serialize(state, StoredJson.Options))],
                Rows = [.. rows, .. kept.Select(it => new BulkRows(it.Key.Name, it.Key.Columns, [.. it.Value]))],
            });
        Forget();
        return batch;
    }

    void Forget()
    {
        if (happened.Count == 0) return;
        var last = happened[^1].Happened.Envelope.Occurred;
        guards.Forget(DateOnly.FromDateTime(last.UtcDateTime).AddDays(-DaysOfQuota));
        foreach (var (visit, events) in visits.Where(it => !guards.IsOpen(it.Key)).ToList())
            if (events[^1].Envelope.Occurred < last - Afterwards) visits.Remove(visit);
        foreach (var rows in kept.Values) rows.Clear();
        happened.Clear();
        begun.Clear();
        continued.Clear();
    }

    void Happen(IReadOnlyList<OfficeEvent> events, Envelope envelope)
    {
        foreach (var it in events)
        {
            state = OfficeState.Evolve(state, it);
            Record(office.StreamId, ++version, it, envelope);
        }
    }

    void Happen(VisitId visit, VisitEvent it, Envelope envelope, params IReadOnlyList<GuardChange> changes)
    {
        if (!visits.TryGetValue(visit, out var past)) visits[visit] = past = Begin(visit);
        var place = past.Count + 1L;
        past.Add(new(office.Value, visit.Value, place, 0, Types.AliasOf(it.GetType()), it, envelope, default));
        Record(visit.Value, place, it, envelope);
        foreach (var change in changes) guards.Apply(visit, change);
    }

    List<StoredEvent> Begin(VisitId visit)
    {
        guards.Begin(visit);
        hasVisits = true;
        return [];
    }

    void Record(Guid stream, long place, object data, Envelope envelope)
    {
        if (place == 1) begun.Add(stream);
        else if (!begun.Contains(stream)) continued.TryAdd(stream, place - 1);
        happened.Add(new(stream, SampleId.Of(stream, place), new(data, envelope)));
    }

    void Keep(VaultEntry entry, VisitId? visit = null, VisitorId? visitor = null, string? contact = null)
    {
        var isKnown = contact is not null && !known.TryAdd(contact, visitor!.Value);
        foreach (var row in VaultRow.Of(entry, office, visit, visitor, contact is null ? null : keys.ContactHash(office, contact)))
            if (!isKnown || row.Table != VaultTable.Visitors) kept[row.Table].Add(row.Values);
    }
}

/// <summary>What is stored of an office in one transaction.</summary>
/// <param name="Id">The same each time that it is made.</param>
/// <param name="Continued">The streams that began earlier, with the version at which each must stand before.</param>
internal sealed record SimulatedBatch(OfficeCode Office, Guid Id, IReadOnlyDictionary<Guid, long> Continued, BulkAppend Append);
