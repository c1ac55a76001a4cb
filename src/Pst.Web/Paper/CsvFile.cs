using System.Globalization;
using System.Text;

namespace Pst.Web.Paper;

/// <summary>
/// A table as CSV (RFC 4180) in UTF-8, for programs: decimals with a point, dates as ISO 8601. The mark at its beginning tells Excel that
/// it is UTF-8.
/// </summary>
public static class CsvFile
{
    public const string ContentType = "text/csv; charset=utf-8";

    // A spreadsheet takes what begins so for a formula, also behind blanks (OWASP, CSV injection), and the wide forms for the others.
    const string Formula = "=+-@\t\r\n＝＋－＠";

    static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: true);

    public static byte[] Of(Table table)
    {
        var lines = table.Rows.Select(row => row.Select(FieldOf)).Prepend(table.Heads.Select(Harmless));
        var text = string.Concat(lines.Select(it => $"{string.Join(',', it.Select(Quoted))}\r\n"));
        return [.. Utf8.Preamble, .. Utf8.GetBytes(text)];
    }

    static string Quoted(string field) =>
        field.AsSpan().ContainsAny("\",\r\n") || field != field.Trim()
            ? $"\"{field.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : field;

    static string FieldOf(Cell cell) => cell switch
    {
        Cell.Words(var text) => Harmless(text),
        Cell.Count(var number) => number.ToString(CultureInfo.InvariantCulture),
        Cell.Measure(var number, var decimals) => number.ToString($"F{decimals}", CultureInfo.InvariantCulture),
        Cell.Percent(var number) => number.ToString("F2", CultureInfo.InvariantCulture),
        Cell.Day(var date) => date.ToString("O", CultureInfo.InvariantCulture),
        Cell.Moment(var local) => local.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture),
        _ => throw new InvalidOperationException($"{cell} is not written."),
    };

    // With an apostrophe it is text to every spreadsheet.
    static string Harmless(string text) => BeginsAsFormula(text) || BeginsAsFormula(text.TrimStart()) ? $"'{text}" : text;

    static bool BeginsAsFormula(string text) => text is [var first, ..] && Formula.Contains(first);
}
