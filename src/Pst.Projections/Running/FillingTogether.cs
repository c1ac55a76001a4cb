namespace Pst.Projections;

/// <summary>
/// Several projections filled from one reading of the log, which costs more than most of them do: as long as there are full pages and
/// nothing goes wrong. What is left each does on its own.
/// </summary>
/// <param name="reader">Of all that any of them reads.</param>
internal sealed class FillingTogether(LogReader reader, IReadOnlyList<(Projection Projection, PageWriter Writer)> members)
{
    /// <summary>How far each has come.</summary>
    internal IReadOnlyList<long> Positions => positions;

    readonly long[] positions = new long[members.Count];

    internal async Task RunAsync(CancellationToken cancel)
    {
        await using var log = new ReadingAhead(reader, ReadingAhead.Alone);
        for (var at = 0L; ;)
        {
            var page = await log.NextAsync(at, cancel);
            if (!reader.IsFull(at, page) || page.Unreadable is not null) return;
            await Task.WhenAll(Enumerable.Range(0, members.Count).Where(it => positions[it] == at)
                .Select(it => WriteAsync(it, at, page, cancel)));
            at = page.Through;
            if (!positions.Contains(at)) return;
        }
    }

    // One that another node has brought further goes on alone.
    async Task WriteAsync(int member, long at, ReadPage page, CancellationToken cancel)
    {
        var (projection, writer) = members[member];
        positions[member] = await writer.WriteAsync(at, page.For(projection), isLast: false, cancel) ?? at;
    }
}
