using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text.Json;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Live;

/// <summary>One event as a client hears it.</summary>
/// <param name="Visit">Null for an event of the office itself.</param>
internal sealed record Heard(long Position, string Type, string? Visit, long Version);

/// <summary>A client of an office's stream: it loses the line and comes back as browsers do, with the last id that it heard.</summary>
internal sealed class Listener(Caller caller, string office)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly List<Heard> heard = [];

    public IReadOnlyList<Heard> Heard => heard;

    /// <summary>Listens until so many more were heard, then hangs up in the middle of whatever comes next.</summary>
    /// <param name="query">With which address it first came; what it heard by then goes before it.</param>
    /// <param name="meanwhile">Done when it is connected.</param>
    public async Task HearAsync(int more, string query = "", Func<Task>? meanwhile = null)
    {
        using var patience = new CancellationTokenSource(Patience);
        using var request = caller.Request(HttpMethod.Get, $"{office}/stream{query}", LastHeard);
        using var response = await caller.OpenAsync(request);
        response.EnsureSuccessStatusCode();
        if (meanwhile is not null) await meanwhile();
        await using var stream = await response.Content.ReadAsStreamAsync(patience.Token);
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(patience.Token))
        {
            heard.Add(Read(item));
            if (--more == 0) return;
        }
    }

    (string, string)[] LastHeard => heard.Count == 0 ? [] : [("Last-Event-ID", $"{heard[^1].Position}")];

    static Heard Read(SseItem<string> item)
    {
        var data = JsonElement.Parse(item.Data);
        return new(
            long.Parse(item.EventId!, CultureInfo.InvariantCulture), item.EventType, data.GetProperty("visit").GetString(),
            data.GetProperty("version").GetInt64());
    }
}
