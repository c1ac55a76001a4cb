using Microsoft.OpenApi;
using Pst.Web.Webhooks;

namespace Pst.Web.Api;

using static Shape;

public static partial class ApiRoutes
{
    static void MapWebhooks(RouteGroupBuilder webhooks)
    {
        webhooks.MapGet("", (WebhookEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.ListAsync(http, code, cancel))
            .Reads<IReadOnlyList<WebhookView>>("Where the office's own systems hear what happens, and how far each is.");
        webhooks.MapPost("", (WebhookEndpoint it, HttpContext http, string code, CancellationToken cancel) =>
                it.AddAsync(http, code, cancel))
            .WithSummary("A new subscription to what happens from now on. Its secret is shown once; so this answer is not repeated.")
            .Produces<NewWebhook>(StatusCodes.Status201Created).Says((operation, document) => operation
                .Sends(Object(
                    Needed("address", Formatted("uri").Meaning("https; http where it lies in the office's own network.")),
                    Optional("lan", Flag().Meaning("It lies in the office's own network; said by administrators alone."))))
                .Takes(ParameterLocation.Header, Described.Name).Fails(document, 400, 401, 403, 404, 413, 503));
        webhooks.MapDelete("/{webhookId}",
                (WebhookEndpoint it, HttpContext http, string code, string webhookId, CancellationToken cancel) =>
                    it.RemoveAsync(http, code, webhookId, cancel))
            .WithSummary("Ends a subscription; one that is gone is gone.").Produces(StatusCodes.Status204NoContent)
            .Says((operation, document) => operation.Fails(document, 400, 401, 403, 404, 503));
        MapOnWebhook<WebhookView>(
            webhooks, "replay", "Sends again from a position on, and goes on where it was paused.",
            Object(Optional("from", Number(1, int.MaxValue).Meaning("Without it what comes next."))),
            (it, http, code, id, cancel) => it.ReplayAsync(http, code, id, cancel));
        MapOnWebhook<RotatedWebhook>(
            webhooks, "rotate", "Another secret, shown once; for a day the former one signs, too.", Object(),
            (it, http, code, id, cancel) => it.RotateAsync(http, code, id, cancel));
        MapOnWebhook<WebhookTry>(
            webhooks, "ping", "Sends one message that tells of nothing, and says what was answered.", Object(),
            (it, http, code, id, cancel) => it.PingAsync(http, code, id, cancel));
    }

    static void MapOnWebhook<TAnswer>(
        RouteGroupBuilder webhooks, string act, string summary, OpenApiSchema body,
        Func<WebhookEndpoint, HttpContext, string, string, CancellationToken, Task<IResult>> answer) =>
        webhooks.MapPost($"/{{webhookId}}/{act}",
                (WebhookEndpoint it, HttpContext http, string code, string webhookId, CancellationToken cancel) =>
                    answer(it, http, code, webhookId, cancel))
            .WithSummary(summary).Produces<TAnswer>().Says((operation, document) => operation
                .Sends(body).Takes(ParameterLocation.Header, Described.Name).Fails(document, 400, 401, 403, 404, 413, 503));
}
