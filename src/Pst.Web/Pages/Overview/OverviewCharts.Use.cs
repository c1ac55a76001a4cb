using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

internal sealed partial class OverviewCharts
{
    // The lowest index that is good ("baik", band B), as a mean mark.
    static readonly decimal Good = Math.Round(76.61m / 25, 2);

    // Beside these each count of sheets has no bar of its own.
    const int MostSheetBars = 20, UsualSheets = 10;

    /// <summary>Each element's mean mark over the complete answers, beside what is good; the regulation tells no figure of few.</summary>
    public Chart Ratings()
    {
        var (sums, ikm) = (view.Total.Sums, view.Total.Sums.Ikm);
        var told = ikm is not null
            ? text["IKM {0:0.00}, mutu {1}, dari {2} penilaian lengkap. Terendah: {3}.", ikm.Value, ikm.Band, sums[Figure.Complete],
                text[$"element.{ikm.Nrr.MinBy(it => it.Value.Round(6)).Key}"].Value]
            : text["Belum cukup: {0} penilaian dengan sembilan unsur, diperlukan paling sedikit {1}.",
                sums[Figure.Complete], Ikm.FewestAnswers];
        return new("unsur", ChartKind.Rows, text["Penilaian menurut unsur"], told, text["Unsur"], [new(text["Nilai rata-rata"])],
            [.. (ikm?.Nrr ?? new Dictionary<Element, Fraction>()).Select(it => RowOf(it.Key, it.Value.Round(2)))])
        {
            Definition = "ikm",
            Least = 1,
            Most = 4,
            Mark = new(Good, text["Baik: {0:0.00}", Good]),
            Note = text["Skala 1–4. Garis: batas bawah mutu B menurut PermenPANRB 14/2017. Penilaian tidak dibuka per pengunjung."],
        };
    }

    ChartRow RowOf(Element element, decimal mean) =>
        new(text[$"element.{element}"], [ChartCell.Of(mean, 2)], $"/penilaian/{view.Office.Code}", mean < Good);

    /// <summary>How many sheets visits copied, with the quota as a line; null where none are offered and none were made.</summary>
    public Chart? Copies()
    {
        var (limit, sums) = (view.Figures.CopyLimit, view.Total.Sums);
        if (limit is null && sums[Figure.Sheets] == 0) return null;

        var top = limit?.MaxSheets ?? UsualSheets;
        var width = (top + MostSheetBars - 1) / MostSheetBars;
        List<Stretch> bars =
            [.. Enumerable.Range(0, (top + width - 1) / width).Select(it => new Stretch(it * width, Math.Min(top, (it + 1) * width)))];
        return new(
            "fotokopi", ChartKind.Columns, text["Fotokopi dan kuotanya"], CopiesTold(limit), text["Lembar"], [new(text["Kunjungan"])],
            [.. bars.Append(new(top, null)).Select(it => RowOf(it, limit))])
        {
            Definition = "sheets_of",
            IsCount = true,
            Mark = limit is null ? null : new(bars.Count, text["Kuota: {0} lembar", limit.MaxSheets]),
            Note = limit is { Window: not CopyWindow.Visit } ? text[$"quota.{Words.Of(limit.Window)}"].Value : null,
        };
    }

    string CopiesTold(CopyLimit? limit)
    {
        var sums = view.Total.Sums;
        var (sheets, visits) = (ChartCell.Of(sums[Figure.Sheets]).Text, ChartCell.Of(view.Total.SheetsOf.Sum).Text);
        var told = text["{0} lembar dalam {1} kunjungan.", sheets, visits];
        return limit is null ? told : told + " " + text["Kuota dilampaui dengan izin penyelia {0} kali.", sums[Figure.CopyOverrides]];
    }

    ChartRow RowOf(Stretch sheets, CopyLimit? limit)
    {
        var tally = view.Total.SheetsOf;
        var count = Enumerable.Range(0, tally.Length).Where(it => it > sheets.After && !(it > sheets.Through)).Sum(it => tally[it]);
        var label = sheets.Through is not { } end ? $"> {sheets.After}"
            : end == sheets.After + 1 ? $"{end}" : $"{sheets.After + 1}–{end}";
        var isOver = limit is not null && sheets.Through is null;
        return new(label, [ChartCell.Of(count)], count == 0 ? null : view.Behind(new(Sheets: sheets)), isOver);
    }
}
