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
public sealed record DayClosed(DateOnly Day) : OfficeEvent;
