using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Vault;

namespace Pst.Web.Api;

/// <summary>What is asked about complaints. Who complained and what was written is opened by itself, and recorded.</summary>
public sealed class ComplaintQueries(
    OfficeQuery office, ComplaintBoard board, ComplaintReads reads, VisitorFile file, StreamAnswers answers)
{
    const int UsualItems = 50;

    static readonly string[] OfBoard = [ComplaintBoard.Projection.Name];

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeComplaints, OfBoard, Filter, async (asked, filter) =>
        {
            var today = asked.Settings.Hours.LocalDay(asked.Now);
            var found = await board.PageAsync(
                asked.Office, filter.From ?? DateOnly.MinValue, filter.To ?? DateOnly.MaxValue, filter.Cursor, filter.Limit + 1,
                it => filter.Wants(it, today), cancel);
            return new ComplaintList(
                [.. found.Take(filter.Limit).Select(it => ComplaintView.Of(it.Id, it.Row, today))],
                found.Count > filter.Limit ? found[filter.Limit - 1].Row.Code.ToString() : null);
        }, cancel);

    public Task<IResult> OneAsync(HttpContext http, string code, string complaintId, CancellationToken cancel) =>
        OfOneAsync(http, code, complaintId, VisitQueries.Moment, async (asked, complaint, moment) =>
            await reads.FindAsync(asked.Office, complaint, moment, cancel) is { } row
                ? ComplaintView.Of(complaint, row, asked.Settings.Hours.LocalDay(asked.Now)) : null, cancel);

    public Task<IResult> EventsAsync(HttpContext http, string code, string complaintId, CancellationToken cancel) =>
        OfOneAsync(http, code, complaintId, _ => true, async (asked, complaint, _) =>
            await reads.OpenAsync(asked.Office, complaint, asked.Caller, cancel) is var (events, texts)
                ? await answers.ListAsync(events, texts, asked.Settings.Details.TimeZone, cancel) : null, cancel);

    public Task<IResult> ComplainantAsync(HttpContext http, string code, string complaintId, CancellationToken cancel) =>
        OfOneAsync(http, code, complaintId, _ => true, async (asked, complaint, _) =>
            await reads.FindAsync(asked.Office, complaint, VisitMoment.Now, cancel) is null
                ? null : await file.OpenComplainantAsync(asked.Office, complaint, asked.Caller, cancel), cancel);

    Task<IResult> OfOneAsync<T>(
        HttpContext http, string code, string complaintId, Func<Fields, T> shape, Func<Asked, ComplaintId, T, Task<object?>> answer,
        CancellationToken cancel) =>
        office.OfOneAsync(http, code, nameof(complaintId), complaintId, Act.SeeComplaints, [], shape, answer, cancel);

    static ComplaintFilter Filter(Fields query)
    {
        var (from, to) = (query.OptionalDate("from"), query.OptionalDate("to"));
        if (to < from) query.At("to").Refuse(new InputError.EndsTooEarly());
        return new(
            from, to, query.OptionalWord<ComplaintStatus>("status"), query.OptionalWord<Element>("class"), query.OptionalBool("overdue"),
            query.OptionalInt("limit", 1, VisitQueries.MostItems) ?? UsualItems, query.OptionalParsed<ComplaintCode>("cursor"));
    }

    sealed record ComplaintFilter(
        DateOnly? From, DateOnly? To, ComplaintStatus? Status, Element? Class, bool? Overdue, int Limit, ComplaintCode? Cursor)
    {
        public bool Wants(ComplaintRow row, DateOnly today) =>
            (Status is null || Status == ComplaintView.StatusOf(row)) && (Class is null || Class == row.Class)
            && (Overdue is null || Overdue == row.IsOverdue(today));
    }
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record ComplaintList(IReadOnlyList<ComplaintView> Items, string? Next);
