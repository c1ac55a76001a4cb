using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Webhooks;

/// <summary>Sends a receiver one message that tells of nothing, so that whoever sets it up sees at once whether it arrives.</summary>
public sealed class WebhookTries(Subscriptions subscriptions, WebhookRoute route, OfficeMemory offices, TimeProvider clock)
{
    /// <summary>What was answered; null where the office has none such.</summary>
    public async Task<WebhookTry?> PingAsync(OfficeCode office, Guid id, CancellationToken cancel)
    {
        if (await offices.FindAsync(office, cancel) is not { } state
            || await subscriptions.TargetAsync(office, id, cancel) is not { } target) return null;
        var now = clock.GetUtcNow();
        return new(await route.SendAsync(
            target, $"ping_{Guid.CreateVersion7():N}", WebhookMessages.Ping(office, state.Details.TimeZone, now), now, cancel));
    }
}

/// <param name="Status">Of the answer; null where there was none.</param>
public sealed record WebhookTry(int? Status)
{
    public bool Taken => Status is >= 200 and < 300;
}
