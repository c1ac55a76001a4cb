using Pst.Domain;

namespace Pst.Web.Pages;

/// <summary>Times as people of an office read them: on its clock, and with its zone's name where they stand alone.</summary>
public static class Times
{
    /// <summary>"09.12 WIB".</summary>
    public static string Of(DateTimeOffset at, Zone zone) => $"{Short(at, zone)} {zone.Abbreviation}";

    /// <summary>"09.12", where the zone is told nearby.</summary>
    public static string Short(DateTimeOffset at, Zone zone) => zone.Local(at).ToString("t", Languages.Dates);

    /// <summary>"09.12" of today, "27 Feb 09.12" of another day.</summary>
    public static string Since(DateTimeOffset at, DateTimeOffset now, Zone zone) =>
        zone.Day(at) == zone.Day(now) ? Short(at, zone) : $"{zone.Day(at).ToString("d MMM", Languages.Dates)} {Short(at, zone)}";

    public static string Short(TimeOnly at) => at.ToString("t", Languages.Dates);

    /// <summary>"09.12.11", for a history.</summary>
    public static string Exact(DateTimeOffset at, Zone zone) => zone.Local(at).ToString("T", Languages.Dates);

    /// <summary>"4 mnt 10 dtk"; from an hour on without seconds.</summary>
    /// <param name="units">Hours, minutes and seconds, with a bar between them.</param>
    public static string Length(TimeSpan length, string units)
    {
        var names = units.Split('|');
        return length.TotalHours >= 1 ? $"{(int)length.TotalHours} {names[0]} {length.Minutes} {names[1]}"
            : length.TotalMinutes >= 1 ? $"{length.Minutes} {names[1]} {length.Seconds} {names[2]}" : $"{length.Seconds} {names[2]}";
    }

    /// <summary>"2 Maret 2026".</summary>
    public static string Date(DateOnly day) => day.ToString("d MMMM yyyy", Languages.Dates);

    /// <summary>"Senin, 2 Maret 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd, d MMMM yyyy", Languages.Dates);

    /// <summary>"2–8 Maret 2026", "23 Februari – 1 Maret 2026"; one day as a date.</summary>
    public static string Range(DateOnly from, DateOnly to) => (from, to) switch
    {
        _ when from == to => Date(from),
        _ when (from.Year, from.Month) == (to.Year, to.Month) => $"{from.Day}–{Date(to)}",
        _ when from.Year == to.Year => $"{from.ToString("d MMMM", Languages.Dates)} – {Date(to)}",
        _ => $"{Date(from)} – {Date(to)}",
    };

    /// <summary>"2 Maret 2026 09.12 WIB", for what belongs to no office.</summary>
    public static string Long(DateTimeOffset at) => Long(at, Zone.Jakarta);

    public static string Long(DateTimeOffset at, Zone zone) => $"{Date(zone.Day(at))} {Of(at, zone)}";
}
