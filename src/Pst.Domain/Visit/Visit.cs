using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>What the next decision about a visit must know, and nothing for display.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "The stream's name; its folder is only a folder.")]
public abstract record Visit
{
    public sealed record NotArrived : Visit;

    /// <summary>From the arrival on, until it is voided.</summary>
    public abstract record Begun(Stay Stay) : Visit
    {
        internal Begun Passed() => this with { Stay = Stay with { Version = Stay.Version + 1 } };
    }

    public sealed record AwaitingGuestbook(Stay Stay) : Begun(Stay);
    public sealed record AwaitingService(Stay Stay, QueuePlace Place) : Begun(Stay);

    /// <param name="HasDesk">False from when the desk was freed, while the visitor reads on.</param>
    public sealed record InService(Stay Stay, bool HasDesk = true) : Begun(Stay);

    /// <param name="At">From here the time for rating runs.</param>
    public sealed record Ended(Stay Stay, bool WasServed, DateTimeOffset At) : Begun(Stay);

    public sealed record OutOfStatistics : Visit;

    public static Visit Initial { get; } = new NotArrived();

    /// <summary>The visit as all that happened in it leaves it. What was taken back left nothing but its place in the numbering.</summary>
    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static Visit Of(IReadOnlyList<(VisitEvent Happened, DateTimeOffset At)> history)
    {
        var undone = Undone.In(history.Select(it => it.Happened));
        return history.Index().Aggregate(Initial, (visit, it) => (visit, it.Item.Happened) switch
        {
            (Begun begun, not Undone) when undone.Contains(it.Index + 1) => begun.Passed(),
            _ => Evolve(visit, it.Item.Happened, it.Item.At),
        });
    }

    // One more event of those that still stand.
    static Visit Evolve(Visit visit, VisitEvent happened, DateTimeOffset at) => (visit, happened) switch
    {
        (NotArrived, Arrived arrived) => new AwaitingGuestbook(Stay.Begun(arrived, at)),
        (Begun, Voided) => new OutOfStatistics(),
        (Begun it, Undone undone) when undone.EventVersion <= it.Stay.Version => it.Passed(),
        (Begun it, EntryCorrected or IncidentResolved or NoteTaken or CompensationOffered or CompensationGiven) =>
            it with { Stay = it.Stay.After(happened) },

        (AwaitingGuestbook(var stay), GuestbookSigned) => new AwaitingService(stay.After(happened), QueuePlace.Waiting),
        (AwaitingGuestbook(var stay), Departed it) => Over(stay, it, wasServed: false, at),

        (AwaitingService(var stay, _), Called) => new AwaitingService(stay.After(happened), QueuePlace.Called),
        (AwaitingService(var stay, QueuePlace.Called), Skipped) => new AwaitingService(stay.After(happened), QueuePlace.Skipped),
        (AwaitingService(var stay, QueuePlace.Skipped), Requeued) => new AwaitingService(stay.After(happened), QueuePlace.Waiting),
        (AwaitingService(var stay, _), Transferred) => new AwaitingService(stay.After(happened), QueuePlace.Waiting),
        (AwaitingService(var stay, _), Served) => new InService(stay.After(happened) with { ServedAt = at }),
        (AwaitingService({ HasCustody: false } stay, _), Departed it) => Over(stay, it, wasServed: false, at),

        (InService it,
            PublicationRead or CopiesMade or SoftcopyScanned or CatalogueSearched or SoftcopyRequested or SoftcopyDownloaded) =>
            it with { Stay = it.Stay.After(happened) },
        (InService { HasDesk: true } it, ServiceEnded) => new InService(it.Stay.After(happened), HasDesk: false),
        (InService({ HasCustody: false } stay, _), Departed it) => Over(stay, it, wasServed: true, at),
        (InService or Ended { WasServed: true }, Rated) => (Begun)visit with { Stay = ((Begun)visit).Stay.After(happened) },

        (AwaitingService(var stay, QueuePlace.Called), SteppedOut) => new AwaitingService(stay.After(happened), QueuePlace.Waiting),
        (AwaitingService or InService, SteppedOut or CameBack) =>
            (Begun)visit with { Stay = ((Begun)visit).Stay.After(happened) },
        (AwaitingService or InService,
            IdHeld or LockerAssigned or LockerReleased or IdReturned or IdLost or IdHandedOver or BagLeft or LockerJammed) =>
            (Begun)visit with { Stay = ((Begun)visit).Stay.After(happened) },

        _ => throw new InvalidDataException($"{happened} cannot follow {visit}."),
    };

    static Ended Over(Stay stay, Departed departed, bool wasServed, DateTimeOffset at) =>
        new(stay.After(departed) with { LeftAt = departed.Reason == DepartureReason.UnknownEnd ? null : at }, wasServed, at);

    private Visit() { }
}

/// <summary>Where someone who signed stands until served; a skipped one did not come when called.</summary>
public enum QueuePlace { Waiting, Called, Skipped }
