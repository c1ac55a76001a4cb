using System.Collections.Concurrent;
using Pst.Domain;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Webhooks;

/// <summary>
/// Tells receivers what happened, on every node, each subscription by one node at a time and in the log's order. An event may arrive twice,
/// under the same id, where a node died between its answer and the note of it; none is left out. A slow receiver holds up no other.
/// </summary>
public sealed partial class WebhookWorker(
    WebhookPositions positions, WebhookRoute route, LiveLog live, OfficeMemory offices, TimeProvider clock, ILogger<WebhookWorker> log)
    : BackgroundService
{
    const int AtOnce = 32, MostInARow = 200, FarBehind = 10_000;

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Guid self = Guid.CreateVersion7();
    readonly SemaphoreSlim lanes = new(AtOnce);
    readonly Dictionary<Guid, Task> sending = [];
    readonly ConcurrentDictionary<Guid, (long Position, long Through)> nothing = new();

    /// <summary>Sends what is due, and waits until that is done.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        await BeginAsync(cancel);
        await Task.WhenAll(sending.Values);
    }

    public override void Dispose()
    {
        lanes.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        try
        {
            do
            {
                try { await BeginAsync(stoppingToken); }
                catch (Exception failure) when (!IsEnd(failure, stoppingToken)) { SayWaiting(failure); }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        finally
        {
            await Task.WhenAll(sending.Values);
        }
    }

    // Whoever is being sent to goes on by itself; the others need not wait for it.
    async Task BeginAsync(CancellationToken cancel)
    {
        foreach (var (id, _) in sending.Where(it => it.Value.IsCompleted).ToList()) sending.Remove(id);
        foreach (var (office, id, position) in await positions.DueAsync(clock.GetUtcNow(), cancel))
            if (!sending.ContainsKey(id) && After(id, position) < live.Through) sending[id] = SendInLaneAsync(office, id, position, cancel);
    }

    async Task SendInLaneAsync(OfficeCode office, Guid id, long position, CancellationToken cancel)
    {
        try
        {
            await lanes.WaitAsync(cancel);
            try { await SendAsync(office, id, position, cancel); }
            finally { lanes.Release(); }
        }
        catch (Exception failure)
        {
            if (!IsEnd(failure, cancel)) SayLater(id, failure);
        }
    }

    // The program ends; whatever else breaks off is told, and begun again.
    static bool IsEnd(Exception failure, CancellationToken cancel) =>
        failure is OperationCanceledException && cancel.IsCancellationRequested;

    async Task SendAsync(OfficeCode office, Guid id, long position, CancellationToken cancel)
    {
        if ((await NextAsync(office, id, position, cancel)).Count == 0
            || await positions.TakeAsync(office, id, self, clock.GetUtcNow(), cancel) is not var (from, target)) return;
        try
        {
            var sent = 0;
            while (sent < MostInARow && await NextAsync(office, id, from, cancel) is { Count: > 0 } events)
                foreach (var it in events)
                {
                    if (!await IsTakenAsync(id, from, it, target, cancel)) return;
                    (from, sent) = (it.Position, sent + 1);
                }
        }
        finally
        {
            await positions.ReleaseAsync(id, self, CancellationToken.None); // else nobody sends for a while
        }
    }

    // The first events behind a position that are to be told; none where there are none yet.
    async Task<IReadOnlyList<LiveEvent>> NextAsync(OfficeCode office, Guid id, long position, CancellationToken cancel)
    {
        var after = After(id, position);
        while (after < live.Through)
        {
            var (events, through) = await live.NextAsync(office, after, cancel);
            LiveEvent[] told = [.. events.Where(it => !WebhookMessages.Unsent.Contains(it.Type))];
            if (told.Length > 0) return told;
            after = through;
        }
        nothing[id] = (position, after);
        if (after - position > FarBehind) await positions.SkipAsync(id, position, after, clock.GetUtcNow(), cancel);
        return [];
    }

    // Up to where this node knows that there is nothing behind a position.
    long After(Guid id, long position) =>
        nothing.TryGetValue(id, out var seen) && seen.Position == position ? seen.Through : position;

    async Task<bool> IsTakenAsync(Guid id, long from, LiveEvent it, WebhookTarget target, CancellationToken cancel)
    {
        var body = WebhookMessages.Of(it, (await offices.FindAsync(it.Office, cancel))!.Details.TimeZone);
        var status = await route.SendAsync(target, WebhookMessages.IdOf(id, it), body, clock.GetUtcNow(), cancel);
        var now = clock.GetUtcNow();
        if (status is >= 200 and < 300) return await positions.AdvanceAsync(id, self, from, it.Position, now, status.Value, cancel);
        if (await positions.FailAsync(id, self, from, now, status, cancel)) SayPaused(id, status);
        return false;
    }

    [LoggerMessage(LogLevel.Warning, "Sending to subscriptions waits.")]
    partial void SayWaiting(Exception failure);

    [LoggerMessage(LogLevel.Warning, "Sending to subscription {Subscription} waits.")]
    partial void SayLater(Guid subscription, Exception failure);

    [LoggerMessage(LogLevel.Warning, "Subscription {Subscription} is paused; its last answer was {Status}.")]
    partial void SayPaused(Guid subscription, int? status);
}
