using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Identity;
using Pst.Web.Pages.FollowUps;

namespace Pst.Web.Api;

/// <summary>What is asked about follow-up actions. What is written of them is the office's own, not a visitor's.</summary>
public sealed class FollowUpQueries(OfficeQuery office, FollowUpReads reads, Officers officers, StreamAnswers answers)
{
    const int UsualItems = 50;

    static readonly string[] OfBoard = [FollowUps.Projection.Name];

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeReports, OfBoard, Filter, async (asked, filter) =>
        {
            var today = asked.Settings.Hours.LocalDay(asked.Now);
            var found = await reads.PageAsync(asked.Office, it => filter.Wants(it, today), filter.Cursor, filter.Limit + 1, cancel);
            return new FollowUpList(
                [.. found.Take(filter.Limit).Select(it => FollowUpView.Of(it, today))],
                found.Count > filter.Limit ? found[filter.Limit - 1].Id.ToString() : null);
        }, cancel);

    public Task<IResult> OneAsync(HttpContext http, string code, string actionId, CancellationToken cancel) =>
        OfOneAsync(http, code, actionId, VisitQueries.Moment, async (asked, action, moment) =>
            await reads.FindAsync(asked.Office, action, moment, cancel) is { } item
                ? FollowUpView.Of(item, asked.Settings.Hours.LocalDay(asked.Now)) : null, cancel);

    public Task<IResult> EventsAsync(HttpContext http, string code, string actionId, CancellationToken cancel) =>
        OfOneAsync(http, code, actionId, _ => true, async (asked, action, _) =>
            await reads.EventsAsync(asked.Office, action, cancel) is var (events, texts)
                ? await answers.ListAsync(events, texts, asked.Settings.Details.TimeZone, cancel) : null, cancel);

    /// <summary>Who may answer for an action.</summary>
    public Task<IResult> OwnersAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.FollowUp, [], _ => true, async (asked, _) =>
            (await officers.OfAsync(asked.Office, cancel)).Select(it => new FollowUpOwner(it.Id, it.Name)).ToList(), cancel);

    Task<IResult> OfOneAsync<T>(
        HttpContext http, string code, string actionId, Func<Fields, T> shape, Func<Asked, FollowUpId, T, Task<object?>> answer,
        CancellationToken cancel) =>
        office.OfOneAsync(http, code, nameof(actionId), actionId, Act.SeeReports, [], shape, answer, cancel);

    static FollowUpFilter Filter(Fields query) =>
        new(query.OptionalWord<FollowUpStatus>("status"), query.OptionalBool("overdue"),
            query.OptionalInt("limit", 1, VisitQueries.MostItems) ?? UsualItems, query.OptionalParsed<FollowUpId>("cursor"));

    sealed record FollowUpFilter(FollowUpStatus? Status, bool? Overdue, int Limit, FollowUpId? Cursor)
    {
        public bool Wants(FollowUpRow row, DateOnly today) =>
            (Status is null || Status == row.Status) && (Overdue is null || Overdue == row.IsOverdue(today));
    }
}

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record FollowUpList(IReadOnlyList<FollowUpView> Items, string? Next);

/// <summary>An open account of the office's staff.</summary>
public sealed record FollowUpOwner(Guid Id, string Name);

/// <summary>A follow-up action with what was written about it; null where nothing was, or it was erased.</summary>
/// <param name="Owner">The account of who answers for it.</param>
/// <param name="Note">The last of <paramref name="Notes"/>.</param>
/// <param name="Outcome">What came of it, or why it was dropped.</param>
/// <param name="Published">What the public reads; null where it reads nothing.</param>
public sealed record FollowUpView(
    FollowUpId Id, FollowUpCause Cause, string? Plan, Guid Owner, string OwnerName, DateOnly Deadline, bool Overdue, FollowUpStatus Status,
    DateTimeOffset OpenedAt, string? Note, int Notes, IReadOnlyList<string> Evidence, DateTimeOffset? EndedAt, string? Outcome,
    FollowUpPublication? Published, long Version)
{
    internal static FollowUpView Of(FollowUpItem item, DateOnly today)
    {
        var row = item.Row;
        string? Text(Guid? reference) => reference is { } it ? item.Texts.GetValueOrDefault(it) : null;
        return new(
            item.Id, row.Cause, Text(row.Plan), row.Owner, item.Owner, row.Deadline, row.IsOverdue(today), row.Status, row.OpenedAt,
            Text(row.Note), row.Notes, [.. row.Evidence.Select(it => Text(it)).OfType<string>()], row.Ended, Text(row.Words),
            row.Published is { } it ? new(Text(it.Said), Text(it.Done), it.At) : null, row.Version);
    }
}

/// <summary>"Anda menyampaikan, kami menindaklanjuti".</summary>
/// <param name="Said">What visitors said.</param>
/// <param name="Done">What the office did.</param>
public sealed record FollowUpPublication(string? Said, string? Done, DateTimeOffset At);
