using Npgsql;
using Pst.Projections;

namespace Pst.Web.Api;

/// <summary>
/// Whether the program lives, and whether it can take commands. A projection that stopped or passes over a stream is told as "degraded",
/// but visitors can still be received.
/// </summary>
public static class Health
{
    public static void MapHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => Results.Json(new { Status = "live" })).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/health/ready", ReadyAsync).AllowAnonymous().ExcludeFromDescription();
    }

    static async Task<IResult> ReadyAsync(ProjectionRunner projections, CancellationToken cancel)
    {
        try
        {
            var all = await projections.Progress.AllAsync(cancel);
            var isSound = all.All(it => it is { Stopped: null, Parked: [] }) && all.Any(it => it.Serves);
            return Results.Json(new
            {
                Status = isSound ? "ready" : "degraded",
                Projections = all.Select(it => new
                {
                    it.Name,
                    it.Version,
                    it.Serves,
                    it.Position,
                    IsStopped = it.Stopped is not null,
                    Parked = it.Parked.Count,
                }),
            });
        }
        catch (NpgsqlException)
        {
            return Results.Json(
                new { Status = "unready", Because = "the database does not answer" },
                statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
