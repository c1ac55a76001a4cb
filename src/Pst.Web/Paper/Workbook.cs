using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;

namespace Pst.Web.Paper;

/// <summary>
/// Tables as an XLSX workbook (ECMA-376), a sheet each: numbers and dates are numbers and dates, heads stay in view, nothing is a formula.
/// The same tables make the same bytes.
/// </summary>
public static class Workbook
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    const string Main = $"{ContentType}.main+xml";
    const int LongestName = 31;

    // A zip must bear a time; this is the first that it can.
    static readonly DateTimeOffset Zipped = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    public static byte[] Of(IReadOnlyList<Table> tables)
    {
        using var made = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(made, SpreadsheetDocumentType.Workbook))
        {
            // With ids of our own: those that are made up are different each time.
            var book = document.AddNewPart<WorkbookPart>(Main, "book");
            book.AddNewPart<WorkbookStylesPart>("styles").Stylesheet = CellLooks.Stylesheet();
            var sheets = new Sheets();
            var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (index, table) in tables.Index())
            {
                var id = $"sheet{index + 1}";
                book.AddNewPart<WorksheetPart>(id).Worksheet = Worksheets.Of(table);
                sheets.AppendChild(new Sheet { Id = id, SheetId = (uint)index + 1, Name = NameOf(table, names) });
            }
            book.Workbook = new(sheets);
        }
        return Timeless(made);
    }

    // What a sheet's name may not hold, and no name twice.
    static string NameOf(Table table, HashSet<string> names)
    {
        var plain = string.Concat(table.Title.Where(it => !"[]:*?/\\'".Contains(it))).Trim();
        var name = plain.Length > LongestName ? plain[..LongestName].TrimEnd() : plain;
        for (var number = 2; !names.Add(name); number++)
            name = $"{plain[..Math.Min(plain.Length, LongestName - 3)].TrimEnd()} {number}";
        return name;
    }

    static byte[] Timeless(MemoryStream made)
    {
        using var bytes = new MemoryStream();
        using (var from = new ZipArchive(made, ZipArchiveMode.Read))
        using (var to = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var entry in from.Entries.OrderBy(it => it.FullName, StringComparer.Ordinal)) // [Content_Types].xml first
            {
                var copy = to.CreateEntry(entry.FullName, CompressionLevel.Optimal);
                copy.LastWriteTime = Zipped;
                using var source = entry.Open();
                using var target = copy.Open();
                source.CopyTo(target);
            }
        return bytes.ToArray();
    }
}
