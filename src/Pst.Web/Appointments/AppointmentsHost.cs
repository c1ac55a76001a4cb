namespace Pst.Web.Appointments;

/// <summary>What appointments need, registered.</summary>
public static class AppointmentsHost
{
    public static void AddAppointments(this IServiceCollection services)
    {
        services.AddSingleton<AppointmentLinks>().AddSingleton<AppointmentLetters>().AddSingleton<AppointmentWriter>();
        services.AddSingleton<AppointmentReads>();
        services.AddScoped<AppointmentForms>().AddScoped<CheckIns>();
        services.AddHostedService<AppointmentWorker>();
    }
}
