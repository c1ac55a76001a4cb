using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Monthly;
using Pst.Web.Pages.Charts;
using Pst.Web.Paper;

namespace Pst.Web.Pages.Satisfaction;

/// <summary>The satisfaction index of a period, as the page and its files ask for it.</summary>
public sealed class IkmDoor(
    OfficeDoor door, Statistics statistics, MonthReports reports, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    /// <param name="position">What of the log counts; null for all that there is.</param>
    /// <returns>Null where there is no such office for the caller, or no such position.</returns>
    public async Task<IkmView?> OpenAsync(
        Caller caller, OfficeCode? office, IQueryCollection query, long? position, CancellationToken cancel)
    {
        if (await door.OpenAsync(caller, office, cancel) is not { } open) return null;
        if (position is { } asked && (asked < 1 || asked > await reports.HeadAsync(cancel))) return null;
        var (now, choice) = (clock.GetUtcNow(), PeriodChoice.Of(query, open.Zone.Day(clock.GetUtcNow())));
        if (await FactsAsync(open, choice.Period, position, now, cancel) is not { } facts) return null;
        var sums = Figures.Of(facts.Visits, facts.Computed.At).Sums;
        var elements = Languages.OnPaper(() => IkmTables.Elements(sums, text));
        return new(open, choice, facts, sums, [elements, IkmTables.Index(sums)]);
    }

    async Task<FiguredVisits?> FactsAsync(
        OpenOffice open, ReportPeriod period, long? position, DateTimeOffset now, CancellationToken cancel)
    {
        try { return await statistics.FactsAsync(open.Code, open.State, period.From, period.To, position, now, cancel); }
        catch (UnknownPositionException) { return null; } // before the office was opened
    }
}

/// <param name="Tables">As the office hands them in.</param>
public sealed record IkmView(OpenOffice Office, PeriodChoice Choice, FiguredVisits Facts, Sums Sums, IReadOnlyList<Table> Tables)
{
    /// <summary>Ratings with words, the newest day first; within a day not in their order, which would tell whose they are.</summary>
    public IReadOnlyList<(DateOnly Day, int Overall, Guid Comment)> Comments { get; } =
    [
        .. Facts.Visits.Where(it => it.Rated?.CommentRef is not null)
            .Select(it => (it.Day, it.Rated!.Overall, it.Rated.CommentRef!.Value))
            .OrderByDescending(it => it.Day).ThenBy(it => it.Item3),
    ];

    public string FileOf(string name) => $"/ikm/{Office.Code}/{name}?{Choice.Query}&posisi={Facts.Computed.Position}";
}
