using System.Text.Json.Serialization;

namespace Pst.Domain;

/// <summary>What the decree leaves to the office; its administrator may change it at any time.</summary>
/// <param name="SeasonalHours">Null where the file names none. Periods do not overlap.</param>
/// <param name="DayOverrides">By date.</param>
/// <param name="AmberAtPercent">Of a promise's allowance, 1–100: from there the queue shows amber.</param>
/// <param name="RatingOpenHours">How long after departure a rating is still taken.</param>
/// <param name="RetentionDays">After how many days personal data erases itself.</param>
/// <param name="Uses">Null where the file does not say.</param>
/// <param name="EarlyArrivalMinutes">How long before the doors open a number may be taken; null, where the file does not say, is 0.</param>
/// <param name="Pledge">Null where the office has published none.</param>
/// <param name="Compensation">What a visitor is offered to whom the promise on time was not kept; null where nothing is.</param>
/// <param name="ArchiveDays">How many days a visit's records have to be kept even if its visitor asks to be forgotten; null is 0.</param>
/// <param name="AppointmentPlaces">How many appointments are taken for half an hour; null, where the file does not say, is 2.</param>
public sealed record LocalSettings(
    WeeklyHours Hours, ValueList<SeasonalHours>? SeasonalHours, ValueList<DateOnly> Holidays, ValueList<DayOverride> DayOverrides,
    ValueList<Locker> Lockers, ValueList<Desk> Desks, int AmberAtPercent, int RatingOpenHours, int RetentionDays,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Equipment? Uses = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? EarlyArrivalMinutes = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Pledge? Pledge = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Compensation = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? ArchiveDays = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? AppointmentPlaces = null)
{
    /// <summary>Personal data of visits that arrived before this day erase themselves.</summary>
    /// <param name="today">The office-local day.</param>
    public DateOnly ExpiredBefore(DateOnly today) => Before(today, Math.Max(RetentionDays, ArchiveDays ?? 0));

    /// <summary>Visits that arrived before this day have no archive duty.</summary>
    public DateOnly UnboundBefore(DateOnly today) => Before(today, ArchiveDays ?? 0);

    static DateOnly Before(DateOnly today, int days) => DateOnly.FromDayNumber(Math.Max(0, today.DayNumber - days));

    /// <summary>How many appointments are taken for half an hour; 0: none.</summary>
    [JsonIgnore] public int PlacesASlot => AppointmentPlaces ?? 2;

    /// <summary>An office that does not say uses everything.</summary>
    [JsonIgnore] public Equipment InUse => Uses ?? new(Tickets: true, Display: true, Voice: true);
}

/// <summary>What an office uses of the queue's equipment: a small one may do without ("mode kantor kecil").</summary>
/// <param name="Tickets">Visitors are shown a number, by which they are called.</param>
/// <param name="Display">A screen for all shows who is called.</param>
/// <param name="Voice">The display also says it.</param>
public sealed record Equipment(bool Tickets, bool Display, bool Voice);

/// <summary>
/// The maklumat pelayanan: the statement, signed by the head of the office, that it is able and willing to serve as its standard says. It
/// is to be published clearly and widely (UU 25/2009 art. 22).
/// </summary>
/// <param name="Position">What the signer is, such as "Kepala BPS Kota Metro".</param>
public sealed record Pledge(string Text, string SignedBy, string Position, DateOnly SignedOn);
