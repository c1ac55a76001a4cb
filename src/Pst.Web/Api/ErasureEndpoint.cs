using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Erasing;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary><c>POST /api/v1/offices/{code}/visitors/{id}/erase</c>: a person is forgotten.</summary>
public sealed class ErasureEndpoint(ErasureWriter writer, PostedReader reader)
{
    public async Task<IResult> EraseAsync(HttpContext http, string code, string visitor, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(
            http, code, Act.EraseData, body => body.Text("reason", CommandBodies.MaxReason, lines: true), cancel);
        if (request is null) return no!;
        if (!VisitorId.TryParse(visitor, null, out var record)) return Problems.Invalid("visitorId", new InputError.Malformed());

        var outcome = await writer.SendAsync(new(request.Office, record, request.Asked, request.Caller, request.Id), cancel);
        if (outcome is not Done<ErasureAnswer>(var answer, var isReplayed)) return Answers.No(outcome);

        if (isReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        return Results.Json(new ErasedVisitor(answer.Visitor, answer.Version, Token.Of(answer.Sequence)), ApiJson.Options);
    }
}

/// <param name="Version">Of the visitor's record.</param>
public sealed record ErasedVisitor(VisitorId Visitor, long Version, string Token);
