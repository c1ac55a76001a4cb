using System.Globalization;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Breaches;

/// <summary>The form as it is sent again by each of its buttons.</summary>
public sealed class BreachForm
{
    const string Spelling = "yyyy-MM-ddTHH:mm";

    public string? Subject { get; set; }
    public string? From { get; set; }
    public string? To { get; set; }
    public string? Known { get; set; }
    public string? Reason { get; set; }

    /// <summary>A moment as a field of the form holds it.</summary>
    public static string Write(DateTimeOffset at, Zone zone) => zone.Local(at).ToString(Spelling, CultureInfo.InvariantCulture);

    /// <summary>Null where something is missing, or the end is not after the beginning.</summary>
    public BreachAsked? Read(Zone zone) =>
        Subject is { Length: > 0 and <= 100 } subject && Moment(From, zone) is { } from && Moment(To, zone) is { } to && from < to
            && Moment(Known, zone) is { } known && Reason?.Trim() is { Length: > 0 and <= CommandBodies.MaxReason } reason
            ? new(subject, from, to, known, reason) : null;

    // Some browsers send the seconds, too.
    static DateTimeOffset? Moment(string? text, Zone zone) =>
        DateTime.TryParseExact(
            text, [Spelling, $"{Spelling}:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year > 2000
            ? new DateTimeOffset(local, zone.Offset) : null;
}
