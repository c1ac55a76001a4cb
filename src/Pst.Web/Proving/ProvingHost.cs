using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Web.Proving;

/// <summary>The wiring of what proves that nothing recorded was changed.</summary>
public static class ProvingHost
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    public static void AddProving(this IServiceCollection services)
    {
        services.AddSingleton<LogKeys>();
        services.AddSingleton(it => new LogTree(it.GetRequiredService<PstDatabase>().App));
        services.AddSingleton(it => new Checkpoints(it.GetRequiredService<PstDatabase>().App));
        services.AddSingleton(it => new Notary(it.GetRequiredService<PstDatabase>().Worker, it.GetRequiredService<LogKeys>().All));
        services.AddSingleton<Evidence>().AddSingleton<StreamProof>();
        services.AddHttpClient<Witnesses>(it => it.Timeout = Patience);
        services.AddHostedService<NotaryWorker>();
        services.AddHostedService<CheckWorker>();
    }
}
