using System.Globalization;
using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.Attention;

/// <summary>Goes round the offices and lets each be told what it should know; on every node, and yet each thing is told once.</summary>
public sealed class AttentionWorker(
    OfficeMemory offices, IServiceScopeFactory scopes, Notices notices, TimeProvider clock,
    ILogger<AttentionWorker> log)
    : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(20);

    /// <summary>One round.</summary>
    public async Task RunOnceAsync(CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Indonesian; // nobody asks here who could have chosen
        await using var scope = scopes.CreateAsyncScope();
        var mails = scope.ServiceProvider.GetRequiredService<AttentionMails>();
        foreach (var office in await offices.CodesAsync(cancel))
            if (await offices.FindAsync(office, cancel) is { } state) await mails.TellAsync(office, state, cancel);
        await notices.ForgetAsync(cancel);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try { await RunOnceAsync(stoppingToken); }
            catch (Exception away) when (away is NpgsqlException || DatabaseAway.IsTold(away))
            {
                log.LogWarning(away, "Notices wait for the database.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }
}
