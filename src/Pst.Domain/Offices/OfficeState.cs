using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>
/// An office as its events have made it: what its own next decision must know, and those of its visits. Before it is opened: null.
/// </summary>
/// <param name="Standards">Oldest first.</param>
/// <param name="Devices">Enrolled and not revoked.</param>
/// <param name="ClosedThrough">The last day that was closed.</param>
/// <param name="Duties">Who is on duty on the days that are not closed, by day; null before the first.</param>
public sealed record OfficeState(
    OfficeDetails Details, LocalSettings Local, ValueList<Standard> Standards, ValueList<Locker> OutOfOrder, ValueList<Guid> Devices,
    DateOnly? ClosedThrough,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] ValueList<Duty>? Duties = null)
{
    [JsonIgnore] public ServiceHours Hours => new(Local, Details.TimeZone);

    /// <summary>The promise in force on a day; null before the first.</summary>
    public Standard? StandardOn(DateOnly day) => Standards.LastOrDefault(it => it.EffectiveFrom <= day);

    /// <summary>The office's file as it would be put now: with the newest standard, also if that is not in force yet.</summary>
    public Office File(OfficeCode code) => new(code, Details, Standards[^1], Local);

    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static OfficeState Evolve(OfficeState? office, OfficeEvent happened) => (office, happened) switch
    {
        (null, OfficeOpened it) => new(it.Details, it.Local, [], [], [], null),
        ({ } open, StandardAdopted it) when open.IsLater(it.Standard) => open with { Standards = [.. open.Standards, it.Standard] },
        ({ } open, SettingsChanged it) => open with { Details = it.Details, Local = it.Local },
        ({ } open, LockerPutOutOfOrder it) when !open.OutOfOrder.Contains(it.Locker) =>
            open with { OutOfOrder = [.. open.OutOfOrder, it.Locker] },
        ({ } open, LockerPutBackInOrder it) when open.OutOfOrder.Contains(it.Locker) =>
            open with { OutOfOrder = [.. open.OutOfOrder.Where(locker => locker != it.Locker)] },
        ({ } open, DeviceEnrolled it) when !open.Devices.Contains(it.Device) => open with { Devices = [.. open.Devices, it.Device] },
        ({ } open, DeviceRevoked it) when open.Devices.Contains(it.Device) =>
            open with { Devices = [.. open.Devices.Where(device => device != it.Device)] },
        ({ } open, DayClosed it) when !open.IsClosed(it.Day) => open with { ClosedThrough = it.Day, Duties = open.DutiesAfter(it.Day) },
        ({ } open, DutyAssigned it) => open.With(it.Day, it.Officer),
        ({ } open, DutiesSwapped it) => open.With(it.Day, open.OnDuty(it.With)).With(it.With, open.OnDuty(it.Day)),
        _ => throw new InvalidDataException($"{happened.GetType().Name} cannot follow here."),
    };

    /// <summary>The account of who is on duty on a day; null where nobody is.</summary>
    public Guid? OnDuty(DateOnly day) => Duties?.FirstOrDefault(it => it.Day == day)?.Officer;

    OfficeState With(DateOnly day, Guid? officer)
    {
        var others = (Duties ?? []).Where(it => it.Day != day);
        return this with { Duties = [.. (officer is { } it ? others.Append(new(day, it)) : others).OrderBy(it => it.Day)] };
    }

    // What is over is history: the stream has it.
    ValueList<Duty>? DutiesAfter(DateOnly day) => Duties is { } all ? [.. all.Where(it => it.Day > day)] : null;

    internal bool IsLater(Standard standard) => Standards.Count == 0 || Standards[^1].EffectiveFrom < standard.EffectiveFrom;

    internal bool IsClosed(DateOnly day) => day <= ClosedThrough;
}

/// <summary>Who is on duty on a day.</summary>
/// <param name="Officer">The account.</param>
public sealed record Duty(DateOnly Day, Guid Officer);
