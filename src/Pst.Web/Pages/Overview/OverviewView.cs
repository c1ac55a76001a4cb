using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>An office's figures of a period, with those that they are compared with.</summary>
/// <param name="Position">The one that was asked for; null for the newest.</param>
public sealed record OverviewView(
    OpenOffice Office, Caller Reader, PeriodChoice Choice, long? Position, OfficeFigures Figures, OfficeFigures Before,
    ComplaintsView Complaints, RightNow Now)
{
    /// <summary>Small counts show to the office's own supervisor and auditor alone.</summary>
    public bool SeesAll => SeesSmall(Reader, Office.Code);

    public Figures Total => Figures.Total;

    public bool IsEmpty => Figures.Days.Count == 0;

    public static bool SeesSmall(Caller reader, OfficeCode office) =>
        reader.Office == office && reader.Role is Role.Supervisor or Role.Auditor;

    /// <summary>Where the visits behind a figure are listed.</summary>
    public string Behind(VisitsBehind which) => Behind(which, Choice.Period);

    /// <summary>The same of a part of the period.</summary>
    public string Behind(VisitsBehind which, ReportPeriod period) => Behind(Office.Code, period, which, Position);

    public static string Behind(OfficeCode office, ReportPeriod period, VisitsBehind which, long? position) =>
        $"/ringkasan/{office}/kunjungan?"
        + string.Join('&', ((string[])[PeriodChoice.QueryOf(period), which.Query, position is { } at ? $"posisi={at}" : ""])
            .Where(it => it.Length > 0));
}
