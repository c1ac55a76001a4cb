using Microsoft.AspNetCore.Authorization;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Api;

/// <summary>The routes of api.md, each with what the OpenAPI document says about it.</summary>
public static partial class ApiRoutes
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddDescription();
        services.AddSingleton<PostedReader>();
        services.AddSingleton<VisitAnswers>();
        services.AddSingleton<CommandEndpoint>();
        services.AddSingleton<DayEndpoint>();
        services.AddSingleton<KeyEndpoint>();
        services.AddSingleton<LockerEndpoint>();
        services.AddSingleton<ErasureEndpoint>();
        services.AddSingleton<OfficeEndpoint>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<OfficeQuery>();
        services.AddSingleton<LogPositions>();
        services.AddSingleton<VisitQueries>();
        services.AddSingleton<BoardQueries>().AddSingleton<ReadQueries>();
        services.AddSingleton<ReportQueries>();
        services.AddSingleton<LogQueries>();
        services.AddSingleton<PublicationQueries>();
        services.AddSingleton<StreamAnswers>();
        services.AddScoped<ComplaintEndpoint>().AddScoped<ComplaintQueries>();
        services.AddScoped<AppointmentEndpoint>().AddScoped<AppointmentQueries>();
        services.AddScoped<FollowUpEndpoint>().AddScoped<FollowUpQueries>();
        services.AddSingleton<SoftcopyEndpoint>().AddSingleton<SoftcopyQueries>().AddSingleton<ScanEndpoint>();
        services.AddSingleton<WebhookEndpoint>();
    }

    /// <summary>What every request of a program meets before it is known who asks.</summary>
    public static void UseApi(this WebApplication app) =>
        app.UseWhen(
            http => http.Request.Path.StartsWithSegments("/api"), api => api.UseExceptionHandler().UseStatusCodePages().Use(LaterAsync));

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1")
            .RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = KeyAuthentication.SchemeName });
        MapKeys(api.MapGroup("").WithTags("keys"));
        MapLog(api.MapGroup("/log").WithTags("log"));
        MapPublications(api.MapGroup("/publications").WithTags("publications"));
        MapSoftcopyChecks(api.MapGroup("/softcopy_checks").WithTags("softcopies"));
        // Whatever else is asked for: first who asks (401), then that there is no such thing.
        api.MapFallback(Problems.NotFound).ExcludeFromDescription();

        var office = api.MapGroup("/offices/{code}");
        MapOffice(office.MapGroup("").WithTags("office"));
        MapCommands(office.MapGroup("/visits/{visitId}").WithTags("commands"));
        MapVisits(office.MapGroup("").WithTags("visits"));
        MapBoards(office.MapGroup("").WithTags("boards"));
        MapReports(office.MapGroup("/reports").WithTags("reports"));
        MapComplaints(office.MapGroup("/complaints").WithTags("complaints"));
        MapFollowUps(office.MapGroup("/follow_ups").WithTags("follow_ups"));
        MapAppointments(office.MapGroup("/appointments").WithTags("appointments"));
        MapWebhooks(office.MapGroup("/webhooks").WithTags("webhooks"));
        MapSoftcopies(office.MapGroup("/softcopies").WithTags("softcopies"));
    }

    // What could not be done now, or may have been done: the same again under the same name is safe.
    static async Task LaterAsync(HttpContext http, RequestDelegate next)
    {
        try { await next(http); }
        catch (Exception failure) when (DatabaseAway.IsTold(failure) && !http.Response.HasStarted)
        {
            await Problems.Later(http).ExecuteAsync(http);
        }
    }
}
