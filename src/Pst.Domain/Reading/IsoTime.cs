using System.Globalization;

namespace Pst.Domain;

/// <summary>Dates and times as ISO 8601 spells them, one spelling each.</summary>
internal static class IsoTime
{
    public const string DateFormat = "yyyy-MM-dd", TimeFormat = "HH:mm";

    // The offset is needed: a time of day alone would mean another instant on another machine.
    static readonly string[] InstantFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz", "yyyy-MM-dd'T'HH:mmzzz"];
    static readonly string[] UtcFormats = ["yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm'Z'"];

    public static bool TryReadDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    public static bool TryReadTime(string text, out TimeOnly time) =>
        TimeOnly.TryParseExact(text, TimeFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out time);

    /// <summary>In UTC and whole microseconds, as PostgreSQL keeps it.</summary>
    public static bool TryReadInstant(string text, out DateTimeOffset instant)
    {
        var culture = CultureInfo.InvariantCulture;
        if (!DateTimeOffset.TryParseExact(text, UtcFormats, culture, DateTimeStyles.AssumeUniversal, out instant)
            && !DateTimeOffset.TryParseExact(text, InstantFormats, culture, DateTimeStyles.None, out instant))
            return false;

        instant = new(instant.UtcTicks - instant.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
        return true;
    }
}
