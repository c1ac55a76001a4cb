using System.Globalization;
using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.TimeMachine;

/// <summary>Where the time machine shows a moment: <c>/waktu/1872?tanggal=2026-03-02&amp;jam=10:15:00&amp;menurut=tercatat</c>.</summary>
public static class PastAddress
{
    const string Exact = "HH:mm:ss.FFFFFF";

    /// <summary>The two tellings as addresses spell them.</summary>
    public static IReadOnlyDictionary<Timeline, string> Words { get; } =
        new Dictionary<Timeline, string> { [Timeline.Occurred] = "terjadi", [Timeline.Recorded] = "tercatat" };

    /// <param name="position">Of the log, so that the moment is told the same for ever; null for all that is known.</param>
    public static string Of(OfficeCode office, Zone zone, DateTimeOffset at, Timeline by, long? position = null) =>
        $"/waktu/{office}?{Query(zone.Day(at), by, position)}&jam={TimeOf(zone, at).ToString(Exact, CultureInfo.InvariantCulture)}";

    /// <summary>A day without its time, without the question mark.</summary>
    public static string Query(DateOnly day, Timeline by, long? position) => string.Create(
        CultureInfo.InvariantCulture,
        $"tanggal={day:yyyy-MM-dd}&menurut={Words[by]}{(position is { } known ? $"&posisi={known}" : "")}");

    internal static TimeOnly TimeOf(Zone zone, DateTimeOffset at) => TimeOnly.FromTimeSpan(zone.Local(at).TimeOfDay);
}
