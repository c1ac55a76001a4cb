using System.Net;
using System.Net.Mime;
using System.Net.Sockets;

namespace Pst.Web.Webhooks;

/// <summary>
/// Takes one message to a receiver. Each time it looks anew at what the name leads to, follows no redirect, and reads nothing of the answer
/// but its status. What may go to an office's own network goes by connections of its own, so that nothing else gets there by them.
/// </summary>
public sealed class WebhookRoute : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly HttpClient world = Client(isLan: false), lan = Client(isLan: true);

    /// <summary>The answer's status; null where there was none.</summary>
    /// <param name="at">Now.</param>
    public async Task<int?> SendAsync(WebhookTarget target, string id, byte[] body, DateTimeOffset at, CancellationToken cancel)
    {
        var seconds = at.ToUnixTimeSeconds();
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Address)
        {
            Content = new ByteArrayContent(body) { Headers = { ContentType = new(MediaTypeNames.Application.Json) } },
        };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{seconds}");
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(target.Secrets, id, seconds, body));
        try
        {
            using var answer = await (target.IsLan ? lan : world).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
            return (int)answer.StatusCode;
        }
        catch (Exception failure) when (failure is HttpRequestException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            return null;
        }
    }

    public void Dispose()
    {
        world.Dispose();
        lan.Dispose();
    }

    static HttpClient Client(bool isLan)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1), // a name may lead elsewhere by then
            MaxResponseDrainSize = 0,
            ConnectCallback = async (asked, cancel) => await ConnectAsync(asked.DnsEndPoint, isLan, cancel),
        };
        return new(handler) { Timeout = Patience };
    }

    // Looked up once: what was looked at is what is connected to.
    static async Task<Stream> ConnectAsync(DnsEndPoint to, bool isLan, CancellationToken cancel)
    {
        var found = await Dns.GetHostAddressesAsync(to.Host, cancel);
        if (found.Length == 0 || !found.All(it => WebhookAddress.IsOpen(it, isLan)))
            throw new HttpRequestException("The name leads to where nothing may be sent.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, to.Port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}

/// <summary>Where a message goes, and by which secrets it is signed.</summary>
/// <param name="IsLan">An administrator says that it lies in the office's own network.</param>
public sealed record WebhookTarget(string Address, bool IsLan, IReadOnlyList<string> Secrets);
