using System.Globalization;
using Pst.Domain;
using Pst.Web.Pages;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Attention;

/// <summary>Goes round the offices and lets each be told what it should know; on every node, and yet each thing is told once.</summary>
public sealed class AttentionWorker(
    OfficeMemory offices, IServiceScopeFactory scopes, Notices notices, TimeProvider clock,
    ILogger<AttentionWorker> log)
    : RoundWorker(TimeSpan.FromSeconds(20), clock, log)
{
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = Languages.Indonesian; // nobody asks here who could have chosen
        await using var scope = scopes.CreateAsyncScope();
        var mails = scope.ServiceProvider.GetRequiredService<AttentionMails>();
        foreach (var office in await offices.CodesAsync(cancel))
            if (await offices.FindAsync(office, cancel) is { } state) await mails.TellAsync(office, state, cancel);
        await notices.ForgetAsync(cancel);
    }
}
