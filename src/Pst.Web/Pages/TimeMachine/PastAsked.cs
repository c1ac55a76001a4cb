using System.Globalization;
using Pst.Projections;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>Which moment of an office an address names.</summary>
/// <param name="Time">Null where none is named.</param>
/// <param name="Position">That the log is read to; null for all of it.</param>
public sealed record PastAsked(DateOnly Day, TimeOnly? Time, Timeline By, long? Position)
{
    static readonly DateOnly First = new(2000, 1, 1); // before, somebody mistyped

    /// <summary>What is left out is today, and what had happened. Null where something cannot be understood.</summary>
    public static PastAsked? Of(IQueryCollection query, DateOnly today)
    {
        DateOnly? day = Text(query, "tanggal") is not { } date ? today
            : DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var read) ? read : null;
        if (day is not { } found || found < First) return null;
        if (ByOf(Text(query, "menurut")) is not { } by || !TryTime(query, out var time)) return null;
        if (Text(query, "posisi") is not { } position) return new(Earlier(found, today), time, by, null);
        return long.TryParse(position, NumberStyles.None, CultureInfo.InvariantCulture, out var known)
            ? new(Earlier(found, today), time, by, known) : null;
    }

    static Timeline? ByOf(string? word) => word is null ? Timeline.Occurred
        : PastAddress.Words.Where(it => it.Value == word).Select(it => (Timeline?)it.Key).FirstOrDefault();

    // A time of the clock, or the seconds of the day, as the bar has them.
    static bool TryTime(IQueryCollection query, out TimeOnly? time)
    {
        time = null;
        if (Text(query, "detik") is { } seconds)
        {
            if (!int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var count) || count >= 86_400) return false;
            time = TimeOnly.MinValue.Add(TimeSpan.FromSeconds(count));
        }
        else if (Text(query, "jam") is { } clock)
        {
            if (!TimeOnly.TryParse(clock, CultureInfo.InvariantCulture, out var read)) return false;
            time = read;
        }
        return true;
    }

    static string? Text(IQueryCollection query, string name) => query[name].ToString() is { Length: > 0 } text ? text : null;

    static DateOnly Earlier(DateOnly day, DateOnly today) => day < today ? day : today;
}
