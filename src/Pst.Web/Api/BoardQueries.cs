using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Api;

/// <summary>What the office's boards show: who waits, and who is who.</summary>
public sealed class BoardQueries(OfficeQuery office, QueueBoard queue, VisitorFile visitors)
{
    public Task<IResult> QueueAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SeeQueue, [QueueBoard.Projection.Name], _ => true,
            async (asked, _) => await queue.ShowAsync(asked.Office, asked.Settings, asked.Now, cancel), cancel);

    public Task<IResult> VisitorAsync(HttpContext http, string code, string visitorId, CancellationToken cancel) =>
        VisitorId.TryParse(visitorId, null, out var visitor)
            ? office.AnswerAsync(http, code, Act.SeeVisitors, [], _ => true,
                async (asked, _) => await visitors.OpenAsync(asked.Office, visitor, asked.Caller, cancel), cancel)
            : Task.FromResult(Problems.Invalid("visitorId", new InputError.Malformed()));
}
