using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// What can happen to an office. Stored for ever under the type's name in snake_case, so names and members never change; golden/ in the
/// specs holds one of each as stored. Who, when and which office stand in the envelope; a reason is the reference of a text in the vault.
/// </summary>
public abstract record OfficeEvent
{
    private protected OfficeEvent() { }
}

public sealed record OfficeOpened(OfficeDetails Details, LocalSettings Local) : OfficeEvent;

/// <summary>A promise in force from its own date on; the days before keep theirs.</summary>
public sealed record StandardAdopted(Standard Standard) : OfficeEvent;

/// <summary>Whole as they are from now on, whatever part of them changed.</summary>
public sealed record SettingsChanged(OfficeDetails Details, LocalSettings Local) : OfficeEvent;

public sealed record LockerPutOutOfOrder(Locker Locker, Guid Reason) : OfficeEvent;
public sealed record LockerPutBackInOrder(Locker Locker) : OfficeEvent;

/// <param name="Device">A kiosk or display that may act without anyone signed in.</param>
/// <param name="Name">Where it stands.</param>
public sealed record DeviceEnrolled(Guid Device, string Name) : OfficeEvent;

public sealed record DeviceRevoked(Guid Device) : OfficeEvent;

/// <summary>The visits of this day and those before were settled, as far as nothing of theirs was in custody.</summary>
/// <param name="Counted">What a person found; null where nobody looked, as when a forgotten day is closed at night.</param>
/// <param name="Kept">What stayed overnight by the record; null in events of older days.</param>
public sealed record DayClosed(
    DateOnly Day, [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] DrawerCount? Counted = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<KeptItem>? Kept = null) : OfficeEvent;

/// <param name="Officer">The account of who is on duty that day; null where nobody is.</param>
public sealed record DutyAssigned(DateOnly Day, Guid? Officer) : OfficeEvent;

/// <summary>Two officers took each other's day.</summary>
public sealed record DutiesSwapped(DateOnly Day, DateOnly With) : OfficeEvent;

/// <summary>What lay in the drawer and in the lockers, counted by hand.</summary>
/// <param name="Note">Why anything stays, or why the count is another than the record: a text in the vault.</param>
public sealed record DrawerCount(int Cards, int Bags, Guid? Note)
{
    internal bool HasAny => Cards + Bags > 0;
}

/// <summary>A card, a bag, or both, that one person of a visit has here.</summary>
/// <param name="Item">Counted from 1 in a party.</param>
public sealed record KeptItem(VisitId Visit, int Item, IdKind? Card, Locker? Locker);
