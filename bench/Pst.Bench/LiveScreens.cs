using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Pst.Testing;

namespace Pst.Bench;

/// <summary>
/// A hundred open screens of one office, and fifty commands a second in it: how long until an event that was stored is on every screen.
/// </summary>
sealed class LiveScreens(StartedProgram program)
{
    const int Screens = 100, PerSecond = 50, Seconds = 20;
    const string Office = "api/v1/offices/5272";

    readonly ConcurrentBag<(string Event, DateTimeOffset At)> seen = [];
    readonly ConcurrentDictionary<string, DateTimeOffset> stored = [];

    public async Task<Amount> RunAsync()
    {
        using var http = await SignInAsync();
        using var ending = new CancellationTokenSource();
        var open = await Task.WhenAll(Enumerable.Range(0, Screens).Select(_ => OpenAsync(http)));
        var watching = open.Select(it => WatchAsync(it, ending.Token)).ToList();
        await SendAllAsync(http);

        for (var waited = 0; seen.Count < stored.Count * Screens && waited < 500; waited++)
            await Task.Delay(10);
        await ending.CancelAsync();
        await Task.WhenAll(watching);
        var delays = seen.Select(it => (it.At - stored[it.Event]).TotalMilliseconds).Order().ToList();
        if (delays.Count != stored.Count * Screens)
            throw new InvalidOperationException($"{stored.Count} events on {Screens} screens were seen {delays.Count} times.");
        return new("sse-p99", delays[delays.Count * 99 / 100], "ms", 100, $"half of them within {delays[delays.Count / 2]:0.0} ms");
    }

    async Task<HttpClient> SignInAsync()
    {
        var http = new HttpClient { BaseAddress = program.Address, Timeout = Timeout.InfiniteTimeSpan };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", StartedProgram.AdminKey);
        await SendAsync(http, HttpMethod.Put, Office, await File.ReadAllTextAsync(Shared.File("offices/5272.json")), "open-the-office");
        var made = await SendAsync(http, HttpMethod.Post, "api/v1/keys", """{"role":"supervisor","office":"5272"}""", "make-the-key");
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", made.GetProperty("key").GetString());
        return http;
    }

    // Each at its moment, however long the one before takes.
    async Task SendAllAsync(HttpClient http)
    {
        var sent = new List<Task>();
        using var clock = new PeriodicTimer(TimeSpan.FromSeconds(1.0 / PerSecond));
        for (var number = 0; number < PerSecond * Seconds; number++)
        {
            sent.Add(ArriveAsync(http, number));
            await clock.WaitForNextTickAsync();
        }
        await Task.WhenAll(sent);
    }

    async Task ArriveAsync(HttpClient http, int number)
    {
        var visit = new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 1);
        var answer = await SendAsync(
            http, HttpMethod.Post, $"{Office}/visits/{visit}/arrive", """{"channel":"offline","override":{"reason":"ukur"}}""",
            $"arrive-{number}");
        stored[$"{visit}"] = answer.GetProperty("events")[0].GetProperty("recorded").GetDateTimeOffset();
    }

    static async Task<StreamReader> OpenAsync(HttpClient http)
    {
        var answer = await http.GetAsync($"{Office}/stream", HttpCompletionOption.ResponseHeadersRead);
        answer.EnsureSuccessStatusCode();
        return new(await answer.Content.ReadAsStreamAsync());
    }

    async Task WatchAsync(StreamReader screen, CancellationToken ending)
    {
        try
        {
            while (await screen.ReadLineAsync(ending) is { } line)
                if (line.StartsWith("data:", StringComparison.Ordinal))
                    seen.Add((JsonElement.Parse(line["data:".Length..]).GetProperty("visit").GetString()!, DateTimeOffset.UtcNow));
        }
        catch (OperationCanceledException) { }
        screen.Dispose();
    }

    // Where the office is busy, the same again: an event counts from when it is stored.
    static async Task<JsonElement> SendAsync(HttpClient http, HttpMethod method, string path, string body, string key)
    {
        while (true)
        {
            using var message = new HttpRequestMessage(method, path)
            {
                Content = new StringContent(body, Encoding.UTF8, "application/json"),
            };
            message.Headers.Add("Idempotency-Key", key);
            using var answer = await http.SendAsync(message);
            if (answer.StatusCode == HttpStatusCode.ServiceUnavailable)
                continue;
            answer.EnsureSuccessStatusCode();
            return await answer.Content.ReadFromJsonAsync<JsonElement>();
        }
    }
}
