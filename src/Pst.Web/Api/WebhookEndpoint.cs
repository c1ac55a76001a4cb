using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Webhooks;
using Pst.Web.Writing;

namespace Pst.Web.Api;

/// <summary>
/// <c>/api/v1/offices/{code}/webhooks</c>: where an office's own systems want to hear what happens. A secret is shown once, so what
/// shows it is not remembered under its Idempotency-Key; the rest changes nothing when it is sent again.
/// </summary>
public sealed class WebhookEndpoint(
    Subscriptions subscriptions, WebhookTries tries, OfficeMemory offices, OfficeQuery office, PostedReader reader)
{
    static readonly PostRule Rule = new(it => it.May(Act.SetWebhooks)) { IsBeyond = Permissions.IsBeyondWebhooks };

    public Task<IResult> ListAsync(HttpContext http, string code, CancellationToken cancel) =>
        office.AnswerAsync(http, code, Act.SetWebhooks, [], _ => true, async (asked, _) =>
            (await subscriptions.ListAsync(asked.Office, cancel)).Select(WebhookView.Of).ToList(), cancel);

    public Task<IResult> RemoveAsync(HttpContext http, string code, string webhookId, CancellationToken cancel) =>
        Guid.TryParseExact(webhookId, "D", out var id)
            ? office.AnswerAsync(http, code, Act.SetWebhooks, [], _ => true, async (asked, _) =>
            {
                await subscriptions.RemoveAsync(asked.Office, id, cancel);
                return Results.NoContent();
            }, cancel)
            : Task.FromResult(Problems.Invalid("webhookId", new InputError.Malformed()));

    public async Task<IResult> AddAsync(HttpContext http, string code, CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(http, code, Rule, Wanted, cancel);
        if (request is null) return no!;
        if (await offices.FindAsync(request.Office, cancel) is null) return Problems.NotFound();
        var (id, secret) = await subscriptions.AddAsync(request.Office, request.Asked.Address, request.Asked.IsLan, cancel);
        return Results.Json(new NewWebhook(id, secret), ApiJson.Options, statusCode: StatusCodes.Status201Created);
    }

    public Task<IResult> ReplayAsync(HttpContext http, string code, string webhookId, CancellationToken cancel) =>
        OnOneAsync(http, code, webhookId, body => body.OptionalInt("from", 1, int.MaxValue), async (asked, id, from) =>
            await subscriptions.ReplayAsync(asked, id, from, cancel) && await subscriptions.FindAsync(asked, id, cancel) is { } found
                ? WebhookView.Of(found) : null, cancel);

    public Task<IResult> RotateAsync(HttpContext http, string code, string webhookId, CancellationToken cancel) =>
        OnOneAsync(http, code, webhookId, _ => true, async (asked, id, _) =>
            await subscriptions.RotateAsync(asked, id, cancel) is var (secret, until)
                ? new RotatedWebhook(id, secret, until) : null, cancel);

    public Task<IResult> PingAsync(HttpContext http, string code, string webhookId, CancellationToken cancel) =>
        OnOneAsync<bool>(http, code, webhookId, _ => true, async (asked, id, _) => await tries.PingAsync(asked, id, cancel), cancel);

    async Task<IResult> OnOneAsync<T>(
        HttpContext http, string code, string webhookId, Func<Fields, T> shape, Func<OfficeCode, Guid, T, Task<object?>> answer,
        CancellationToken cancel)
    {
        var (request, no) = await reader.ReadAsync(http, code, Rule, (body, _) => shape(body), cancel);
        if (request is null) return no!;
        if (!Guid.TryParseExact(webhookId, "D", out var id)) return Problems.Invalid("webhookId", new InputError.Malformed());
        return await offices.FindAsync(request.Office, cancel) is { Details.TimeZone: var zone }
            && await answer(request.Office, id, request.Asked) is { } found
            ? Results.Json(found, ApiJson.In(zone)) : Problems.NotFound();
    }

    static (string Address, bool IsLan) Wanted(Fields body, Role role)
    {
        var (address, isLan) = (body.Text("address", WebhookAddress.MaxLength), body.OptionalBool("lan") ?? false);
        if (body.At("address").IsSound && !WebhookAddress.IsSound(address, isLan)) body.At("address").Refuse(new InputError.Malformed());
        return (address, isLan);
    }
}

/// <param name="Secret">Shown here once; as receivers of Standard Webhooks keep it.</param>
public sealed record NewWebhook(Guid Id, string Secret);

/// <param name="FormerUntil">Until then the secret of before signs, too.</param>
public sealed record RotatedWebhook(Guid Id, string Secret, DateTimeOffset FormerUntil);

/// <summary>A subscription as it stands.</summary>
/// <param name="Lan">An administrator says that it lies in the office's own network.</param>
/// <param name="State">current, sending, failing or paused.</param>
/// <param name="Position">The last in the log that was taken, or needs not be sent.</param>
/// <param name="Waiting">How many events are not taken yet, counted up to 1,000.</param>
/// <param name="Tries">How often the next one was sent in vain.</param>
/// <param name="Due">When it is tried next.</param>
/// <param name="LastStatus">Of the last answer; null where there was none.</param>
public sealed record WebhookView(
    Guid Id, string Address, bool Lan, string State, long Position, long Waiting, int Tries, DateTimeOffset Due, DateTimeOffset? PausedAt,
    DateTimeOffset? LastAt, int? LastStatus, DateTimeOffset Made)
{
    internal static WebhookView Of(Webhook it) => new(
        it.Id, it.Address, it.IsLan, it.State, it.Position, it.Waiting, it.Tries, it.Due, it.Paused, it.LastAt, it.LastStatus, it.Made);
}
