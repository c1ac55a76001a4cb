using System.Globalization;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Paper;

namespace Pst.Web.Pages.History;

/// <summary>What a search found, as a file: a line a visit, with the log's position in each.</summary>
public static class SearchFile
{
    public static Table Of(SearchResult result, IStringLocalizer<Sentences> text) => new Table(
        "pencarian-riwayat", text["Riwayat"],
        [
            text["Kode kantor"], text["Kantor"], text["Id kunjungan"], text["Nomor"], text["Datang"], text["Zona waktu"], text["Layanan"],
            text["search.kanal"], text["Keadaan"], text["Janji waktu"], text["search.langkah"], text["Ditemukan karena"],
        ],
        [.. result.Visits.Select(it => Line(it, result.At, text))]).With(text["Posisi log"], result.Position);

    static IReadOnlyList<Cell> Line(FoundVisit found, DateTimeOffset at, IStringLocalizer<Sentences> text)
    {
        var (visit, row) = (found.Visit, found.Visit.Row);
        var local = found.Zone.Local(row.ArrivedAt).DateTime;
        return
        [
            found.Hit.Office.Value, found.OfficeName, $"{visit.Visit}", $"{found.Ticket}",
            new Cell.Moment(local.AddTicks(-(local.Ticks % TimeSpan.TicksPerSecond))), found.Zone.Abbreviation,
            text[$"service.{row.Service}"].Value, text[$"channel.{Words.Of(row.Arrived.Channel)}"].Value,
            text[$"status.{Words.Of(visit.Status)}"].Value,
            visit.VerdictAt(at) is { } verdict ? text[$"sla.{Words.Of(verdict)}"].Value : null,
            string.Join(' ', found.Steps.Select(it => it.Version.ToString(CultureInfo.InvariantCulture))),
            string.Join(" | ", found.Steps.Select(it => it.Told)),
        ];
    }
}
