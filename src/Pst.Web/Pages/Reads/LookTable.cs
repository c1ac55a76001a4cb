using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Reads;

/// <summary>Looks as a table for programs, with the place of each in the log, by which it can be proven.</summary>
internal static class LookTable
{
    internal static Table Of(IEnumerable<ShownLook> looks, Func<OfficeCode, Zone> zoneOf, IStringLocalizer text) => new(
        "pembacaan", "Pembacaan data pengunjung",
        ["Kantor", "Waktu", "Pembaca", "Akun", "Peran", "Perangkat", "Dibuka", "Untuk", "Alasan", "Nomor", "Kunjungan", "Posisi log"],
        [
            .. looks.Select(it => (IReadOnlyList<Cell>)
            [
                it.Line.Office.Value, new Cell.Moment(zoneOf(it.Line.Office).Local(it.Line.Row.At).DateTime), it.Reader, it.Line.Row.Reader,
                it.Line.Row.Role is { } role ? text[$"role.{role}"].Value : null, it.Device, Of(text, it.Line.Row.What),
                Of(text, it.Line.Row.Purpose), it.Reason, it.Visit?.Ticket, it.Visit?.Visit.ToString(), it.Line.Position,
            ]),
        ]);

    /// <summary>What was seen, in words; of what was recorded before that was asked, that it is not known.</summary>
    internal static string Of(IStringLocalizer text, Seen? what) => text[what is { } it ? $"seen.{Words.Of(it)}" : "seen.unknown"];

    /// <summary>The same of why.</summary>
    internal static string Of(IStringLocalizer text, SeenFor? why) => text[why is { } it ? $"seenfor.{Words.Of(it)}" : "seen.unknown"];
}
