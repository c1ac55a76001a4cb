using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary><c>POST /api/v1/offices/{code}/close_day</c>: the end of a day.</summary>
public sealed class DayEndpoint(DayCloser closer, PostedReader reader)
{
    public async Task<IResult> CloseAsync(HttpContext http, string code, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(http, code, Act.CloseDay, body => body.Date("date"), cancel);
        if (request is null) return no!;

        var outcome = await closer.CloseAsync(new(request.Office, request.Asked, request.Caller, request.Id), cancel);
        if (outcome is not Done<DayAnswer>(var answer, var isReplayed)) return Answers.No(outcome);

        if (isReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        return Results.Json(new ClosedDay(answer.Visits.Departed, answer.Visits.StillOpen, Token.Of(answer.Sequence)), ApiJson.Options);
    }
}

/// <summary>Who was let go, and who stays open for a card or a bag.</summary>
public sealed record ClosedDay(IReadOnlyList<VisitId> Departed, IReadOnlyList<VisitId> StillOpen, string Token);
