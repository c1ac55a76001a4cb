using System.Globalization;
using System.Net;
using System.Text.Json;
using Pst.Web.Database;

namespace Pst.Web.Library;

/// <summary>Where publications are asked for, and with which key.</summary>
/// <param name="Key">A secret: it goes into the request and nowhere else.</param>
internal sealed record WebApiSettings(Uri Base, string Key)
{
    /// <summary>
    /// <c>Pst__Library__BaseUrl</c> and <c>Pst__Library__Key</c>, or the key in the file <c>library.key</c> of the data folder.
    /// </summary>
    /// <returns>Null and what is missing.</returns>
    public static (WebApiSettings? Settings, string Missing) Of(IConfiguration configuration)
    {
        var file = Path.Combine(DataFolder.Of(configuration), "library.key");
        var key = configuration["Pst:Library:Key"] is { Length: > 0 } named ? named
            : File.Exists(file) ? File.ReadAllText(file).Trim() : "";
        if (!Uri.TryCreate(configuration["Pst:Library:BaseUrl"]?.TrimEnd('/') + "/", UriKind.Absolute, out var address)
            || !(address.Scheme == "https" || address is { Scheme: "http", IsLoopback: true }))
            return (null, "Pst__Library__BaseUrl must name the Web API, by https, such as https://…/v1/api.");
        return key.Length == 0
            ? (null, $"The Web API wants a key: put it into Pst__Library__Key or, readable by the program alone, into {file}.")
            : (new(address, key), "");
    }
}

/// <summary>The other side does not answer as agreed, after all tries.</summary>
internal sealed class WebApiAwayException(string message) : Exception(message);

/// <summary>Asks the Web API, again and more and more slowly where it is away; its key is in no log and no message.</summary>
internal sealed class WebApi(HttpClient http, WebApiSettings settings, Func<TimeSpan, CancellationToken, Task> pause, ILogger log)
{
    const int Tries = 6;
    static readonly TimeSpan Longest = TimeSpan.FromMinutes(1);

    /// <summary>A client that follows nobody elsewhere with the key, and takes no endless answer.</summary>
    public static HttpClient NewClient() => new(new SocketsHttpHandler { AllowAutoRedirect = false })
    {
        Timeout = TimeSpan.FromSeconds(30),
        MaxResponseContentBufferSize = 32 * 1024 * 1024,
    };

    /// <exception cref="WebApiAwayException">It did not answer.</exception>
    public Task<JsonElement> ListAsync(string domain, int page, CancellationToken cancel) =>
        AskAsync(string.Create(CultureInfo.InvariantCulture, $"list?model=publication&lang=ind&domain={domain}&page={page}"), cancel);

    /// <exception cref="WebApiAwayException">It did not answer.</exception>
    public Task<JsonElement> DetailAsync(string domain, string id, CancellationToken cancel) =>
        AskAsync($"view?model=publication&lang=ind&domain={domain}&id={Uri.EscapeDataString(id)}", cancel);

    async Task<JsonElement> AskAsync(string what, CancellationToken cancel)
    {
        for (var tries = 1; ; tries++)
        {
            var (answer, why, wait) = await TryAsync(what, cancel);
            if (answer is { } found) return found;
            if (tries == Tries) throw new WebApiAwayException($"{new Uri(settings.Base, what)}: {why}, {Tries} times");
            log.LogWarning("{Address} did not answer ({Why}); asked again.", new Uri(settings.Base, what), why);
            var backoff = TimeSpan.FromSeconds(Math.Pow(2, tries - 1));
            await pause(wait is { } told && told > backoff ? (told < Longest ? told : Longest) : backoff, cancel);
        }
    }

    // What is cut off in the middle may come whole the next time; what is whole and says no, will say no again.
    async Task<(JsonElement? Answer, string Why, TimeSpan? Wait)> TryAsync(string what, CancellationToken cancel)
    {
        try
        {
            using var answer = await http.GetAsync(new Uri(settings.Base, $"{what}&key={Uri.EscapeDataString(settings.Key)}"), cancel);
            var status = (int)answer.StatusCode;
            if (status is >= 300 and < 500 and not (408 or 429)) throw new WebApiAwayException($"{new Uri(settings.Base, what)}: {status}");
            if (answer.StatusCode is not HttpStatusCode.OK) return (null, $"{status}", answer.Headers.RetryAfter?.Delta);
            // Whoever refuses a key may say which one it was.
            var text = (await answer.Content.ReadAsStringAsync(cancel)).Replace(settings.Key, "…", StringComparison.Ordinal);
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 32 });
            return (document.RootElement.Clone(), "", null);
        }
        catch (HttpRequestException away) { return (null, $"{away.HttpRequestError}", null); }
        catch (JsonException) { return (null, "not_json", null); }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested) { return (null, "timeout", null); }
    }
}
