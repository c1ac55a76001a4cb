using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// A day of an office, in memory: all events, as the log has them at a position, of the visits that are open on it or belong to it. Every
/// moment of it is told from these, by the folds that make the tables. See docs/decisions/0026-time-machine.md.
/// </summary>
/// <param name="office">The office's own events.</param>
/// <param name="visits">Each visit's events in their order.</param>
public sealed class PastDay(
    DateOnly day, Zone zone, long position, IReadOnlyList<StoredEvent> office, IReadOnlyList<IReadOnlyList<StoredEvent>> visits)
{
    /// <summary>As many as a display shows.</summary>
    public const int Calls = 5;

    public DateOnly Day => day;

    /// <summary>The last one that is in it. Asked for again at it, every moment is the same for ever.</summary>
    public long Position => position;

    public DateTimeOffset From => zone.StartOf(day);

    /// <summary>Exclusive.</summary>
    public DateTimeOffset To => zone.EndOf(day);

    /// <summary>How many events it keeps in memory.</summary>
    public int Size => office.Count + visits.Sum(it => it.Count);

    /// <summary>The office at a moment of the day.</summary>
    public PastMoment At(DateTimeOffset at, Timeline by)
    {
        var told = visits.Select(it => by.Until(it, at)).Where(it => it.Count > 0).ToList();
        var (settings, all) = (SettingsAt(at, by), Rows(Visits.Projection, told));
        var clocks = new ClocksInMemory(all, zone);
        var signed = Rows(QueueBoard.Projection, told).Where(it => it.Row.Signed is not null)
            .Select(it => (it.Visit, it.Row, clocks.Of(it.Row.Signed!.Promise, it.Row.SignedAt)));
        return new(
            at, by, settings, QueueBoard.Of(signed, settings, at).After(LastCalled(all)),
            CustodyBoard.Of(Rows(CustodyBoard.Projection, told), settings, at),
            CallBoard.Of(Rows(CallBoard.Projection, told), From, Calls), Figures.Of(Facts(all, clocks), at));
    }

    /// <summary>What happened, or was recorded, on the day; in that order.</summary>
    public IReadOnlyList<PastEvent> Events(Timeline by) =>
    [
        .. visits.SelectMany(it => Told(it, by)).Where(it => it.At >= From && it.At < To)
            .OrderBy(it => it.At).ThenBy(it => it.Event.Sequence),
    ];

    /// <summary>The promises of the day's visits that were broken by a moment, the first first.</summary>
    public IReadOnlyList<BrokenPromise> Broken(DateTimeOffset until, Timeline by)
    {
        var all = Rows(Visits.Projection, [.. visits.Select(it => by.Until(it, until)).Where(it => it.Count > 0)]);
        var broken =
            from it in Facts(all, new(all, zone))
            where it.VerdictAt(until) == Verdict.Missed
            let due = it.Promise!.Due
            let served = it.Row.ServedAt
            let since = due < served || served is null ? due : served
            select new BrokenPromise(since!.Value, it.Visit, it.Row.Tickets is [.., var last] ? last : null);
        return [.. broken.OrderBy(it => it.At)];
    }

    // Before an office is known it shows as it was known first.
    OfficeState SettingsAt(DateTimeOffset at, Timeline by)
    {
        static OfficeState? Fold(IEnumerable<StoredEvent> events) =>
            events.Aggregate((OfficeState?)null, (state, it) => OfficeState.Evolve(state, (OfficeEvent)it.Data));

        var then = Fold(office.Where(it => by.TimeOf(it) <= at));
        return then is { Standards.Count: > 0 } ? then : Fold(office)!;
    }

    static List<(VisitId Visit, TRow Row)> Rows<TRow>(Projection<TRow> projection, IEnumerable<IReadOnlyList<StoredEvent>> told)
        where TRow : class =>
    [
        .. from it in told
           let row = projection.Of(it)
           where row is not null
           select (new VisitId(it[0].Stream), row),
    ];

    IReadOnlyList<VisitFact> Facts(IEnumerable<(VisitId Visit, VisitRow Row)> all, ClocksInMemory clocks) =>
    [
        .. all.Where(it => zone.Day(it.Row.ArrivedAt) == day)
            .Select(it => VisitFact.Of(it.Visit, it.Row, clocks.Of(it.Row.Signed?.Promise, it.Row.SignedAt), zone)),
    ];

    IEnumerable<VisitRow> LastCalled(IEnumerable<(VisitId Visit, VisitRow Row)> all) =>
        all.Select(it => it.Row).Where(it => it.CalledAt >= From).OrderByDescending(it => it.CalledAt).Take(CallOrder.MostInARow);

    // By what happened, what was put right afterwards is no event of its own.
    static IEnumerable<PastEvent> Told(IReadOnlyList<StoredEvent> visit, Timeline by)
    {
        if (by == Timeline.Occurred && visit.Any(it => it.Data is Voided)) yield break;
        Ticket? ticket = null;
        foreach (var it in by == Timeline.Recorded ? visit : visit.Standing().Where(it => it.Data is not (Undone or EntryCorrected)))
        {
            ticket = it.Data switch { Arrived arrived => arrived.Ticket, Transferred moved => moved.Ticket, _ => ticket };
            yield return new(by.TimeOf(it), ticket, it);
        }
    }
}
