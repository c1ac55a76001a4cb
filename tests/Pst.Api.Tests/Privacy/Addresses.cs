using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace Pst.Api.Tests.Privacy;

/// <summary>Notes every address that the program sends somebody to or asks to be called at.</summary>
internal sealed partial class Addresses(HttpMessageHandler inner) : DelegatingHandler(inner)
{
    readonly ConcurrentQueue<string> seen = [];

    public IReadOnlyCollection<string> Seen => seen;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await base.SendAsync(request, cancellationToken);
        seen.Enqueue($"{request.RequestUri}");
        seen.Enqueue($"{response.Headers.Location}");
        if (response.Content.Headers.ContentType?.MediaType == "text/html")
            foreach (Match link in Link().Matches(await response.Content.ReadAsStringAsync(cancellationToken)))
                seen.Enqueue(link.Groups["to"].Value);
        return response;
    }

    [GeneratedRegex(@"\s(?:href|src|action|formaction|hx-get|hx-post|sse-connect)=""(?<to>[^""]*)""")]
    private static partial Regex Link();
}
