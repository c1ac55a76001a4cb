using System.Collections.Immutable;

namespace Pst.Domain;

/// <summary>What holds all through a visit, from the arrival to the end.</summary>
/// <param name="ArrivedAt">When the arrival occurred.</param>
/// <param name="ArrivedUnder">The day from which the standard is in force that this visit is judged by.</param>
/// <param name="IsOut">For lunch or prayer.</param>
/// <param name="Custody">What the front office holds, by item.</param>
/// <param name="Entries">All that a supervisor may correct, as corrected until now, by the event's version.</param>
/// <param name="Version">How many events there are.</param>
public sealed record Stay(
    Channel Channel, DateTimeOffset ArrivedAt, DateOnly ArrivedUnder, int PartySize, VisitorId? Visitor, bool IsRated, bool IsOut,
    ImmutableSortedDictionary<int, Custody> Custody, ImmutableDictionary<long, VisitEvent> Entries, long Version)
{
    public bool HasCustody => !Custody.IsEmpty;

    /// <summary>The item that a body without one means: the only one there is, else the first.</summary>
    internal int ItemOr(int? named) => named ?? (Custody.Count == 1 ? Custody.Keys.First() : 1);

    internal static Stay Begun(Arrived arrived, DateTimeOffset at) =>
        new(arrived.Channel, at, arrived.Standard, arrived.PartySize, null, false, false, ImmutableSortedDictionary<int, Custody>.Empty,
            ImmutableDictionary<long, VisitEvent>.Empty.Add(1, arrived), 1);

    internal Stay After(VisitEvent happened) => Changed(happened) with { Version = Version + 1 };

    Stay Changed(VisitEvent happened) => happened switch
    {
        GuestbookSigned signed => Kept(happened) with { Visitor = signed.VisitorId },
        IdHeld held when !Custody.ContainsKey(held.Item) => this with { Custody = Custody.Add(held.Item, new(held.Kind, null)) },
        LockerAssigned given when Held(given.Item).Locker is null => Using(given.Locker, given.Item),
        LockerReleased back when Held(back.Item).Locker == back.Locker => Using(null, back.Item),
        IdReturned { Item: var item } when Held(item).Locker is null => this with { Custody = Custody.Remove(item) },
        Rated when !IsRated => Kept(happened) with { IsRated = true },
        PublicationRead or CopiesMade or SoftcopyScanned or Departed => Kept(happened),
        EntryCorrected corrected when Entries.ContainsKey(corrected.EventVersion) => Corrected(corrected),
        SteppedOut when !IsOut => this with { IsOut = true },
        CameBack when IsOut => this with { IsOut = false },
        Called or Served when !IsOut => this,
        Skipped or Requeued or Transferred or ServiceEnded => this,
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };

    Stay Using(Locker? locker, int item) => this with { Custody = Custody.SetItem(item, Held(item) with { Locker = locker }) };

    Stay Kept(VisitEvent entry) => this with { Entries = Entries.Add(Version + 1, entry) };

    Stay Corrected(EntryCorrected corrected)
    {
        var entry = Entry.Corrected(Entries[corrected.EventVersion], corrected.Field, corrected.To);
        var size = entry is Arrived arrived ? arrived.PartySize : PartySize;
        return this with { Entries = Entries.SetItem(corrected.EventVersion, entry), PartySize = size };
    }

    Custody Held(int item) =>
        Custody.TryGetValue(item, out var held) ? held : throw new InvalidDataException($"No card {item} is held.");
}

/// <summary>A card that the front office keeps, and the locker that it is kept for.</summary>
public sealed record Custody(IdKind Kind, Locker? Locker);
