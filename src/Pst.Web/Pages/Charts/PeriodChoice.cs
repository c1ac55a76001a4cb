using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Pages.Charts;

/// <summary>
/// The period that an address names: <c>?periode=bulan&amp;tanggal=2026-03-15</c>, or <c>?dari=2026-03-01&amp;sampai=2026-03-31</c>;
/// where it names none that can be understood, the last days.
/// </summary>
/// <param name="Today">In the office.</param>
/// <param name="Usual">How many days are looked at where none are named.</param>
public sealed record PeriodChoice(ReportPeriod Period, DateOnly Today, int Usual)
{
    /// <summary>So many that each day of the week comes several times, or each month.</summary>
    public const int Month = 30, Year = 365;

    static readonly DateOnly First = new(2000, 1, 1), Last = new(2099, 12, 31); // beyond, somebody mistyped

    /// <summary>The kinds as addresses spell them.</summary>
    public static IReadOnlyDictionary<PeriodKind, string> Words { get; } = new Dictionary<PeriodKind, string>
    {
        [PeriodKind.Day] = "hari", [PeriodKind.Week] = "minggu", [PeriodKind.Month] = "bulan",
        [PeriodKind.Quarter] = "triwulan", [PeriodKind.Year] = "tahun",
    };

    public static PeriodChoice Of(IQueryCollection query, DateOnly today, int usual = Month)
    {
        var kind = Words.FirstOrDefault(it => it.Value == query["periode"].ToString()).Key;
        var period = kind != PeriodKind.Free ? ReportPeriod.Of(kind, DayOf(query["tanggal"]) ?? today)
            : DayOf(query["dari"]) is { } from && DayOf(query["sampai"]) is { } to ? ReportPeriod.Between(from, to)
            : ReportPeriod.EndingOn(today, usual);
        return new(period, today, usual);
    }

    public bool IsUsual => Period == ReportPeriod.EndingOn(Today, Usual);

    /// <summary>What it is compared with.</summary>
    public ReportPeriod Compared => Period.ComparedOn(Today);

    /// <summary>Whether anything can have happened in the one after it.</summary>
    public bool HasAfter => Period.To < Today;

    /// <summary>The same day, or the last one of the period, in a period of another kind.</summary>
    public ReportPeriod As(PeriodKind kind) => ReportPeriod.Of(kind, Period.Contains(Today) ? Today : Period.To);

    public string Query => QueryOf(Period);

    /// <summary>As an address names it, without the question mark.</summary>
    public static string QueryOf(ReportPeriod period) => period.Kind == PeriodKind.Free
        ? $"dari={Spelled(period.From)}&sampai={Spelled(period.To)}" : $"periode={Words[period.Kind]}&tanggal={Spelled(period.From)}";

    /// <summary>"Maret 2026", "2–8 Maret 2026".</summary>
    /// <param name="quarter">What a quarter is called before its number.</param>
    public static string NameOf(ReportPeriod period, string quarter) => period.Kind switch
    {
        PeriodKind.Month => period.From.ToString("MMMM yyyy", Languages.Dates),
        PeriodKind.Quarter => $"{quarter} {(period.From.Month + 2) / 3} {period.From.Year}",
        PeriodKind.Year => $"{period.From.Year}",
        PeriodKind.Day => Times.Day(period.From),
        _ => Times.Range(period.From, period.To),
    };

    /// <summary>As addresses and date fields spell a day.</summary>
    public static string Spelled(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static DateOnly? DayOf(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        && day >= First && day <= Last ? day : null;
}
