using Microsoft.AspNetCore.Authorization;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Api;

/// <summary>The routes of api.md.</summary>
public static class ApiRoutes
{
    public static void AddApi(this IServiceCollection services)
    {
        services.AddProblemDetails();
        services.AddSingleton<PostedReader>();
        services.AddSingleton<VisitAnswers>();
        services.AddSingleton<CommandEndpoint>();
        services.AddSingleton<DayEndpoint>();
        services.AddSingleton<KeyEndpoint>();
        services.AddSingleton<LockerEndpoint>();
        services.AddSingleton<OfficeEndpoint>();
        services.AddSingleton<StreamEndpoint>();
        services.AddSingleton<OfficeQuery>();
        services.AddSingleton<LogPositions>();
        services.AddSingleton<VisitQueries>();
        services.AddSingleton<BoardQueries>();
        services.AddSingleton<ReportQueries>();
    }

    /// <summary>What every request of a program meets before it is known who asks.</summary>
    public static void UseApi(this WebApplication app) =>
        app.UseWhen(http => http.Request.Path.StartsWithSegments("/api"), api => api.UseExceptionHandler().UseStatusCodePages().Use(LaterAsync));

    public static void MapApi(this WebApplication app)
    {
        var api = app.MapGroup("/api/v1").RequireAuthorization(new AuthorizeAttribute { AuthenticationSchemes = KeyAuthentication.SchemeName });
        api.MapPost("/keys", (KeyEndpoint it, HttpContext http, CancellationToken cancel) => it.MakeAsync(http, cancel));

        var office = api.MapGroup("/offices/{code}");
        office.MapPut("", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.PutAsync(http, code, cancel));
        office.MapGet("", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.GetAsync(http, code, cancel));
        office.MapGet("/standards", (OfficeEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.StandardsAsync(http, code, cancel));
        office.MapGet("/visits", (VisitQueries it, HttpContext http, string code, CancellationToken cancel) => it.ListAsync(http, code, cancel));
        office.MapGet("/visits/{visitId}", (VisitQueries it, HttpContext http, string code, string visitId, CancellationToken cancel) =>
            it.OneAsync(http, code, visitId, cancel));
        office.MapGet("/visits/{visitId}/events", (VisitQueries it, HttpContext http, string code, string visitId, CancellationToken cancel) =>
            it.EventsAsync(http, code, visitId, cancel));
        office.MapGet("/visitors/{visitorId}", (BoardQueries it, HttpContext http, string code, string visitorId, CancellationToken cancel) =>
            it.VisitorAsync(http, code, visitorId, cancel));
        office.MapGet("/queue", (BoardQueries it, HttpContext http, string code, CancellationToken cancel) => it.QueueAsync(http, code, cancel));
        office.MapGet("/custody", (BoardQueries it, HttpContext http, string code, CancellationToken cancel) => it.CustodyAsync(http, code, cancel));
        office.MapGet("/reports/sla", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) => it.SlaAsync(http, code, cancel));
        office.MapGet("/reports/ratings", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
            it.RatingsAsync(http, code, cancel));
        office.MapGet("/reports/copies", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
            it.CopiesAsync(http, code, cancel));
        office.MapGet("/reports/visits", (ReportQueries it, HttpContext http, string code, CancellationToken cancel) =>
            it.VisitsAsync(http, code, cancel));
        office.MapGet("/stream", (StreamEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.OpenAsync(http, code, cancel));
        office.MapPost("/close_day", (DayEndpoint it, HttpContext http, string code, CancellationToken cancel) => it.CloseAsync(http, code, cancel));
        office.MapPost("/lockers/{locker}/out_of_order", (LockerEndpoint it, HttpContext http, string code, string locker, CancellationToken cancel) =>
            it.OutOfOrderAsync(http, code, locker, cancel));
        office.MapPost("/lockers/{locker}/back_in_order", (LockerEndpoint it, HttpContext http, string code, string locker, CancellationToken cancel) =>
            it.BackInOrderAsync(http, code, locker, cancel));
        office.MapPost("/visits/{visitId}/{command}",
            (CommandEndpoint it, HttpContext http, string code, string visitId, string command, CancellationToken cancel) =>
                it.SendAsync(http, code, visitId, command, cancel));
    }

    // What could not be done now, or may have been done: the same again under the same name is safe.
    static async Task LaterAsync(HttpContext http, RequestDelegate next)
    {
        try { await next(http); }
        catch (Exception failure) when (DatabaseAway.IsTold(failure) && !http.Response.HasStarted) { await Problems.Later(http).ExecuteAsync(http); }
    }
}
