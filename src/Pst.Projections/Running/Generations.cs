using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>The register of the projections' tables: finds them, makes new ones, and lets a full one take over.</summary>
internal sealed class Generations(NpgsqlDataSource worker)
{
    // One node at a time makes tables, or nodes that start together would each make theirs.
    const long Lock = 0x507374_0003;

    const string Columns = "name, generation, version, position, serves";

    const string Known = $"""
        select {Columns} from read.projection where name = $1 and version = $2 order by serves desc, generation desc
        """;

    const string Add = $"""
        insert into read.projection (name, generation, version)
        select $1, coalesce(max(generation), 0) + 1, $2 from read.projection where name = $1
        returning {Columns}
        """;

    // Whoever writes one of the tables holds its row. A reader that saw the old table up to its position must not be thrown back.
    const string All = $"select {Columns} from read.projection where name = $1 order by generation for update";
    const string Forget = "delete from read.projection where name = $1 and generation < $2";
    const string Serve = "update read.projection set serves = true where name = $1 and generation = $2";

    // Another node, with a newer program, may have gone on from there.
    const string Halt = """
        update read.projection set stopped = case when position = $3 then $4 else stopped end where name = $1 and generation = $2
        """;

    /// <summary>The one that serves this version, else the one that is being filled for it; null where there is neither.</summary>
    internal async Task<Generation?> FindAsync(Projection projection, CancellationToken cancel) =>
        (await KnownAsync(projection, cancel)).FirstOrDefault();

    /// <summary>What is being filled beside the one that serves.</summary>
    internal async Task<Generation?> UnfinishedAsync(Projection projection, CancellationToken cancel) =>
        await KnownAsync(projection, cancel) is [{ Serves: true }, var unfinished, ..] ? unfinished : null;

    /// <summary>The same as <see cref="FindAsync"/>, and a new one where there is none.</summary>
    internal Task<Generation> OpenAsync(Projection projection, CancellationToken cancel) =>
        FindOrAddAsync(projection, _ => true, cancel);

    /// <summary>One that is being filled; where there is none, a new one.</summary>
    internal Task<Generation> BeginAsync(Projection projection, CancellationToken cancel) =>
        FindOrAddAsync(projection, it => !it.Serves, cancel);

    /// <summary>
    /// Lets a generation serve and drops all older ones; false as long as one that serves is ahead of it, or some of its days are not
    /// added up.
    /// </summary>
    internal async Task<bool> SwitchAsync(Projection projection, Generation full, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        var all = await ReadAsync(connection, Command(All, full.Name), cancel);
        if (all.SingleOrDefault(it => it.Number == full.Number) is not { Serves: false } mine) return true;
        if (all.Any(it => it.Serves && it.Version == mine.Version && it.Position > mine.Position)) return false;

        if (projection.HasDays && await VisitDays.HasTouchedAsync(connection, mine.Table, cancel)) return false;

        var older = all.Where(it => it.Number < mine.Number).ToList();
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(Command(Forget, mine.Name).With(mine.Number));
        batch.BatchCommands.Add(Command(Serve, mine.Name).With(mine.Number));
        foreach (var old in older)
        {
            batch.BatchCommands.Add(new($"drop table {old.Table}"));
            batch.BatchCommands.Add(new(VisitDays.Removal(old.Table)));
        }
        await batch.ExecuteNonQueryAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    /// <summary>Notes why a generation reads no further than it has; false when it is gone.</summary>
    internal async Task<bool> StopAsync(Generation generation, long position, string error, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Command(Halt, generation.Name).With(generation.Number).With(position).With(error));
        return await batch.ExecuteNonQueryAsync(cancel) == 1;
    }

    async Task<Generation> FindOrAddAsync(Projection projection, Func<Generation, bool> wanted, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await RunAsync(connection, $"select pg_advisory_xact_lock({Lock})", cancel);
        if ((await ReadAsync(connection, Query(projection), cancel)).FirstOrDefault(wanted) is { } found) return found;

        var added = (await ReadAsync(connection, Command(Add, projection.Name).With(projection.Version), cancel)).Single();
        await RunAsync(connection, projection.Definition(added.Table), cancel);
        await transaction.CommitAsync(cancel);
        return added;
    }

    async Task<List<Generation>> KnownAsync(Projection projection, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        return await ReadAsync(connection, Query(projection), cancel);
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlBatchCommand Query(Projection projection) => Command(Known, projection.Name).With(projection.Version);

    static NpgsqlBatchCommand Command(string sql, string name) => Statement.Of(sql).With(name);

    static async Task<List<Generation>> ReadAsync(NpgsqlConnection connection, NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<Generation>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(rows.GetString(0), rows.GetInt32(1), rows.GetInt32(2), rows.GetInt64(3), rows.GetBoolean(4)));
        return found;
    }
}
