namespace Pst.Web.Erasing;

/// <summary>The wiring of what forgets.</summary>
public static class ErasingHost
{
    public static void AddErasing(this IServiceCollection services)
    {
        services.AddSingleton<ErasureFile>().AddSingleton<Traces>().AddSingleton<ErasureWriter>().AddSingleton<ErasureReplay>();
        services.AddSingleton<RetentionWriter>().AddSingleton<Destruction>();
        services.AddSingleton<Rewriting>().AddHostedService(it => it.GetRequiredService<Rewriting>());
        services.AddSingleton<RetentionWorker>().AddHostedService(it => it.GetRequiredService<RetentionWorker>());
    }
}
