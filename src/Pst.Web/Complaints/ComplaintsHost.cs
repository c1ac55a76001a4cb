using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Softcopies;

namespace Pst.Web.Complaints;

/// <summary>What complaints need, registered.</summary>
public static class ComplaintsHost
{
    public static void AddComplaints(this IServiceCollection services)
    {
        services.AddSingleton(it => new ComplaintBoard(it.GetRequiredService<ProjectionTables>()));
        services.AddSingleton(it => new ComplaintCounts(
            it.GetRequiredService<ProjectionTables>(), it.GetRequiredService<EventLog>(), it.GetRequiredService<PstDatabase>().Worker));
        services.AddSingleton(it => new AttachedFiles(it.GetRequiredService<FileLimits>()));
        services.AddSingleton<ComplaintLetters>().AddSingleton<ComplaintLinks>().AddSingleton<ComplaintWriter>();
        services.AddScoped<ComplaintReads>().AddScoped<ComplaintForms>();
        services.AddHostedService<ComplaintWorker>();
    }
}
