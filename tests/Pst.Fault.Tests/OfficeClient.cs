using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using Pst.Testing;

namespace Pst.Fault.Tests;

/// <summary>Works with one office over HTTP, and knows what to do where no outcome is heard: ask again under the same key.</summary>
sealed class OfficeClient : IDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60), Pause = TimeSpan.FromMilliseconds(20);

    readonly HttpClient http;

    OfficeClient(Uri address, string key, string office)
    {
        http = new() { BaseAddress = new(address, $"api/v1/offices/{office}/"), Timeout = Patience };
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
    }

    /// <summary>Opens the agreed office of that code, and signs in as one of its supervisors.</summary>
    public static async Task<OfficeClient> OpenAsync(Uri address, string office)
    {
        using var admin = new OfficeClient(address, StartedProgram.AdminKey, office);
        var file = await File.ReadAllTextAsync(Shared.File($"offices/{office}.json"));
        (await admin.InsistAsync(new(HttpMethod.Put, "", $"open-{office}", file))).Status.ShouldBe(HttpStatusCode.Created);
        var wanted = $$"""{"role":"supervisor","office":"{{office}}"}""";
        var made = await admin.InsistAsync(new(HttpMethod.Post, "/api/v1/keys", $"key-of-{office}", wanted));
        return new(address, JsonElement.Parse(made.Body).GetProperty("key").GetString()!, office);
    }

    /// <summary>Sends until the outcome is known, at most for a minute.</summary>
    public async Task<Answer> InsistAsync(Request request)
    {
        for (var waited = Stopwatch.StartNew(); ; await Task.Delay(Pause))
            if (await TryAsync(request) is { } answer)
                return answer;
            else if (waited.Elapsed > Patience)
                throw new TimeoutException($"{request} has no outcome after {Patience}.");
    }

    /// <summary>The answer, or null where it is unknown what became of the request.</summary>
    public async Task<Answer?> TryAsync(Request request)
    {
        using var message = new HttpRequestMessage(request.Method, request.Path);
        message.Headers.Add("Idempotency-Key", request.Key);
        message.Content = new StringContent(request.Body, Encoding.UTF8, "application/json");
        try
        {
            using var answer = await http.SendAsync(message);
            return answer.StatusCode is HttpStatusCode.ServiceUnavailable or HttpStatusCode.BadGateway
                ? null
                : new(answer.StatusCode, await answer.Content.ReadAsStringAsync(), answer.Headers.Contains("Idempotency-Replayed"));
        }
        catch (Exception silence) when (silence is HttpRequestException or TaskCanceledException)
        {
            return null;
        }
    }

    /// <summary>The office's live stream, from behind an event that was heard or else from now on.</summary>
    public async Task<StreamReader> ListenAsync(string? after, CancellationToken cancel)
    {
        using var message = new HttpRequestMessage(HttpMethod.Get, "stream");
        if (after is not null) message.Headers.Add("Last-Event-ID", after);
        var answer = await http.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, cancel);
        answer.EnsureSuccessStatusCode();
        return new(await answer.Content.ReadAsStreamAsync(cancel));
    }

    public void Dispose() => http.Dispose();
}

/// <param name="Path">Below the office.</param>
/// <param name="Key">The Idempotency-Key.</param>
sealed record Request(HttpMethod Method, string Path, string Key, string Body);

/// <param name="IsReplayed">It had been carried out before.</param>
sealed record Answer(HttpStatusCode Status, string Body, bool IsReplayed);
