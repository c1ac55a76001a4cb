using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.EntityFrameworkCore;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Identity;

/// <summary>At a start where nobody could sign in, says where the first administrator is made: a link that works once.</summary>
public sealed partial class SetUpLink(IServiceScopeFactory scopes, IServer server, IHostApplicationLifetime life, ILogger<SetUpLink> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await StartedAsync(stoppingToken);
        while (true)
        {
            try
            {
                await OfferAsync(stoppingToken);
                return;
            }
            catch (Exception away) when (DatabaseAway.IsTold(away)) { await Task.Delay(Pause, stoppingToken); }
        }
    }

    async Task OfferAsync(CancellationToken cancel)
    {
        await using var scope = scopes.CreateAsyncScope();
        if (await MakeAsync(scope.ServiceProvider, cancel) is { } secret)
            Say(server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault(), secret);
    }

    [LoggerMessage(LogLevel.Information, "Nobody can sign in yet. Make the first administrator here, once: {Address}/siapkan/{Secret}")]
    partial void Say(string? address, string secret);

    /// <summary>A new link in place of any earlier one; null where somebody could sign in already.</summary>
    internal static async Task<string?> MakeAsync(IServiceProvider services, CancellationToken cancel)
    {
        var links = services.GetRequiredService<OneTimeLinks>();
        var someone = await services.GetRequiredService<ApiKeys>().AnyAsync(cancel)
            || await services.GetRequiredService<PeopleContext>().People.AnyAsync(it => it.Role != Role.Visitor, cancel);
        await links.EndUnusedAsync(LinkPurpose.SetUp, cancel);
        if (someone) return null;

        var secret = OneTimeLinks.NewSecret();
        var expires = links.ExpiryAfter(TimeSpan.FromDays(1));
        await links.AddAsync(new() { Hash = OneTimeLinks.HashOf(secret), Purpose = LinkPurpose.SetUp, Expires = expires }, cancel);
        return secret;
    }

    Task StartedAsync(CancellationToken cancel)
    {
        var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        life.ApplicationStarted.Register(started.SetResult);
        return started.Task.WaitAsync(cancel);
    }
}
