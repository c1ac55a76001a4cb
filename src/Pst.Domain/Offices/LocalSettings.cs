namespace Pst.Domain;

/// <summary>What the decree leaves to the office; its administrator may change it at any time.</summary>
/// <param name="SeasonalHours">Null where the file names none. Periods do not overlap.</param>
/// <param name="DayOverrides">By date.</param>
/// <param name="AmberAtPercent">Of a promise's allowance, 1–100: from there the queue shows amber.</param>
/// <param name="RatingOpenHours">How long after departure a rating is still taken.</param>
/// <param name="RetentionDays">After how many days personal data erases itself.</param>
public sealed record LocalSettings(
    WeeklyHours Hours, ValueList<SeasonalHours>? SeasonalHours, ValueList<DateOnly> Holidays, ValueList<DayOverride> DayOverrides,
    ValueList<Locker> Lockers, ValueList<Desk> Desks, int AmberAtPercent, int RatingOpenHours, int RetentionDays);
