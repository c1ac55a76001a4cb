using System.Globalization;
using System.Text.Json.Nodes;

namespace Pst.Web.Pages.Offices;

/// <summary>A holiday as a list of them names it.</summary>
/// <param name="Name">For whoever looks it through; the office's file keeps dates alone.</param>
/// <param name="IsNew">The office does not have it yet.</param>
public sealed record Holiday(DateOnly Day, string Name, bool IsNew);

/// <summary>
/// Holidays of a year as a spreadsheet gives them: a line a day, "2026-03-19;Nyepi" or "19/03/2026,Nyepi", with or without a head.
/// </summary>
/// <param name="Unread">The lines that name no day.</param>
public sealed record HolidayList(IReadOnlyList<Holiday> Days, IReadOnlyList<string> Unread)
{
    const string Iso = "O"; // as the file writes it
    static readonly string[] Formats = [Iso, "d/M/yyyy", "d-M-yyyy", "d.M.yyyy"];

    /// <summary>Reads the list and fills what is new in it into the file, which is not saved by that.</summary>
    public static HolidayList FillIn(string csv, JsonObject file)
    {
        var had = file["local"]!["holidays"]!.AsArray();
        var known = had.Select(FileText.Of).ToHashSet();
        var lines = csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(line => (Text: line, Day: Read(line.Split([';', ',', '\t'], 2), known))).ToList();
        var days = lines.Select(it => it.Day).OfType<Holiday>().DistinctBy(it => it.Day).OrderBy(it => it.Day).ToList();
        foreach (var day in days.Where(it => it.IsNew)) had.Add(Written(day.Day));
        return new(days, [.. lines.Where((it, index) => it.Day is null && index > 0).Select(it => it.Text)]); // the first may be the head
    }

    static Holiday? Read(string[] cells, HashSet<string> known)
    {
        var written = cells[0].Trim(' ', '"', '\uFEFF');
        if (!DateOnly.TryParseExact(written, Formats, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return null;
        return new(day, cells.ElementAtOrDefault(1)?.Trim(' ', '"') ?? "", !known.Contains(Written(day)));
    }

    static string Written(DateOnly day) => day.ToString(Iso, CultureInfo.InvariantCulture);
}
