using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Api;

/// <summary>What the office's boards show: who waits, what the front office holds, and who is who.</summary>
public sealed class BoardQueries(OfficeQuery office, QueueBoard queue, CustodyBoard custody, VisitorFile file)
{
    // Also the visits: by them it is known whether the visitor before was served.
    static readonly string[] OfQueue = [QueueBoard.Projection.Name, Visits.Projection.Name];

    public Task<IResult> QueueAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeQueue, OfQueue, _ => true,
            async (asked, _) => await queue.ShowAsync(asked.Office, asked.Settings, asked.Now, cancel), cancel);

    public Task<IResult> CustodyAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeCustody, [CustodyBoard.Projection.Name], _ => true, async (asked, _) =>
        {
            var board = await custody.ShowAsync(asked.Office, asked.Settings, asked.Now, cancel);
            var tails = await file.TailsAsync(asked.Office, [.. board.Ids.Select(it => it.Commitment)], asked.Caller, cancel);
            return board with
            {
                Ids = [.. board.Ids.Select(it => it with { Tail = tails.GetValueOrDefault(it.Commitment) })],
                Incidents = await file.ToldAsync(asked.Office, board.Incidents, asked.Caller, cancel),
            };
        }, cancel);

    public Task<IResult> VisitorAsync(HttpContext http, string code, string visitorId, CancellationToken cancel) =>
        office.OfOneAsync<VisitorId, bool>(
            http, code, nameof(visitorId), visitorId, Act.SeeVisitors, [], _ => true,
            async (asked, visitor, _) => await file.OpenAsync(
                asked.Office, visitor, new(Seen.Details, ReadPurpose.UsualOf(asked.Caller.Role)), asked.Caller, cancel), cancel);
}
