using System.Globalization;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Workers;

namespace Pst.Web.Pages.Live;

/// <summary>
/// Tells an open screen that something changed in its office, once the queue that it will then ask for has seen it. The screen asks anew;
/// nothing is told here but that.
/// </summary>
public sealed class ScreenNews(LiveLog live, ProjectionRunner projections, IHostApplicationLifetime lifetime)
{
    public const string Address = "/langsung";
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15), Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(5);

    public async Task SendAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.User.ToCaller()!.Office is not { } office)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound; // whoever belongs to all offices has no screen in one
            return;
        }
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try { await SendAsync(http.Response, office, PositionOf(http) ?? live.Through, ending.Token); }
        catch (OperationCanceledException) when (ending.IsCancellationRequested) { } // the screen was left, or the program ends
    }

    async Task SendAsync(HttpResponse response, Domain.OfficeCode office, long after, CancellationToken cancel)
    {
        await WriteAsync(response, "", cancel);
        var next = live.NextAsync(office, after, cancel);
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, cancel)) != next)
            {
                await WriteAsync(response, "", cancel);
                continue;
            }
            var (events, through) = await next;
            if (events.Count > 0)
            {
                await SeenAsync(through, cancel);
                await WriteAsync(response, string.Create(Plain, $"id: {through}\nevent: changed\ndata: \n\n"), cancel);
            }
            next = live.NextAsync(office, through, cancel);
        }
    }

    // A queue that is stuck keeps nobody waiting for the news that something is new.
    async Task SeenAsync(long position, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Look)
        {
            if ((await projections.Progress.ProgressOfAsync(QueueBoard.Projection.Name, cancel)).Position >= position) return;
            await Task.Delay(Look, cancel);
        }
    }

    static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancel)
    {
        await response.WriteAsync(text.Length > 0 ? text : ":\n\n", cancel);
        await response.Body.FlushAsync(cancel);
    }

    static long? PositionOf(HttpContext http) =>
        long.TryParse(http.Request.Headers["Last-Event-ID"], NumberStyles.None, Plain, out var position) ? position : null;
}
