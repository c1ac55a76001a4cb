using System.Diagnostics;
using System.Text.Json;

namespace Pst.Fault.Tests.Nodes;

/// <summary>A screen that listens to its office, and after a break goes on behind the last event that it heard.</summary>
sealed class Screen(OfficeClient office)
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    readonly List<(Guid, long)> heard = [];
    string? current, last; // an event is heard when its data are: its id stands before them

    /// <summary>The visits whose events it heard, in order, each with its moment on the stopwatch.</summary>
    public IReadOnlyList<(Guid Visit, long At)> Heard
    {
        get { lock (heard) return [.. heard]; }
    }

    public async Task WatchAsync(CancellationToken ending)
    {
        while (!ending.IsCancellationRequested)
        {
            try
            {
                using var stream = await office.ListenAsync(last, ending);
                while (await stream.ReadLineAsync(ending) is { } line) Hear(line);
            }
            catch (Exception broken) when (broken is HttpRequestException or IOException) { }
            catch (OperationCanceledException) when (ending.IsCancellationRequested) { return; }
            await Task.Delay(Pause, CancellationToken.None);
        }
    }

    void Hear(string line)
    {
        if (line.StartsWith("id:", StringComparison.Ordinal)) current = line["id:".Length..].Trim();
        if (!line.StartsWith("data:", StringComparison.Ordinal)) return;
        var visit = JsonElement.Parse(line["data:".Length..]).GetProperty("visit");
        lock (heard)
        {
            last = current;
            if (visit.ValueKind == JsonValueKind.String) heard.Add((visit.GetGuid(), Stopwatch.GetTimestamp()));
        }
    }
}
