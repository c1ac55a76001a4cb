using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Api;

/// <summary>The figures of some days, both included, by the office's own calendar.</summary>
public sealed class ReportQueries(OfficeQuery office, Reports reports, Copies copies)
{
    const int MostDays = 3660;

    static readonly string[] OfVisits = [Visits.Projection.Name], OfCopies = [Copies.Projection.Name];

    public Task<IResult> SlaAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReports, OfVisits, Days,
            async (asked, days) => await reports.SlaAsync(asked.Office, asked.Settings, days.From, days.To, asked.Now, cancel), cancel);

    public Task<IResult> RatingsAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReports, OfVisits, Days,
            async (asked, days) => await reports.RatingsAsync(asked.Office, asked.Settings, days.From, days.To, cancel), cancel);

    public Task<IResult> CopiesAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReports, OfCopies, Days,
            async (asked, days) => await copies.ReportAsync(asked.Office, asked.Settings, days.From, days.To, cancel), cancel);

    public Task<IResult> VisitsAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReports, OfVisits, query => (Days: Days(query), By: Grouping(query)),
            async (asked, it) => await reports.VisitsAsync(asked.Office, asked.Settings, it.Days.From, it.Days.To, it.By, cancel), cancel);

    static LocalDays Days(Fields query)
    {
        var (from, to) = (query.Date("from"), query.Date("to"));
        if (query.At("from").IsSound && query.At("to").IsSound && (to < from || to.DayNumber - from.DayNumber > MostDays))
            query.At("to").Refuse(new InputError.EndsTooEarly());
        return new(from, to);
    }

    static VisitGrouping Grouping(Fields query)
    {
        if (!VisitCounts.TryRead(query.OptionalText("by", 20) ?? "day", out var by))
            query.At("by").Refuse(new InputError.NotAWord([.. VisitCounts.Spellings]));
        return by;
    }

    readonly record struct LocalDays(DateOnly From, DateOnly To);
}
