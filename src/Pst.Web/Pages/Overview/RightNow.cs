using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Overview;

/// <summary>How an office stands at this moment.</summary>
/// <param name="Today">The figures of the day until now.</param>
/// <param name="LongestWait">Of those who wait, or were called and have not come; null where nobody does.</param>
/// <param name="Cards">Identity cards that the front office holds.</param>
/// <param name="Bags">Lockers that are taken.</param>
/// <param name="SeesCustody">Whether the reader may look into custody.</param>
public sealed record RightNow(
    OpenOffice Office, DateTimeOffset At, Sums Today, int Waiting, int InService, TimeSpan? LongestWait, int Cards, int Bags,
    bool SeesCustody)
{
    /// <summary>The day's visits behind a figure.</summary>
    public string Behind(VisitsBehind which) =>
        OverviewView.Behind(Office.Code, ReportPeriod.Of(PeriodKind.Day, Office.Zone.Day(At)), which, null);
}
