namespace Pst.Projections;

/// <summary>
/// Reads the log page by page for one who goes through it: behind a full page the next ones are read while that one is taken. What turns
/// out not to be next is read anew.
/// </summary>
/// <param name="most">Pages that are read ahead, each on a connection of its own.</param>
internal sealed class ReadingAhead(LogReader reader, int most) : IAsyncDisposable
{
    /// <summary>For one of many that go through the log at the same time: connections are few.</summary>
    internal const int AmongMany = 1;

    /// <summary>For one that goes through it alone: with less the cores wait for each other, with more they do not do more.</summary>
    internal const int Alone = 2;

    readonly Queue<(long After, Task<ReadPage> Page)> ahead = new();

    /// <summary>The page after a position, as <see cref="LogReader.ReadAsync"/> gives it.</summary>
    internal async Task<ReadPage> NextAsync(long after, CancellationToken cancel)
    {
        // A page ended early, or another node has gone further.
        if (ahead.TryPeek(out var next) && next.After != after) await DisposeAsync();
        var page = await (ahead.TryDequeue(out var begun) ? begun.Page : reader.ReadAsync(after, cancel));
        if (!reader.IsFull(after, page)) return page;

        for (var behind = page.Through + ahead.Count * reader.PageSize; ahead.Count < most; behind += reader.PageSize)
            ahead.Enqueue((behind, reader.ReadAsync(behind, cancel)));
        return page;
    }

    /// <summary>Waits until nothing is read any more. What went wrong in reading ahead is met by whoever reads there again.</summary>
    public async ValueTask DisposeAsync()
    {
        await Task.WhenAll(ahead.Select(Task (it) => it.Page)).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ahead.Clear();
    }
}
