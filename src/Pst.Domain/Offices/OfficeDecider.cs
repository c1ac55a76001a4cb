using System.Diagnostics;
using static Pst.Domain.OfficeCommand;
using static Pst.Domain.OfficeRefusal;

namespace Pst.Domain;

/// <summary>What may be asked about an office.</summary>
public abstract record OfficeCommand
{
    /// <summary>Opens the office, or brings it to what its file says.</summary>
    public sealed record PutFile(Office File) : OfficeCommand;

    public sealed record PutOutOfOrder(Locker Locker, Guid Reason) : OfficeCommand;
    public sealed record PutBackInOrder(Locker Locker) : OfficeCommand;
    public sealed record EnrolDevice(Guid Device, string Name) : OfficeCommand;
    public sealed record RevokeDevice(Guid Device) : OfficeCommand;

    /// <param name="Counted">What a person found; null where nobody looked.</param>
    public sealed record CloseDay(DateOnly Day, DrawerCount? Counted = null) : OfficeCommand;

    /// <param name="Days">Those that are named; the others stay as they are.</param>
    public sealed record PlanDuties(ValueList<PlannedDuty> Days) : OfficeCommand;

    public sealed record SwapDuties(DateOnly Day, DateOnly With) : OfficeCommand;

    private OfficeCommand() { }
}

/// <summary>What a decision needs beside the office.</summary>
/// <param name="Today">The office's day.</param>
/// <param name="HasVisits">Whether anyone ever arrived.</param>
/// <param name="OccupiedLockers">Those that an open visit holds.</param>
public sealed record OfficeFacts(DateOnly Today, bool HasVisits, IReadOnlyCollection<Locker> OccupiedLockers)
{
    /// <summary>What stays in custody when the day is closed.</summary>
    public IReadOnlyList<KeptItem> Kept { get; init; } = [];
}

public static partial class OfficeDecider
{
    static readonly Accepted<OfficeEvent> Nothing = new([]);

    /// <summary>The rules, one a line.</summary>
    public static Decision<OfficeEvent> Decide(OfficeCommand command, OfficeState? office, OfficeFacts facts) => (command, office) switch
    {
        (PutFile(var file), null) => Accept(new OfficeOpened(file.Details, file.Local), new StandardAdopted(file.Standard)),
        (_, null) => new NotFound(),

        (PutFile(var file), _) => Change(office, file, facts),

        (PutOutOfOrder asked, _) when !office.Local.Lockers.Contains(asked.Locker) => new UnknownLocker(),
        (PutOutOfOrder asked, _) when office.OutOfOrder.Contains(asked.Locker) => new LockerOutOfOrder(),
        (PutOutOfOrder asked, _) => new LockerPutOutOfOrder(asked.Locker, asked.Reason),

        (PutBackInOrder asked, _) when !office.Local.Lockers.Contains(asked.Locker) => new UnknownLocker(),
        (PutBackInOrder asked, _) when !office.OutOfOrder.Contains(asked.Locker) => new LockerInOrder(),
        (PutBackInOrder asked, _) => new LockerPutBackInOrder(asked.Locker),

        (EnrolDevice asked, _) when office.Devices.Contains(asked.Device) => new DeviceEnrolledAlready(),
        (EnrolDevice asked, _) => new DeviceEnrolled(asked.Device, asked.Name),
        (RevokeDevice asked, _) when !office.Devices.Contains(asked.Device) => new UnknownDevice(),
        (RevokeDevice asked, _) => new DeviceRevoked(asked.Device),

        (CloseDay asked, _) when asked.Day > facts.Today => new WrongField("date", new InputError.InTheFuture()),
        (CloseDay asked, _) when office.IsClosed(asked.Day) => Nothing, // its visits may still have to be settled; the day is closed
        (CloseDay { Counted: { Note: null } counted }, _) when counted.HasAny || facts.Kept.Count > 0 => Unexplained(facts),
        (CloseDay asked, _) => new DayClosed(asked.Day, asked.Counted, [.. facts.Kept]),

        (PlanDuties(var days), _) => PlanDuties(days, office, facts),
        (SwapDuties asked, _) => SwapDuties(asked, office, facts),

        _ => throw new UnreachableException($"No rule for {command}."),
    };

    static Decision<OfficeEvent> Change(OfficeState office, Office file, OfficeFacts facts)
    {
        var settings = file.Details != office.Details || file.Local != office.Local;
        var standard = file.Standard != office.Standards[^1];

        if (file.Details.TimeZone != office.Details.TimeZone && facts.HasVisits) return new ZoneFixed();
        if (facts.OccupiedLockers.Except(file.Local.Lockers).Any()) return new LockerTaken();
        if (standard && !office.IsLater(file.Standard)) return new StandardNotLater();

        var changes = new List<OfficeEvent>();
        if (settings) changes.Add(new SettingsChanged(file.Details, file.Local));
        if (standard) changes.Add(new StandardAdopted(file.Standard));
        return new Accepted<OfficeEvent>(changes);
    }

    static DayNotExplained Unexplained(OfficeFacts facts) =>
        new(facts.Kept.Count(it => it.Card is not null), facts.Kept.Count(it => it.Locker is not null));

    static Accepted<OfficeEvent> Accept(params IReadOnlyList<OfficeEvent> events) => new(events);
}
