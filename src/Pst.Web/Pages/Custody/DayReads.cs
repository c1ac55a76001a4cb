using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Identity;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Custody;

/// <summary>Reads what the end of a day is about: who is still here, what is still held, and how days were closed before.</summary>
public sealed class DayReads(
    InsideBoard inside, CustodyBoard custody, OpenWords words, Streams streams, ActorNames names, TimeProvider clock)
{
    /// <summary>What closing the day would find.</summary>
    public async Task<DayView> ShowAsync(OpenOffice office, DateOnly day, CancellationToken cancel)
    {
        var board = await custody.ShowAsync(office.Code, office.State, clock.GetUtcNow(), cancel);
        var open = await inside.ShowAsync(office.Code, cancel);
        return new(day, office.State.ClosedThrough >= day, [.. open.Where(it => office.Zone.Day(it.ArrivedAt) <= day)], board);
    }

    /// <summary>How the day was closed; null where it was not, or only together with a later one.</summary>
    public Task<Closing?> ClosingAsync(OpenOffice office, DateOnly day, CancellationToken cancel) =>
        FindAsync(office, it => it.Day == day, cancel);

    /// <summary>How the last day was closed that was; null before the first.</summary>
    public Task<Closing?> LastAsync(OpenOffice office, CancellationToken cancel) => FindAsync(office, _ => true, cancel);

    async Task<Closing?> FindAsync(OpenOffice office, Predicate<DayClosed> which, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Code.Value, office.Code.StreamId, cancel);
        if (events.LastOrDefault(it => it.Data is DayClosed closed && which(closed)) is not { Data: DayClosed what } found) return null;

        var then = events.TakeWhile(it => it.Version <= found.Version)
            .Aggregate((OfficeState?)null, (state, it) => OfficeState.Evolve(state, (OfficeEvent)it.Data))!;
        var texts = await words.OfOfficeAsync(office.Code, what.Counted?.Note is { } note ? [note] : [], cancel);
        var name = await names.FindAsync(found.Envelope.Actor, cancel);
        return new(what, found.Envelope.Occurred, name, texts.Values.SingleOrDefault(), then.OutOfOrder);
    }
}

/// <summary>What closing a day would find.</summary>
/// <param name="Open">All visits that arrived by then and have not ended.</param>
public sealed record DayView(DateOnly Day, bool IsClosed, IReadOnlyList<InsideLine> Open, CustodyView Custody)
{
    /// <summary>Those that would be ended, for nothing of theirs is held.</summary>
    public IEnumerable<InsideLine> Ending => Open.Where(it => !Holders.Contains(it.Visit));

    public IEnumerable<LockerLine> OutOfOrder => Custody.Lockers.Where(it => it.State == LockerState.OutOfOrder);

    HashSet<VisitId> Holders => [.. Custody.Ids.Select(it => it.Visit), .. Custody.Taken.Select(it => it.Visit!.Value)];
}

/// <summary>How a day was closed.</summary>
/// <param name="By">The name of who did it; null where the program did.</param>
/// <param name="Note">The explanation; null where there was none, or it was erased.</param>
/// <param name="OutOfOrder">Lockers that were out of order then.</param>
public sealed record Closing(DayClosed What, DateTimeOffset At, string? By, string? Note, IReadOnlyList<Locker> OutOfOrder);
