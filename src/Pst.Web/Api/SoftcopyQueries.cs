using System.Net.Mime;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Pages.Softcopies;
using Pst.Web.Softcopies;
using Pst.Web.Vault;

namespace Pst.Web.Api;

/// <summary>What is asked about softcopies. Who asked for one and what was written is opened by itself, and recorded.</summary>
public sealed class SoftcopyQueries(
    OfficeQuery office, SoftcopyBoard board, SoftcopyReads reads, SoftcopyFiles files, SoftcopyLinks links, VisitorFile file,
    StreamAnswers answers)
{
    const int UsualItems = 50;

    static readonly string[] OfBoard = [SoftcopyBoard.Projection.Name];

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeSoftcopies, OfBoard, Filter, async (asked, filter) =>
        {
            var today = asked.Settings.Hours.LocalDay(asked.Now);
            var found = await board.PageAsync(asked.Office, filter.Cursor, filter.Limit + 1, it => filter.Wants(it, today), cancel);
            return new SoftcopyList(
                [.. found.Take(filter.Limit).Select(it => SoftcopyStanding.Of(it.Id, it.Row, today))],
                found.Count > filter.Limit ? found[filter.Limit - 1].Row.Asked.Number.ToString() : null);
        }, cancel);

    public Task<IResult> OneAsync(HttpContext http, string code, string requestId, CancellationToken cancel) =>
        OfOneAsync(http, code, requestId, Act.SeeSoftcopies, VisitQueries.Moment, async (asked, request, moment) =>
            await reads.FindAsync(asked.Office, request, moment, cancel) is { } row
                ? SoftcopyStanding.Of(request, row, asked.Settings.Hours.LocalDay(asked.Now)) : null, cancel);

    /// <summary>What was said with a mark is read by supervisors, without the request's number; here it is not.</summary>
    public Task<IResult> EventsAsync(HttpContext http, string code, string requestId, CancellationToken cancel) =>
        OfOneAsync(http, code, requestId, Act.SeeSoftcopies, _ => true, async (asked, request, _) =>
        {
            if (await reads.EventsAsync(asked.Office, request, cancel) is not { } events) return null;
            var texts = await file.OpenTextsAsync(
                asked.Office, [.. events.Where(it => it.Data is not SoftcopyRated).SelectMany(it => StreamJson.Texts(it.Data))],
                ReadPurpose.OnScreen(Seen.Text, asked.Caller.Role), asked.Caller, cancel);
            return await answers.ListAsync(events, texts, asked.Settings.Details.TimeZone, cancel);
        }, cancel);

    public Task<IResult> RequesterAsync(HttpContext http, string code, string requestId, CancellationToken cancel) =>
        OfOneAsync(http, code, requestId, Act.SeeSoftcopies, _ => true, async (asked, request, _) =>
            await reads.EventsAsync(asked.Office, request, cancel) is null
                ? null : await file.OpenRequesterAsync(asked.Office, request, asked.Caller, cancel), cancel);

    /// <summary>The file as it was prepared, for those who handle requests to look at.</summary>
    public Task<IResult> FileAsync(HttpContext http, string code, string requestId, CancellationToken cancel) =>
        OfOneAsync(http, code, requestId, Act.HandleSoftcopies, _ => true, async (asked, request, _) =>
            await reads.FindAsync(asked.Office, request, VisitMoment.Now, cancel) is { File: { } made } row
                && files.PathOf(made) is { } path
                ? Results.File(path, MediaTypeNames.Application.Pdf, $"{row.Asked.Number}.pdf") : null, cancel);

    /// <summary>For anybody: whether the code on a softcopy's pages is one that was issued, never to whom.</summary>
    public async Task<IResult> CheckAsync(HttpContext http, string checkCode, CancellationToken cancel)
    {
        var query = Fields.OfForm(http.Request.Query.Select(it => KeyValuePair.Create(it.Key, $"{it.Value}")));
        if (query.Read(_ => true) is Invalid<bool>(var errors)) return Problems.Invalid(errors);
        if (await links.FindAsync(checkCode, cancel) is not { Row: { DeliveredAt: { } delivered, Asked: var asked } } line
            || await reads.FindAsync(asked.Number.Office, line.Id, cancel) is not { } view)
            return Results.Json(new SoftcopyCheck(false, null, null, null, null, null, null, null), ApiJson.Options);
        return Results.Json(
            new SoftcopyCheck(
                true, asked.Number, asked.Number.Office, view.OfficeName, asked.PublicationId, view.Title, delivered,
                view.Line.Row.CalledBackAt),
            ApiJson.In(view.Zone));
    }

    Task<IResult> OfOneAsync<T>(
        HttpContext http, string code, string requestId, Act act, Func<Fields, T> shape, Func<Asked, SoftcopyId, T, Task<object?>> answer,
        CancellationToken cancel) =>
        office.OfOneAsync(http, code, nameof(requestId), requestId, act, [], shape, answer, cancel);

    static SoftcopyFilter Filter(Fields query) =>
        new(query.OptionalWord<SoftcopyStage>("stage"), query.OptionalBool("overdue"),
            query.OptionalInt("limit", 1, VisitQueries.MostItems) ?? UsualItems, query.OptionalParsed<SoftcopyNumber>("cursor"));

    sealed record SoftcopyFilter(SoftcopyStage? Stage, bool? Overdue, int Limit, SoftcopyNumber? Cursor)
    {
        public bool Wants(SoftcopyRow row, DateOnly today) =>
            (Stage is null || Stage == row.Stage) && (Overdue is null || Overdue == row.IsOverdue(today));
    }
}
