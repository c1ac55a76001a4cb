using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// Takes a stretch of the log into one generation of a projection: rows, parked streams and position in one transaction, so each event is
/// taken exactly once, however many nodes try and wherever one of them dies.
/// </summary>
internal sealed class PageWriter(NpgsqlDataSource worker, Projection projection, Generation generation)
{
    const string PassOver = """
        update read.projection set position = $4, stopped = null where name = $1 and generation = $2 and position = $3
        """;

    const string Hold = "select position from read.projection where name = $1 and generation = $2 for update";
    const string ParkedBefore = "select tenant_id, stream_id from read.parked where name = $1 and generation = $2";
    const string Move = "update read.projection set position = $3, stopped = null where name = $1 and generation = $2";

    const string Park = $"""
        insert into read.parked (tenant_id, stream_id, name, generation, position, error)
        select p.tenant_id, p.stream_id, $3, $4, p.position, p.error
        from unnest($1::text[], $2::uuid[], $5::bigint[], $6::text[]) as p (tenant_id, stream_id, position, error)
        """;

    readonly string rowsOf =
        $"select t.tenant_id, t.stream_id, t.document from {StreamKeys.Rows} join {generation.Table} t using (tenant_id, stream_id)";

    readonly OfficeZones zones = new(worker);

    /// <summary>Where the generation stands then: at the page's end, or where another node has brought it; null when it is gone.</summary>
    /// <param name="after">Where the page begins.</param>
    /// <param name="isLast">No page waits behind it: whoever reads the days may find them as they are then.</param>
    internal async Task<long?> WriteAsync(long after, ReadPage page, bool isLast, CancellationToken cancel)
    {
        try
        {
            return await TryAsync(after, page, isLast, cancel);
        }
        catch (PostgresException held) when (held.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            return after; // another node is long at a page: where it brings the generation is seen at the next look
        }
    }

    async Task<long?> TryAsync(long after, ReadPage page, bool isLast, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        if (page.IsEmpty && await PassOverAsync(connection, after, page.Through, cancel)) return page.Through;

        var found = await FindAsync(connection, page, cancel);
        if (found is null || found.Position != after) return found?.Position;

        var folded = projection.Fold(generation.Table, page, found.Documents, found.Parked);
        var parked = folded.Parked.Concat(page.Unreadable is { } it && !found.Parked.Contains(it.Key) ? [it] : []).ToList();
        await using var batch = new NpgsqlBatch(connection);
        foreach (var change in folded.Changes) batch.BatchCommands.Add(change);
        if (folded.Moments.Count > 0) await AddUpAsync(batch, folded.Moments, isLast, cancel);
        if (parked.Count > 0) batch.BatchCommands.Add(Parked(parked));
        batch.BatchCommands.Add(Mine(Move).With(page.Through));
        batch.BatchCommands.Add(new("commit"));
        await batch.ExecuteNonQueryAsync(cancel);
        return page.Through;
    }

    /// <summary>Adds up the days that full pages left aside, so that each is written once in a rebuild and not with every page.</summary>
    internal async Task RollUpAsync(CancellationToken cancel)
    {
        while (projection.HasDays)
        {
            await using var connection = await worker.OpenConnectionAsync(cancel);
            await using var transaction = await connection.BeginTransactionAsync(cancel);
            await using var hold = new NpgsqlBatch(connection) { BatchCommands = { Mine(Hold) } };
            if (await hold.ExecuteScalarAsync(cancel) is null) return;
            if (!await VisitDays.RollUpTouchedAsync(connection, generation.Table, zones, cancel)) return;
            await transaction.CommitAsync(cancel);
        }
    }

    // Days that somebody may read are added up at once; a rebuild leaves them aside as long as there are full pages.
    async Task AddUpAsync(
        NpgsqlBatch changes, IReadOnlyCollection<(string Tenant, DateTimeOffset At)> moments, bool isLast, CancellationToken cancel)
    {
        var touched = await zones.DaysOfAsync(moments, cancel);
        if (!generation.Serves && !isLast)
        {
            changes.BatchCommands.Add(VisitDays.Touch(generation.Table, touched));
            return;
        }
        await changes.ExecuteNonQueryAsync(cancel);
        changes.BatchCommands.Clear();
        await VisitDays.RollUpAsync(changes.Connection!, generation.Table, touched, zones, cancel);
    }

    async Task<bool> PassOverAsync(NpgsqlConnection connection, long after, long through, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Mine(PassOver).With(after).With(through) } };
        return await batch.ExecuteNonQueryAsync(cancel) == 1;
    }

    // Statements of one transaction see what was committed when each began: the rows are read after the generation is held.
    async Task<Before?> FindAsync(NpgsqlConnection connection, ReadPage page, CancellationToken cancel)
    {
        var keys = page.Entries.Select(projection.KeyOf).ToHashSet();
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { new("begin") } };
        // What a crash takes of a filling that nobody reads yet is filled again; rows and position go together.
        if (!generation.Serves) batch.BatchCommands.Add(new("set local synchronous_commit = off"));
        batch.BatchCommands.Add(Mine(Hold));
        batch.BatchCommands.Add(Mine(ParkedBefore));
        batch.BatchCommands.Add(StreamKeys.Of(rowsOf, keys));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel)) return null;
        var before = new Before(rows.GetInt64(0));
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel)) before.Parked.Add(new(rows.GetString(0), rows.GetGuid(1)));
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel)) before.Documents.Add(new(rows.GetString(0), rows.GetGuid(1)), rows.GetFieldValue<byte[]>(2));
        return before;
    }

    NpgsqlBatchCommand Parked(List<ParkedStream> parked) =>
        StreamKeys.Of(Park, [.. parked.Select(it => it.Key)])
            .With(generation.Name).With(generation.Number)
            .With<long[]>([.. parked.Select(it => it.Position)]).With<string[]>([.. parked.Select(it => it.Error)]);

    NpgsqlBatchCommand Mine(string sql) => Statement.Of(sql).With(generation.Name).With(generation.Number);

    sealed record Before(long Position)
    {
        public HashSet<StreamKey> Parked { get; } = [];
        public Dictionary<StreamKey, byte[]> Documents { get; } = [];
    }
}
