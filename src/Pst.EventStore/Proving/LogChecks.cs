using Npgsql;
using NpgsqlTypes;

namespace Pst.EventStore;

/// <summary>What a check of the log has found.</summary>
/// <param name="Head">How far the log went then.</param>
/// <param name="FirstBad">The first bad position; null in a sound log, and where what is wrong has no place in it.</param>
/// <param name="Said">What was wrong; null in a sound log.</param>
public sealed record LogVerdict(DateTimeOffset At, long Head, long? FirstBad, string? Said)
{
    public bool IsSound => Said is null;
}

/// <summary>Keeps what checks have found.</summary>
public sealed class LogChecks(NpgsqlDataSource worker)
{
    const string Keep = "insert into pst.log_check (head, first_bad, said) values ($1, $2, $3)";
    const string Newest = "select at, head, first_bad, said from pst.log_check order by at desc limit 1";

    public async Task KeepAsync(long head, long? firstBad, string? said, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(Statement.Of(Keep).With(head).With(firstBad, NpgsqlDbType.Bigint).With(said, NpgsqlDbType.Text));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Null before the first.</summary>
    public async Task<LogVerdict?> NewestAsync(CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Newest);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel)
            ? new(rows.GetFieldValue<DateTimeOffset>(0), rows.GetInt64(1), rows.IsDBNull(2) ? null : rows.GetInt64(2),
                rows.IsDBNull(3) ? null : rows.GetString(3))
            : null;
    }
}
