using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Pst.Testing;

/// <summary>A reverse proxy that knows no favourites: each request goes to the next of the nodes that answer at all.</summary>
public sealed class TurnProxy : IAsyncDisposable
{
    readonly WebApplication app;
    readonly HttpClient http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });
    readonly IReadOnlyList<Uri> nodes;
    int turn = -1;

    TurnProxy(WebApplication app, IReadOnlyList<Uri> nodes) => (this.app, this.nodes) = (app, nodes);

    /// <summary>Where it listens.</summary>
    public Uri Address => new(app.Urls.Single());

    public static async Task<TurnProxy> StartAsync(params IReadOnlyList<Uri> nodes)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var proxy = new TurnProxy(builder.Build(), nodes);
        proxy.app.Run(proxy.ForwardAsync);
        await proxy.app.StartAsync();
        return proxy;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        http.Dispose();
    }

    async Task ForwardAsync(HttpContext asked)
    {
        using var body = new MemoryStream();
        await asked.Request.Body.CopyToAsync(body, asked.RequestAborted);
        for (var tried = 0; tried < nodes.Count; tried++)
        {
            var node = nodes[Interlocked.Increment(ref turn) % nodes.Count];
            try
            {
                await ForwardAsync(asked, body.ToArray(), node);
                return;
            }
            catch (HttpRequestException away)
                when (away.HttpRequestError == HttpRequestError.ConnectionError && !asked.Response.HasStarted)
            {
                // Nobody heard it: the next node is asked.
            }
            catch (HttpRequestException) when (!asked.Response.HasStarted)
            {
                asked.Response.StatusCode = StatusCodes.Status502BadGateway; // it may have been carried out
                return;
            }
        }
        asked.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
    }

    async Task ForwardAsync(HttpContext asked, byte[] body, Uri node)
    {
        using var message = new HttpRequestMessage(
            new(asked.Request.Method), new Uri(node, $"{asked.Request.Path}{asked.Request.QueryString}"));
        message.Content = new ByteArrayContent(body);
        foreach (var (name, values) in asked.Request.Headers)
            if (!message.Headers.TryAddWithoutValidation(name, values.AsEnumerable()))
                message.Content.Headers.TryAddWithoutValidation(name, values.AsEnumerable());

        using var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, asked.RequestAborted);
        asked.Response.StatusCode = (int)answer.StatusCode;
        foreach (var (name, values) in answer.Headers.Concat(answer.Content.Headers).Where(it => it.Key != "Transfer-Encoding"))
            asked.Response.Headers[name] = values.ToArray();
        await asked.Response.StartAsync(asked.RequestAborted);
        await answer.Content.CopyToAsync(asked.Response.Body, asked.RequestAborted);
    }
}
