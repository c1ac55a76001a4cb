using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Database;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.Operations;

/// <summary>Asks the database and the disk how they stand. Nothing here is of a visit or of a person.</summary>
public sealed class StandingReads(PstDatabase database, ProjectionRunner runner, Checkpoints checkpoints, IConfiguration settings)
{
    // Notes are counted from where the log ends, so that a long history costs nothing.
    const string Database = """
        select (select coalesce(max(position), 0) from pst.log_leaf),
            pg_database_size(current_database()), current_setting('server_version'),
            (select count(*) from pst.mt_events where seq_id > (select coalesce(max(seq_id), 0) from pst.log_leaf))
        """;

    // Each node names itself in its connections; who has none open is not there.
    const string Nodes = """
        select substring(application_name from ' (.*)$') as node, count(*)
        from pg_stat_activity where datname = current_database() and application_name ~ '^pst_(app|worker) '
        group by node order by node
        """;

    const string Unsigned = """
        select clock_timestamp() - e.timestamp
        from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id where l.position = $1 + 1
        """;

    public async Task<Standing> ReadAsync(CancellationToken cancel)
    {
        await using var batch = database.Worker.CreateBatch();
        foreach (var sql in (string[])[Database, Nodes]) batch.BatchCommands.Add(new(sql));
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        var (head, bytes, version, waiting) = (rows.GetInt64(0), rows.GetInt64(1), rows.GetString(2), rows.GetInt64(3));
        await rows.NextResultAsync(cancel);
        var nodes = new List<Node>();
        while (await rows.ReadAsync(cancel)) nodes.Add(new(rows.GetString(0), (int)rows.GetInt64(1)));
        var signed = (await checkpoints.NewestAsync(cancel))?.Checkpoint;
        return new(
            head, waiting, bytes, version, DiskOf(settings), nodes, await runner.Progress.AllAsync(cancel),
            signed, await UnsignedAsync(signed, cancel), await new LogChecks(database.Worker).NewestAsync(cancel));
    }

    async Task<TimeSpan?> UnsignedAsync(Checkpoint? signed, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Unsigned);
        command.Parameters.Add(new() { Value = signed?.Size ?? 0 });
        return await command.ExecuteScalarAsync(cancel) as TimeSpan?;
    }

    static Disk? DiskOf(IConfiguration settings)
    {
        if (settings.GetConnectionString("Pst") is { Length: > 0 }) return null;
        var drive = new DriveInfo(DataFolder.Of(settings));
        return new(drive.AvailableFreeSpace, drive.TotalSize);
    }
}
