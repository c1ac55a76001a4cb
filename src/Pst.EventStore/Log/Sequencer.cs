using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>
/// Gives committed events their positions in the log. Any number of nodes may run one: they take turns under a lock, and should that
/// fail, the log's keys refuse the second. See docs/decisions/0002-sequencer.md.
/// </summary>
public sealed class Sequencer(NpgsqlDataSource worker) : IDisposable
{
    /// <summary>The channel on which the log's new head is announced.</summary>
    internal const string Channel = "pst_log";

    const long Lock = 0x507374_0002;
    const int AtOnce = 10_000, AtMost = 10_000_000;
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    // Notes below the previous snapshot's xmin were seen then or belong to aborted transactions. Notes beyond the present one's xmax are
    // of a server that this database was restored from; they too were moved when the sequencer began, which reads everything ($1 = 0).
    const string Move = """
        with moved as (
            insert into pst.log_leaf (position, seq_id, hash)
            select (select coalesce(max(position), 0) from pst.log_leaf) + row_number() over (order by n.seq_id), n.seq_id, n.hash
            from pst.log_note n
            where n.xid >= $1 and ($1 = '0'::xid8 or n.xid < pg_snapshot_xmax(pg_current_snapshot()))
                and not exists (select from pst.log_leaf l where l.seq_id = n.seq_id)
            order by n.seq_id limit $2
            returning position)
        select count(*), pg_snapshot_xmin(pg_current_snapshot()),
            case when count(*) > 0 then pg_notify('pst_log', max(position)::text) end
        from moved
        """;

    readonly SemaphoreSlim woken = new(0, 1);
    ulong from;
    int most = AtOnce;

    /// <summary>One pass; how many events were given a position. Several at once are as good as one after the other.</summary>
    public async Task<int> RunOnceAsync(CancellationToken cancel)
    {
        // A pass goes by what it began with, for another may end meanwhile. One that fails leaves nothing: the next looks at everything.
        var (since, limit) = (from, most);
        from = 0;
        var (moved, xmin) = await MoveAsync(since, limit, cancel);
        // A full batch may have left notes behind; and if transaction ids have gone back, this is another server's database.
        var isFull = moved == limit;
        from = isFull ? since : xmin < since ? 0 : xmin;
        // Each pass looks at all that is left: of many millions there must be few.
        most = isFull ? Math.Min(limit * 2, AtMost) : AtOnce;
        return moved;
    }

    /// <summary>Passes until cancelled: whenever woken, else five times a second. What cannot be done now is tried again then.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            var moved = 0;
            try
            {
                moved = await RunOnceAsync(cancel);
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Pause, cancel);
            }

            if (moved < AtOnce)
                await woken.WaitAsync(Pause, cancel);
        }
    }

    /// <summary>Something was committed on this node.</summary>
    public void Wake()
    {
        lock (woken)
        {
            if (woken.CurrentCount == 0)
                woken.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => woken.Dispose();

    async Task<(int Moved, ulong Xmin)> MoveAsync(ulong since, int limit, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { Timeout = 0 };
        batch.BatchCommands.Add(Statement.Of(Statement.Begin));
        batch.BatchCommands.Add(Statement.Of($"select pg_advisory_xact_lock({Lock})"));
        batch.BatchCommands.Add(Statement.Of(Move).With(since, NpgsqlDbType.Xid8).With(limit));
        batch.BatchCommands.Add(Statement.Of("commit"));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        await rows.ReadAsync(cancel);
        var found = ((int)rows.GetInt64(0), rows.GetFieldValue<ulong>(1));
        await rows.NextResultAsync(cancel);
        return found;
    }
}
