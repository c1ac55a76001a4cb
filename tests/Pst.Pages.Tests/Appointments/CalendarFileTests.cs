using System.Text;
using Pst.Domain;
using Pst.Web.Appointments;

namespace Pst.Pages.Tests.Appointments;

/// <summary>The file for calendars, as RFC 5545 wants it.</summary>
public sealed class CalendarFileTests
{
    static readonly CalendarFile Made = new(
        new(new("0195a3c2-7e11-7000-8000-000000000001")), new(new(2026, 3, 3), new(9, 30)), Zone.Makassar, Sequence: 1,
        new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)), "pst@example.org", "BPS \"Kota\" Bima", "Kunjungan; ke, PST\\Bima", "Kode: A\nB",
        "Jl. Soekarno Hatta – no.14 Kota Bima 84113, di seberang lapangan yang luas – tanyakan saja", "https://pst.example/j/abc");

    static string[] Lines(CalendarFile file) => $"{file}".Replace("\r\n ", "").Split("\r\n");

    [Fact]
    public void Times_are_the_offices_as_UTC_and_texts_are_escaped()
    {
        var lines = Lines(Made);
        lines.ShouldContain("DTSTAMP:20260302T010000Z");
        lines.ShouldContain("DTSTART:20260303T013000Z");
        lines.ShouldContain("DTEND:20260303T020000Z");
        lines.ShouldContain(@"SUMMARY:Kunjungan\; ke\, PST\\Bima");
        lines.ShouldContain(@"DESCRIPTION:Kode: A\nB");
        lines.ShouldContain("ORGANIZER;CN=\"BPS Kota Bima\":mailto:pst@example.org");
        lines.ShouldContain("UID:0195a3c2-7e11-7000-8000-000000000001");
        lines.ShouldContain("SEQUENCE:1");
        (lines[0], lines[^2], lines[^1]).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR", ""));
    }

    [Fact]
    public void A_line_has_75_octets_at_most_and_no_character_is_cut_in_two()
    {
        var lines = $"{Made}".Split("\r\n");
        lines.ShouldAllBe(it => Encoding.UTF8.GetByteCount(it) <= 75 && !it.Contains('\uFFFD') && !it.Contains('\n'));
        lines.ShouldContain(it => it.StartsWith(' '));
        Lines(Made).ShouldContain(it => it.EndsWith("luas – tanyakan saja", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_cancelled_says_so_to_calendars()
    {
        Lines(Made).ShouldContain("METHOD:PUBLISH");
        Lines(Made).ShouldContain("STATUS:CONFIRMED");
        Lines(Made with { IsCancelled = true }).ShouldContain("METHOD:CANCEL");
        Lines(Made with { IsCancelled = true }).ShouldContain("STATUS:CANCELLED");
    }
}
