using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary><c>POST /api/v1/offices/{code}/lockers/{locker}/out_of_order</c> and <c>…/back_in_order</c>.</summary>
public sealed class LockerEndpoint(OfficeWriter writer, PostedReader reader)
{
    public async Task<IResult> OutOfOrderAsync(HttpContext http, string code, string locker, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(
            http, code, Act.SetLockers, body => body.Text("reason", CommandBodies.MaxReason, lines: true), cancel);
        if (request is null) return no!;
        var reason = VaultEntry.Text.Of(request.Asked);
        return await SendAsync(http, request, locker, it => new OfficeCommand.PutOutOfOrder(it, reason.Id), [reason], cancel);
    }

    public async Task<IResult> BackInOrderAsync(HttpContext http, string code, string locker, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(http, code, Act.SetLockers, _ => true, cancel);
        return request is null ? no! : await SendAsync(http, request, locker, it => new OfficeCommand.PutBackInOrder(it), [], cancel);
    }

    async Task<IResult> SendAsync<T>(
        HttpContext http, Posted<T> request, string locker, Func<Locker, OfficeCommand> command, VaultEntry[] entries,
        CancellationToken cancel)
    {
        if (!Locker.TryParse(locker, null, out var named)) return Problems.NotFound();
        var outcome = await writer.SendAsync(new(request.Office, command(named), request.Caller, request.Id, entries), cancel);
        if (outcome is not Done<OfficeAnswer>(var answer, var isReplayed)) return Answers.No(outcome);

        if (isReplayed) http.Response.Headers[Answers.ReplayedHeader] = "true";
        return Results.Json(new LockerAnswer(named, answer.Version, Token.Of(answer.Sequence)), ApiJson.Options);
    }
}

/// <param name="Version">Of the office.</param>
public sealed record LockerAnswer(Locker Locker, long Version, string Token);
