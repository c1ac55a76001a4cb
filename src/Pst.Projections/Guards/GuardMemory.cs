using System.Runtime.InteropServices;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// One office's guards in memory, for who decides for the whole office alone and stores many visits at once: moved by the same changes as
/// the tables. What is to be stored of them is taken with the events.
/// </summary>
public sealed partial class GuardMemory(OfficeCode office)
{
    readonly Dictionary<VisitId, OpenVisit> open = [];
    readonly Dictionary<(ServiceCode Service, DateOnly Day), int> tickets = [];
    readonly Dictionary<Locker, (VisitId Visit, int Item)> lockers = [];
    readonly Dictionary<VisitId, SortedDictionary<long, CopiedSheets>> copies = [];
    readonly Dictionary<VisitId, VisitorId> copying = [];

    public IReadOnlyCollection<Locker> LockersInUse => lockers.Keys;

    public VisitId? HolderOf(Locker locker) => lockers.TryGetValue(locker, out var held) ? held.Visit : null;

    public bool IsOpen(VisitId visit) => open.ContainsKey(visit);

    /// <summary>Whether the visitor has another open visit on this one's channel.</summary>
    public bool IsElsewhere(VisitorId visitor, VisitId visit) =>
        open.TryGetValue(visit, out var mine)
        && open.Any(it => it.Key != visit && it.Value.Visitor == visitor && it.Value.Channel == mine.Channel);

    /// <summary>The last ticket number by day, over the days around a moment.</summary>
    public void LastTickets(ServiceCode service, DateOnly around, Dictionary<DateOnly, int> found)
    {
        for (var day = around.AddDays(-1); day <= around.AddDays(1); day = day.AddDays(1))
            if (tickets.TryGetValue((service, day), out var last)) found[day] = last;
    }

    /// <summary>The sheets of an open visit's visitor, as far back as they are remembered.</summary>
    public IEnumerable<CopiedSheets> CopiesOf(VisitId visit) =>
        open.TryGetValue(visit, out var it) && it.Visitor is { } visitor
            ? copying.Where(other => other.Value == visitor).SelectMany(other => copies[other.Key].Values)
            : [];

    /// <summary>The open visits that arrived on a day or before it, in the order of the closing of a day.</summary>
    public IReadOnlyList<VisitId> OpenUntil(DateOnly day) =>
        [.. open.Where(it => it.Value.Day <= day).Select(it => it.Key).OrderBy(it => it.Value)];

    /// <summary>Days before this one are asked for no more: their tickets, and the sheets of visits that are over, are forgotten.</summary>
    public void Forget(DateOnly before)
    {
        foreach (var ticket in tickets.Keys.Where(it => it.Day < before).ToList()) tickets.Remove(ticket);
        foreach (var (visit, sheets) in copies.Where(it => !IsOpen(it.Key) && it.Value.Values.All(one => one.Day < before)).ToList())
            Drop(visit);
    }

    void Move(VisitId visit, GuardChange change)
    {
        switch (change)
        {
            case GuardChange.VisitOpened it: open.Add(visit, new(it.Channel, it.Day, null)); break;
            case GuardChange.TicketGiven it: Raise((it.Ticket.Service, it.Day), it.Ticket.Number); break;
            case GuardChange.VisitorInside it: open[visit] = open[visit] with { Visitor = it.Visitor }; break;
            case GuardChange.LockerTaken it: lockers.Add(it.Locker, (visit, it.Item)); break;
            case GuardChange.LockerFreed it: lockers.Remove(it.Locker); break;
            case GuardChange.SheetsCopied it: Copy(visit, it); break;
            case GuardChange.SheetsCorrected it: Correct(visit, it); break;
            case GuardChange.SheetsTakenBack it: copies[visit].Remove(it.Version); break;
            case GuardChange.VisitClosed: open.Remove(visit); break;
            case GuardChange.VisitVoided: Void(visit); break;
            default: throw new ArgumentOutOfRangeException(nameof(change));
        }
    }

    void Raise((ServiceCode, DateOnly) key, int number) =>
        CollectionsMarshal.GetValueRefOrAddDefault(tickets, key, out _) = Math.Max(tickets.GetValueOrDefault(key), number);

    void Copy(VisitId visit, GuardChange.SheetsCopied made)
    {
        copying[visit] = open[visit].Visitor!.Value;
        if (!copies.TryGetValue(visit, out var sheets)) copies[visit] = sheets = [];
        sheets[made.Version] = new(visit, made.Day, made.Sheets);
    }

    void Correct(VisitId visit, GuardChange.SheetsCorrected it)
    {
        if (copies.TryGetValue(visit, out var sheets) && sheets.TryGetValue(it.Version, out var made))
            sheets[it.Version] = made with { Sheets = it.Sheets };
    }

    void Void(VisitId visit)
    {
        open.Remove(visit);
        foreach (var locker in lockers.Where(it => it.Value.Visit == visit).Select(it => it.Key).ToList()) lockers.Remove(locker);
        Drop(visit);
    }

    void Drop(VisitId visit)
    {
        copies.Remove(visit);
        copying.Remove(visit);
    }

    sealed record OpenVisit(Channel Channel, DateOnly Day, VisitorId? Visitor);
}
