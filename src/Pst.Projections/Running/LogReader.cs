using System.Collections.ObjectModel;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Reads the log as one projection needs it.</summary>
internal sealed class LogReader(NpgsqlDataSource worker, EventLog log, IReadOnlyCollection<string> aliases, int pageSize)
{
    const string Whose = """
        select e.tenant_id, e.stream_id, e.type, e.version from pst.log_leaf l join pst.mt_events e using (seq_id) where l.position = $1
        """;

    /// <summary>Positions a page.</summary>
    internal int PageSize => pageSize;

    /// <summary>Whether a page was as long as a page may be, so that there is probably more.</summary>
    internal bool IsFull(long after, ReadPage page) => page.Through - after == pageSize;

    /// <summary>The next page. It ends before an event that cannot be read, so that everything up to there is taken.</summary>
    /// <exception cref="UnknownEventTypeException">The very next event is of a type that nobody knows.</exception>
    internal async Task<ReadPage> ReadAsync(long after, CancellationToken cancel)
    {
        for (var size = pageSize; ; size /= 2)
        {
            try
            {
                var page = await log.ReadAsync(after, size, aliases, cancel);
                return new(page.Entries, page.Through) { Histories = await HistoriesAsync(page.Entries, cancel) };
            }
            catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException) && size > 1)
            {
                // Some event of this page cannot be read; half of the page may be free of it.
            }
            catch (Exception failure) when (failure is not (NpgsqlException or OperationCanceledException or UnknownEventTypeException))
            {
                return new([], after + 1, await WhoseAsync(after + 1, failure, cancel));
            }
        }
    }

    async Task<IReadOnlyDictionary<StreamKey, IReadOnlyList<StoredEvent>>> HistoriesAsync(
        IReadOnlyList<LogEntry> entries, CancellationToken cancel)
    {
        var histories = new Dictionary<StreamKey, IReadOnlyList<StoredEvent>>();
        foreach (var visit in entries.Where(it => it.Event.Data is Undone).GroupBy(StreamKey.Of))
        {
            var (key, last) = (visit.Key, visit.Max(it => it.Event.Version));
            histories.Add(key, await log.StreamAsync(key.Tenant, key.Stream, last, aliases, cancel));
        }
        return histories;
    }

    async Task<ParkedStream> WhoseAsync(long position, Exception failure, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Whose).With(position));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return new(
            new(rows.GetString(0), rows.GetGuid(1)), position, ParkedStream.Why(rows.GetString(2), rows.GetInt64(3), failure));
    }
}

/// <summary>A stretch of the log: its entries, or the one event in it that cannot be read.</summary>
internal sealed record ReadPage(IReadOnlyList<LogEntry> Entries, long Through, ParkedStream? Unreadable = null)
{
    /// <summary>All events so far of the visits in which something is taken back.</summary>
    internal IReadOnlyDictionary<StreamKey, IReadOnlyList<StoredEvent>> Histories { get; init; } =
        ReadOnlyDictionary<StreamKey, IReadOnlyList<StoredEvent>>.Empty;

    /// <summary>What a projection would have read of this stretch.</summary>
    internal ReadPage For(Projection projection)
    {
        bool IsRead(StoredEvent stored) => projection.Reads.Contains(stored.Data.GetType());

        return new([.. Entries.Where(it => IsRead(it.Event))], Through)
        {
            Histories = Histories.ToDictionary(it => it.Key, it => (IReadOnlyList<StoredEvent>)[.. it.Value.Where(IsRead)]),
        };
    }

    internal bool IsEmpty => Entries.Count == 0 && Unreadable is null;
}
