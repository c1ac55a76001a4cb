using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Polly;
using Polly.Retry;
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
internal sealed class WebApi(HttpClient http, WebApiSettings settings, TimeProvider clock, ILogger log)
{
    const int Tries = 6;
    static readonly TimeSpan First = TimeSpan.FromSeconds(1), Longest = TimeSpan.FromMinutes(1);

    readonly ResiliencePipeline<Reply> again = new ResiliencePipelineBuilder<Reply> { TimeProvider = clock }
        .AddRetry(new RetryStrategyOptions<Reply>
        {
            ShouldHandle = it => ValueTask.FromResult(it.Outcome.Result is { Answer: null }),
            MaxRetryAttempts = Tries - 1, Delay = First, BackoffType = DelayBackoffType.Exponential,
            DelayGenerator = it => ValueTask.FromResult(Told(it.Outcome.Result!.Wait, it.AttemptNumber)),
            OnRetry = it =>
            {
                var (_, address, why, _) = it.Outcome.Result!;
                log.LogWarning("{Address} did not answer ({Why}); asked again.", address, why);
                return ValueTask.CompletedTask;
            },
        }).Build();

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
        var reply = await again.ExecuteAsync(async (it, stop) => await TryAsync(it, stop), new Uri(settings.Base, what), cancel);
        return reply.Answer ?? throw new WebApiAwayException($"{reply.Address}: {reply.Why}, {Tries} times");
    }

    // Who says when, is asked no sooner; who says much later, is asked before all the same. Null for the next step of the backoff.
    static TimeSpan? Told(TimeSpan? wait, int attempt) =>
        wait > First * Math.Pow(2, attempt) ? (wait < Longest ? wait : Longest) : null;

    // What is cut off in the middle may come whole the next time; what is whole and says no, will say no again.
    async Task<Reply> TryAsync(Uri address, CancellationToken cancel)
    {
        Reply Away(string why, TimeSpan? wait = null) => new(null, address, why, wait);
        try
        {
            using var answer = await http.GetAsync(new Uri($"{address.AbsoluteUri}&key={Uri.EscapeDataString(settings.Key)}"), cancel);
            var status = (int)answer.StatusCode;
            if (status is >= 300 and < 500 and not (408 or 429)) throw new WebApiAwayException($"{address}: {status}");
            if (answer.StatusCode is not HttpStatusCode.OK) return Away($"{status}", WaitOf(answer.Headers.RetryAfter));
            // Whoever refuses a key may say which one it was.
            var text = (await answer.Content.ReadAsStringAsync(cancel)).Replace(settings.Key, "…", StringComparison.Ordinal);
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 32 });
            return new(document.RootElement.Clone(), address, "", null);
        }
        catch (HttpRequestException away) { return Away($"{away.HttpRequestError}"); }
        catch (JsonException) { return Away("not_json"); }
        catch (TaskCanceledException) when (!cancel.IsCancellationRequested) { return Away("timeout"); }
    }

    TimeSpan? WaitOf(RetryConditionHeaderValue? told) => told?.Delta ?? (told?.Date - clock.GetUtcNow());

    /// <param name="Address">That was asked, without the key.</param>
    /// <param name="Wait">How long the other side wants to be left alone; null where it does not say.</param>
    sealed record Reply(JsonElement? Answer, Uri Address, string Why, TimeSpan? Wait);
}
