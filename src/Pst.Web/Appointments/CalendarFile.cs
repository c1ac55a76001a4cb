using System.Globalization;
using System.Text;
using Pst.Domain;

namespace Pst.Web.Appointments;

/// <summary>
/// An appointment as a file for people's calendars (RFC 5545, in the manner of RFC 5546: PUBLISH, or CANCEL). The same appointment has the
/// same UID, and each change a higher SEQUENCE, so that a calendar knows which is the newer.
/// </summary>
/// <param name="Sequence">How often it was changed.</param>
/// <param name="Organizer">The address that mails come from; it stands for the office.</param>
public sealed record CalendarFile(
    AppointmentId Appointment, AppointmentSlot Slot, Zone Zone, long Sequence, DateTimeOffset Stamp, string Organizer, string Office,
    string Summary, string Description, string Location, string Link)
{
    const int MostOctets = 75; // of a line, without its end

    public bool IsCancelled { get; init; }

    /// <summary>PUBLISH or CANCEL, which the mail's part repeats.</summary>
    public string Method => IsCancelled ? "CANCEL" : "PUBLISH";

    public override string ToString() => string.Concat(Lines().Select(it => $"{Folded(it)}\r\n"));

    IEnumerable<string> Lines() =>
    [
        "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Pst//Janji temu//ID", $"METHOD:{Method}",
        "BEGIN:VEVENT",
        $"UID:{Appointment}",
        $"SEQUENCE:{Sequence.ToString(CultureInfo.InvariantCulture)}",
        $"DTSTAMP:{Utc(Stamp)}",
        $"DTSTART:{Utc(Zone.At(Slot.Day, Slot.Start))}",
        $"DTEND:{Utc(Zone.At(Slot.Day, Slot.End))}",
        $"ORGANIZER;CN={Quoted(Office)}:mailto:{Organizer}",
        $"SUMMARY:{Escaped(Summary)}",
        $"DESCRIPTION:{Escaped(Description)}",
        $"LOCATION:{Escaped(Location)}",
        $"URL:{Link}",
        $"STATUS:{(IsCancelled ? "CANCELLED" : "CONFIRMED")}",
        "END:VEVENT", "END:VCALENDAR",
    ];

    static string Utc(DateTimeOffset at) => at.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Of text: RFC 5545, 3.3.11.
    static string Escaped(string text) =>
        text.Replace(@"\", @"\\").Replace(";", @"\;").Replace(",", @"\,").ReplaceLineEndings(@"\n");

    // Of a parameter: RFC 5545, 3.2. It knows no quote in quotes.
    static string Quoted(string text) => $"\"{string.Concat(text.Where(it => it != '"' && !char.IsControl(it)))}\"";

    // A long line goes on in the next one, after a space; no character is cut in two.
    static string Folded(string line)
    {
        var (folded, octets) = (new StringBuilder(), 0);
        foreach (var rune in line.EnumerateRunes())
        {
            if (octets + rune.Utf8SequenceLength > MostOctets)
            {
                folded.Append("\r\n ");
                octets = 1;
            }
            folded.Append(rune);
            octets += rune.Utf8SequenceLength;
        }
        return folded.ToString();
    }
}
