using Microsoft.Extensions.DependencyInjection;
using Pst.Api.Tests.Support;
using Pst.EventStore;
using Pst.Web.Webhooks;
using Pst.Web.Workers;

namespace Pst.Api.Tests.Receivers;

/// <summary>The program without its own sender: tests send when they say so, by as many nodes as they want.</summary>
public sealed class Senders : IAsyncLifetime
{
    public RunningApi Api { get; } = new(
        Task.FromResult, it => it.Remove(it.Single(service => service.ImplementationType == typeof(WebhookWorker))));

    public Task InitializeAsync() => Api.InitializeAsync();
    public Task DisposeAsync() => Api.DisposeAsync();

    /// <summary>A node that knows nothing of what was sent before.</summary>
    public WebhookWorker Node() => ActivatorUtilities.CreateInstance<WebhookWorker>(Api.Services);

    /// <summary>Sends what has happened by now.</summary>
    public async Task SendAsync(CancellationToken cancel = default)
    {
        await HeardAsync();
        using var node = Node();
        await node.RunOnceAsync(cancel);
    }

    /// <summary>All that was committed has its position, and this program has heard of it.</summary>
    public async Task HeardAsync()
    {
        await Api.SettleAsync();
        if (await Api.Services.GetRequiredService<EventLog>().HeadAsync(CancellationToken.None) is > 0 and var head)
            await Api.Services.GetRequiredService<LiveLog>().NextAsync(new("0000"), head - 1, CancellationToken.None);
    }

    /// <summary>An office whose system hears of it from now on.</summary>
    public async Task<(Office Office, string Id, string Secret)> OpenAsync(string address)
    {
        var office = await Api.OpenAsync();
        await HeardAsync(); // that it opened was before
        var made = await (await office.AsAsync("admin")).PostAsync(
            $"{office.Path}/webhooks", $$"""{"address":"{{address}}","lan":true}""");
        made.Code.ShouldBe(201, $"{made}");
        return (office, made.Json.GetProperty("id").GetString()!, made.Json.GetProperty("secret").GetString()!);
    }
}
