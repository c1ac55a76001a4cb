using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>
/// Destroys what an office has kept as long as it keeps it, and writes the Berita Acara of it: both in one transaction under the office's
/// lock, so that it is done once however many nodes try, and no hold comes too late.
/// </summary>
public sealed class Destruction(
    PstDatabase database, Streams streams, OfficeMemory offices, ErasureFile file, TimeProvider clock, Sequencer sequencer,
    Rewriting rewriting)
{
    // The office waits while they are destroyed; what is left comes next.
    const int MostVisits = 300;

    static readonly Caller Worker = new("worker:retention", Role.Admin, null);

    /// <summary>One Berita Acara's worth; null where nothing is due.</summary>
    /// <exception cref="StoreBusyException">Nothing is stored; it may be tried again.</exception>
    public Task<RecordsDestroyed?> RunAsync(OfficeCode office, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(office, Guid.CreateVersion7(), cancel));

    async Task<RecordsDestroyed?> TryAsync(OfficeCode office, Guid erasure, CancellationToken cancel)
    {
        if (await offices.FindAsync(office, cancel) is not { } seen) return null;
        var (now, stream) = (clock.GetUtcNow().WholeMicroseconds(), office.RetentionStreamId);
        var moment = ExpiredBefore(seen, now);
        var holds = RetentionOf(await streams.ReadAsync(office.Value, stream, cancel));
        var planned = DuePart.Of(await Expired.ReadAsync(database.App, office, moment, cancel), holds, seen);
        if (planned.Visits.Count == 0) return null;

        var (found, rows) = (new List<KeptVisit>(), new DestroyedRows(0, 0, 0));
        var (lockOffice, state) = offices.Lock(office);
        await using var open = await streams.BeginAsync(
            new(office.Value, erasure, [stream, .. planned.Records.Select(it => it.Value)])
            {
                Lock = lockOffice,
                Facts = [Expired.Before(office, moment, found), Expired.CountOf(office, planned.Ids, it => rows = it)],
            }, cancel);
        var due = DuePart.Of(found, open[stream].Retention(), seen);
        if (state() is not { } settings || ExpiredBefore(settings, now) != moment || !due.Ids.SequenceEqual(planned.Ids))
            throw new AppendConflictException("retention", new InvalidOperationException("What is due has changed."));

        var told = due.Told(erasure, open[stream].Retention(), settings, rows);
        await AppendAsync(open, office, due, told, now, cancel);
        return told;
    }

    async Task AppendAsync(
        StreamTransaction open, OfficeCode office, DuePart due, RecordsDestroyed told, DateTimeOffset now, CancellationToken cancel)
    {
        var envelope = Worker.Envelope(new(told.Erasure, []), now);
        var erased = due.Erased(told.Erasure);
        await open.AppendAsync(
            new(
            [
                .. erased.Select(it => new StreamAppend(it.Record.Value, [new(it.Happened, envelope)])),
                new(office.RetentionStreamId, [new(told, envelope)]),
            ])
            {
                Guards =
                [
                    .. erased.SelectMany(it => GuardSql.Of(it.Happened, office, it.Record)), .. GuardSql.Of(told, office),
                    ErasureWriter.Forget(office, erased.Where(it => it.Happened.Everything).Select(it => it.Record.Value), due.Ids),
                ],
            }, cancel);
        (Guid, object)[] facts =
            [.. erased.Select(it => (it.Record.Value, (object)it.Happened)), (office.RetentionStreamId, told)];
        await file.AddAsync(ErasureEntry.Of(told.Erasure, office, now, facts));
        sequencer.Wake();
        rewriting.Wake();
    }

    static DateTimeOffset ExpiredBefore(OfficeState state, DateTimeOffset now) =>
        state.Details.TimeZone.At(state.Local.ExpiredBefore(state.Hours.LocalDay(now)), TimeOnly.MinValue);

    static Retention RetentionOf(IReadOnlyList<StoredEvent> events) => Retention.Of(events.Select(it => (RetentionEvent)it.Data));

    /// <summary>What is destroyed at once.</summary>
    sealed record DuePart(IReadOnlyList<KeptVisit> Visits, int Withheld, Zone Zone)
    {
        public IReadOnlyList<VisitId> Ids => [.. Visits.Select(it => it.Visit)];

        public IReadOnlyList<VisitorId> Records => [.. Visits.Select(it => it.Record).Distinct()];

        public static DuePart Of(IReadOnlyList<KeptVisit> found, Retention holds, OfficeState state)
        {
            var zone = state.Details.TimeZone;
            var free = found.Where(it => !it.IsHeld && !holds.Withholds(zone.Day(it.ArrivedAt))).ToList();
            return new([.. free.Take(MostVisits)], found.Count - free.Count, zone);
        }

        public IReadOnlyList<(VisitorId Record, DataErased Happened)> Erased(Guid erasure) =>
            [.. Visits.GroupBy(it => it.Record).Select(it => (it.Key, Erased(erasure, it.Key, [.. it])))];

        public RecordsDestroyed Told(Guid erasure, Retention before, OfficeState state, DestroyedRows rows) => new(
            erasure, before.Destructions + 1, Zone.Day(Visits[0].ArrivedAt), Zone.Day(Visits[^1].ArrivedAt), state.Local.RetentionDays,
            Visits.Count, Erased(erasure).Count(it => it.Happened.Everything), rows, Withheld);

        // By the same rules as a request: what was held or has not passed is not among these visits any more.
        static DataErased Erased(Guid erasure, VisitorId record, IReadOnlyList<KeptVisit> visits)
        {
            var kept = new KeptFacts(
                HasData: true, IsInside: false, IsHeld: false, ArchiveUntil: null, [.. visits.Select(it => it.Visit)],
                IsAll: visits[0].Visitor is null || visits[0].Signings == visits.Count);
            var facts = new VisitorFacts(record, null, HasOthers: false) { Kept = kept };
            return (DataErased)((Accepted<VisitorEvent>)VisitorDecider.Decide(new VisitorCommand.Expire(erasure), facts)).Events[0];
        }
    }
}
