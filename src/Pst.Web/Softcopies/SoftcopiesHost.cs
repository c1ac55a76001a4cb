using Pst.Projections;
using Pst.Web.Pages;
using Pst.Web.Pages.Forms;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>What softcopies need, registered.</summary>
public static class SoftcopiesHost
{
    public static void AddSoftcopies(this IServiceCollection services)
    {
        services.AddSingleton(FileLimits.Usual).AddSingleton<SoftcopyMaker>().AddSingleton<ScannedFiles>();
        services.AddSingleton(it => new SoftcopyBoard(it.GetRequiredService<ProjectionTables>()));
        services.AddSingleton<SoftcopyLinks>().AddSingleton<SoftcopyLetters>().AddSingleton<SoftcopyWriter>();
        services.AddSingleton<SoftcopyDesk>().AddSingleton<FileTrace>();
        services.AddSingleton(it => new SoftcopyForms(
            it.GetRequiredService<SoftcopyWriter>(), it.GetRequiredService<SoftcopyDesk>(), it.GetRequiredService<PublicAddress>(),
            it.GetRequiredService<StreamForms>()));
        services.AddSingleton(it => new SoftcopyFiles(
            it.GetRequiredService<SoftcopyDesk>(), it.GetRequiredService<FileTrace>(), it.GetRequiredService<SoftcopyLinks>()));
        services.AddSingleton<Handovers>();
        services.AddSingleton(it => new DeskScans(
            it.GetRequiredService<VisitForms>(), it.GetRequiredService<Visits>(), it.GetRequiredService<OfficeMemory>(),
            it.GetRequiredService<SoftcopyDesk>(), it.GetRequiredService<Handovers>(), it.GetRequiredService<PublicAddress>(),
            it.GetRequiredService<StreamForms>(), it.GetRequiredService<TimeProvider>()));
        services.AddSingleton(it => new SelfCopies(
            it.GetRequiredService<Handovers>(), it.GetRequiredService<SoftcopyBoard>(), it.GetRequiredService<SoftcopyLinks>(),
            it.GetRequiredService<PublicAddress>(), it.GetRequiredService<ILogger<SelfCopies>>()));
        services.AddHostedService(it => it.GetRequiredService<SelfCopies>());
        services.AddSingleton<MadeFiles>().AddHostedService<SoftcopyWorker>();
    }
}
