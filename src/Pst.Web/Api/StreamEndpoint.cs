using System.Globalization;
using System.Text;
using System.Text.Json;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Workers;

namespace Pst.Web.Api;

/// <summary>
/// <c>GET /api/v1/offices/{code}/stream</c>: server-sent events (WHATWG HTML). The id is the position in the log; a client that comes back
/// with <c>Last-Event-ID</c> goes on behind it, with none missed and none twice.
/// </summary>
public sealed class StreamEndpoint(LiveLog live, IHostApplicationLifetime lifetime)
{
    static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    public async Task<IResult> OpenAsync(HttpContext http, string code, CancellationToken cancel)
    {
        var caller = http.User.ToCaller()!;
        if (!OfficeCode.TryParse(code, null, out var office) || !caller.Sees(office)) return Problems.NotFound();
        if (!caller.Role.May(Act.SeeQueue)) return Problems.Refused(new NotPermitted());
        if (!TryReadPosition(http, out var after)) return Problems.Invalid("after", new InputError.Malformed());

        http.Response.ContentType = "text/event-stream";
        http.Response.Headers.CacheControl = "no-store";
        http.Response.Headers["X-Accel-Buffering"] = "no";
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        try { await SendAsync(http.Response, office, after ?? live.Through, ending.Token); }
        catch (OperationCanceledException) when (ending.IsCancellationRequested) { } // the client left, or the program ends
        return Results.Empty;
    }

    async Task SendAsync(HttpResponse response, OfficeCode office, long after, CancellationToken cancel)
    {
        await response.WriteAsync(":\n\n", cancel);
        await response.Body.FlushAsync(cancel);
        var next = live.NextAsync(office, after, cancel);
        while (true)
        {
            if (await Task.WhenAny(next, Task.Delay(Heartbeat, cancel)) != next) await response.WriteAsync(":\n\n", cancel);
            else
            {
                var (events, through) = await next;
                if (events.Count > 0) await response.WriteAsync(Written(events), cancel);
                next = live.NextAsync(office, through, cancel);
            }
            await response.Body.FlushAsync(cancel);
        }
    }

    static string Written(IReadOnlyList<LiveEvent> events)
    {
        var text = new StringBuilder();
        foreach (var it in events)
        {
            var data = JsonSerializer.Serialize(new { it.Visit, it.Version }, ApiJson.Options);
            text.Append(CultureInfo.InvariantCulture, $"id: {it.Position}\nevent: {it.Type}\ndata: {data}\n\n");
        }
        return text.ToString();
    }

    // The header is what a browser sends by itself when it comes back; it knows more than the address it began with.
    static bool TryReadPosition(HttpContext http, out long? position)
    {
        position = null;
        var text = http.Request.Headers["Last-Event-ID"] is [{ Length: > 0 } last] ? last : http.Request.Query["after"].ToString();
        if (text.Length == 0) return true;
        var isRead = long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var read);
        position = read;
        return isRead;
    }
}
