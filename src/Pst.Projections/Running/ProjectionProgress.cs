using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>How far the projections are, on whichever node they run.</summary>
public sealed class ProjectionProgress(NpgsqlDataSource worker)
{
    // How late another node's work is noticed at most; this node's own is at once.
    static readonly TimeSpan Look = TimeSpan.FromMilliseconds(20);

    static readonly TimeSpan Usual = TimeSpan.FromSeconds(2);

    const string HavePassed = """
        select (select position from pst.log_leaf where seq_id = $1)
            <= (select min(position) from read.projection where serves and name = any ($2) having count(*) = cardinality($2))
        """;

    const string Newest = "select coalesce(max(seq_id), 0) from pst.mt_events";

    const string All = """
        select r.name, r.generation, r.version, r.serves, r.position, r.stopped, p.tenant_id, p.stream_id, p.position, p.error
        from read.projection r left join read.parked p using (name, generation)
        order by r.name, r.generation, p.position
        """;

    readonly Lock gate = new();
    TaskCompletionSource moved = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Waits until what serves of these projections includes an event. False when that takes too long.</summary>
    /// <param name="sequence">Of the event, as the append told it; 0 for the newest one that there is now.</param>
    public async Task<bool> WaitAsync(IReadOnlyCollection<string> names, long sequence, TimeSpan timeout, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(timeout);
        try
        {
            if (sequence == 0) sequence = await NewestAsync(patience.Token);
            while (sequence > 0)
            {
                Task next;
                lock (gate) next = moved.Task;
                if (await HavePassedAsync([.. names], sequence, patience.Token)) return true;
                await Task.WhenAny(next, Task.Delay(Look, patience.Token));
            }
            return true;
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    /// <summary>The same, for as long as an answer may take that is to show what was just done.</summary>
    public Task<bool> WaitAsync(IReadOnlyCollection<string> names, long sequence, CancellationToken cancel) =>
        WaitAsync(names, sequence, Usual, cancel);

    /// <summary>One projection's table that serves.</summary>
    public async Task<ProjectionStanding> ProgressOfAsync(string name, CancellationToken cancel) =>
        (await AllAsync(cancel)).Single(it => it.Name == name && it.Serves);

    /// <summary>Every table: those that serve and those that are being filled, with the streams that they pass over.</summary>
    public async Task<IReadOnlyList<ProjectionStanding>> AllAsync(CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(new(All));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<(ProjectionStanding Standing, ParkedNote? Parked)>();
        while (await rows.ReadAsync(cancel)) found.Add((Standing(rows), rows.IsDBNull(6) ? null : Note(rows)));
        return
        [
            .. found.GroupBy(it => (it.Standing.Name, it.Standing.Generation))
                .Select(it => it.First().Standing with { Parked = [.. it.Select(row => row.Parked).OfType<ParkedNote>()] }),
        ];
    }

    internal void Pulse()
    {
        lock (gate)
        {
            moved.SetResult();
            moved = new(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    async Task<bool> HavePassedAsync(string[] names, long sequence, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(HavePassed).With(sequence).With(names));
        return await batch.ExecuteScalarAsync(cancel) is true;
    }

    async Task<long> NewestAsync(CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Newest);
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    static ProjectionStanding Standing(NpgsqlDataReader row) =>
        new(row.GetString(0), row.GetInt32(1), row.GetInt32(2), row.GetBoolean(3), row.GetInt64(4),
            row.IsDBNull(5) ? null : row.GetString(5), []);

    static ParkedNote Note(NpgsqlDataReader row) => new(row.GetString(6), row.GetGuid(7), row.GetInt64(8), row.GetString(9));
}
