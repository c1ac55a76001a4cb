using Pst.Projections;

namespace Pst.Web.Complaints;

/// <summary>What complaints need, registered.</summary>
public static class ComplaintsHost
{
    public static void AddComplaints(this IServiceCollection services)
    {
        services.AddSingleton(it => new ComplaintBoard(it.GetRequiredService<ProjectionTables>()));
        services.AddSingleton<ComplaintLetters>().AddSingleton<ComplaintLinks>().AddSingleton<ComplaintWriter>();
        services.AddScoped<ComplaintReads>().AddScoped<ComplaintForms>();
        services.AddHostedService<ComplaintWorker>();
    }
}
