using System.Collections.Immutable;

namespace Pst.Domain;

/// <summary>What holds all through a visit, from the arrival to the end.</summary>
/// <param name="ArrivedAt">When the arrival occurred.</param>
/// <param name="ArrivedUnder">The day from which the standard is in force that this visit is judged by.</param>
/// <param name="IsOut">For lunch or prayer.</param>
/// <param name="ServedAt">Null until then.</param>
/// <param name="LeftAt">Null while the visit is open, and also where nobody knows when it ended.</param>
/// <param name="Compensation">For a missed promise; null where none was offered.</param>
/// <param name="Custody">What the front office holds, by item.</param>
/// <param name="Incidents">Those that are not over, by the event's version, with the locker that each keeps taken.</param>
/// <param name="Entries">All that a supervisor may correct, as corrected until now, by the event's version.</param>
/// <param name="Version">How many events there are.</param>
public sealed record Stay(
    Channel Channel, DateTimeOffset ArrivedAt, DateOnly ArrivedUnder, int PartySize, VisitorId? Visitor, bool IsRated, bool IsOut,
    ImmutableSortedDictionary<int, Custody> Custody, ImmutableDictionary<long, Locker?> Incidents,
    ImmutableDictionary<long, VisitEvent> Entries, long Version, DateTimeOffset? ServedAt = null,
    DateTimeOffset? LeftAt = null, Compensation? Compensation = null)
{
    /// <summary>Made at the signing; null before, and where nothing was promised.</summary>
    internal Promise? Promise => Entries.Values.OfType<GuestbookSigned>().SingleOrDefault()?.Promise;

    public bool HasCustody => !Custody.IsEmpty;

    /// <summary>The item that a body without one means: the only one there is, else the first.</summary>
    internal int ItemOr(int? named) => named ?? (Custody.Count == 1 ? Custody.Keys.First() : 1);

    internal Custody At(int item) => Custody.GetValueOrDefault(item, Domain.Custody.Nothing);

    internal static Stay Begun(Arrived arrived, DateTimeOffset at) =>
        new(arrived.Channel, at, arrived.Standard, arrived.PartySize, null, false, false, ImmutableSortedDictionary<int, Custody>.Empty,
            ImmutableDictionary<long, Locker?>.Empty, ImmutableDictionary<long, VisitEvent>.Empty.Add(1, arrived), 1);

    internal Stay After(VisitEvent happened) => Changed(happened) with { Version = Version + 1 };

    Stay Changed(VisitEvent happened) => happened switch
    {
        GuestbookSigned signed => Kept(happened) with { Visitor = signed.VisitorId },
        IdHeld it when At(it.Item).Card is null => With(it.Item, At(it.Item) with { Card = it.Kind }),
        LockerAssigned it when At(it.Item) is { Card: not null, Locker: null } => With(it.Item, At(it.Item) with { Locker = it.Locker }),
        LockerReleased it when At(it.Item).Locker == it.Locker => With(it.Item, At(it.Item) with { Locker = null }),
        IdReturned it when At(it.Item) is { Card: not null, Locker: null } => With(it.Item, Domain.Custody.Nothing),
        IdLost it when At(it.Item).Card is not null => Troubled(null).With(it.Item, At(it.Item) with { Card = null }),
        IdHandedOver it when At(it.Item) is { Card: not null, Locker: null } => Troubled(null).With(it.Item, Domain.Custody.Nothing),
        BagLeft it when At(it.Item).Locker == it.Locker => Troubled(null).With(it.Item, At(it.Item) with { Locker = null }),
        LockerJammed it when At(it.Item).Locker == it.Locker => Troubled(it.Locker).With(it.Item, At(it.Item) with { Locker = null }),
        IncidentResolved it when Incidents.ContainsKey(it.EventVersion) => this with { Incidents = Incidents.Remove(it.EventVersion) },
        Rated when !IsRated => Kept(happened) with { IsRated = true },
        PublicationRead or CopiesMade or SoftcopyScanned or SoftcopyDownloaded or Departed => Kept(happened),
        EntryCorrected corrected when Entries.ContainsKey(corrected.EventVersion) => Corrected(corrected),
        NoteTaken or CatalogueSearched or SoftcopyRequested => this,
        CompensationOffered when Compensation is null => this with { Compensation = Domain.Compensation.Offered },
        CompensationGiven when Compensation == Domain.Compensation.Offered => this with { Compensation = Domain.Compensation.Given },
        SteppedOut when !IsOut => this with { IsOut = true },
        CameBack when IsOut => this with { IsOut = false },
        Called or Served when !IsOut => this,
        Skipped or Requeued or Transferred or ServiceEnded => this,
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };

    Stay With(int item, Custody now) =>
        this with { Custody = now == Domain.Custody.Nothing ? Custody.Remove(item) : Custody.SetItem(item, now) };

    // An incident begins, with the locker that it keeps taken.
    Stay Troubled(Locker? locker) => this with { Incidents = Incidents.Add(Version + 1, locker) };

    Stay Kept(VisitEvent entry) => this with { Entries = Entries.Add(Version + 1, entry) };

    Stay Corrected(EntryCorrected corrected)
    {
        var entry = Entry.Corrected(Entries[corrected.EventVersion], corrected.Field, corrected.To);
        var size = entry is Arrived arrived ? arrived.PartySize : PartySize;
        return this with { Entries = Entries.SetItem(corrected.EventVersion, entry), PartySize = size };
    }
}

/// <summary>What the front office keeps of one person: the card, and the bag in a locker.</summary>
/// <param name="Card">Null where it is gone although the bag is still there.</param>
public sealed record Custody(IdKind? Card, Locker? Locker)
{
    internal static Custody Nothing { get; } = new(null, null);
}
