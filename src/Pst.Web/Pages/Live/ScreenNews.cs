using System.Globalization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Workers;

namespace Pst.Web.Pages.Live;

/// <summary>
/// Tells an open screen that something changed in its office, once what it will then ask for has seen it. The screen asks anew; nothing is
/// told here but that. It also says every few seconds that it is there: a line that was cut says nothing, and silence is how one knows.
/// </summary>
public sealed class ScreenNews(LiveLog live, ProjectionRunner projections, IHostApplicationLifetime lifetime)
{
    public const string Address = "/langsung";
    const string Alive = "event: alive\ndata: \n\n";
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(10), Look = TimeSpan.FromMilliseconds(20), Patience = TimeSpan.FromSeconds(5);
    static readonly string[] Shown = [QueueBoard.Projection.Name, CallBoard.Projection.Name, Visits.Projection.Name];

    /// <summary>The position up to which everything is in what a screen reads from now on.</summary>
    public async Task<long> PositionAsync(CancellationToken cancel) =>
        (await projections.Progress.AllAsync(cancel)).Where(it => it.Serves && Shown.Contains(it.Name)).Min(it => it.Position);

    /// <summary>To a screen of the caller's own office.</summary>
    public Task SendAsync(HttpContext http, CancellationToken cancel)
    {
        if (http.User.ToCaller()!.Office is { } office) return SendAsync(http, office, cancel);
        http.Response.StatusCode = StatusCodes.Status404NotFound; // whoever belongs to all offices has no screen in one
        return Task.CompletedTask;
    }

    /// <summary>To a screen that may show this office.</summary>
    public async Task SendAsync(HttpContext http, OfficeCode office, CancellationToken cancel)
    {
        http.Response.ContentType = "text/event-stream";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try { await SendAsync(http.Response, office, PositionOf(http) ?? live.Through, ending.Token); }
        catch (OperationCanceledException) when (ending.IsCancellationRequested) { } // the screen was left, or the program ends
    }

    async Task SendAsync(HttpResponse response, OfficeCode office, long after, CancellationToken cancel)
    {
        await WriteAsync(response, Alive, cancel);
        var next = live.NextAsync(office, after, cancel);
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, cancel)) != next)
            {
                await WriteAsync(response, Alive, cancel);
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

    // A table that is stuck keeps nobody waiting for the news that something is new.
    async Task SeenAsync(long position, CancellationToken cancel)
    {
        for (var waited = TimeSpan.Zero; waited < Patience; waited += Look)
        {
            if (await PositionAsync(cancel) >= position) return;
            await Task.Delay(Look, cancel);
        }
    }

    static async Task WriteAsync(HttpResponse response, string text, CancellationToken cancel)
    {
        await response.WriteAsync(text, cancel);
        await response.Body.FlushAsync(cancel);
    }

    // The header is what a browser sends by itself when it comes back; it knows more than the address it began with.
    static long? PositionOf(HttpContext http)
    {
        var text = http.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : http.Request.Query["after"].ToString();
        return long.TryParse(text, NumberStyles.None, Plain, out var position) ? position : null;
    }
}
