using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>A month's report as it lies on a table.</summary>
/// <param name="Kept">When and as which issue it was made; null for one that is not kept.</param>
/// <param name="Proof">Where the code on it leads.</param>
/// <param name="Files">Where the tables are to be had as files, up to the name; null on paper.</param>
public sealed record MonthPaper(MonthReport Report, (int Issue, DateTimeOffset Made)? Kept, string Proof, string? Files = null)
{
    const decimal HighestMark = 4;

    /// <summary>The drawing that goes with a table; null for those that need none.</summary>
    public PaperChart? ChartOf(Table table) => table.Rows.Count == 0 ? null : table.Name switch
    {
        "waktu-tunggu" when Total(table) > 0 => PaperChart.Of(table, 0, 1) with { Mark = PromiseIn(table) },
        "harian" or "jam" => PaperChart.Of(table, 0, 1),
        "ikm-unsur" when table.Rows[0][4].IsFigure => PaperChart.Of(table, 1, 4, isLying: true, HighestMark),
        _ => null,
    };

    static long Total(Table table) => table.Rows.Sum(it => it[1] is Cell.Count(var count) ? count : 0);

    // Before the first bar that lies past it.
    static (int, string)? PromiseIn(Table table) =>
        table.Rows.TakeWhile(it => it[2] is Cell.Words { Text: "dalam janji" }).Count() is > 0 and var within
            ? (within, "batas janji") : null;
}

/// <summary>Prints reports.</summary>
public sealed class MonthPrints(PaperViews views, PdfPrinter printer)
{
    const string View = "/Pages/Monthly/_Paper.cshtml";

    /// <exception cref="NotPrintedException">There is nothing that prints, or it did not print.</exception>
    public async Task<byte[]> PrintAsync(MonthPaper paper, CancellationToken cancel) =>
        await printer.PrintAsync(await views.WriteAsync(View, paper), cancel);
}
