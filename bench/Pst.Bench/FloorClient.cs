using Npgsql;
using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Bench;

/// <summary>
/// Reads and writes the same rows as the program by plain Npgsql, on a connection of its own on which everything is prepared.
/// </summary>
sealed class FloorClient : IAsyncDisposable
{
    const string Load = $"select {Floor.Columns} from floor.mt_events where tenant_id = $1 and stream_id = $2 order by version";
    const string Move = "update floor.mt_streams set version = $3 + 1, timestamp = now() where tenant_id = $1 and id = $2 and version = $3";

    const string Add = """
        insert into floor.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
            causation_id, headers, user_name)
        values (nextval('floor.mt_events_sequence'), gen_random_uuid(), $2, $3 + 1, $4, $5, now(), $1, $6, $7, $8, $9)
        returning seq_id, timestamp
        """;

    const string Data = """{"Sheets": 1, "Override": null, "PublicationId": null}""";
    const string Headers = """{"role": "staff", "occurred": "2026-11-16T02:00:00.000000Z"}""";

    readonly NpgsqlConnection connection;
    readonly NpgsqlBatch read, load, append;

    FloorClient(NpgsqlConnection connection)
    {
        this.connection = connection;
        read = new(connection) { BatchCommands = { Stream(Load) } };
        load = new(connection) { BatchCommands = { new("begin"), Stream(Load) } };
        append = new(connection)
        {
            BatchCommands =
            {
                Stream(Move).With(0L),
                Stream(Add).With(0L).With(Data, NpgsqlDbType.Jsonb).With("copies_made").With("Pst.Domain.CopiesMade, Pst.Domain")
                    .With(Guid.Empty.ToString()).With(Headers, NpgsqlDbType.Jsonb).With("bench:staff"),
                new("commit"),
            },
        };
    }

    public static async Task<FloorClient> ConnectAsync(NpgsqlDataSource owner)
    {
        var client = new FloorClient(await owner.OpenConnectionAsync());
        foreach (var batch in (NpgsqlBatch[])[client.read, client.load, client.append])
            await batch.PrepareAsync();
        return client;
    }

    /// <summary>One round trip.</summary>
    public async Task ReadAsync(PastVisit visit)
    {
        Name(read.BatchCommands[0], visit);
        await using var rows = await read.ExecuteReaderAsync();
        while (await rows.ReadAsync())
            Floor.Take(rows);
    }

    /// <summary>Two round trips: load the stream, then append one event at its version.</summary>
    public async Task SendAsync(PastVisit visit)
    {
        var version = await LoadAsync(visit);
        foreach (var command in (NpgsqlBatchCommand[])[append.BatchCommands[0], append.BatchCommands[1]])
        {
            Name(command, visit);
            ((NpgsqlParameter<long>)command.Parameters[2]).TypedValue = version;
        }
        await using var rows = await append.ExecuteReaderAsync();
        await rows.ReadAsync();
        rows.GetInt64(0);
        while (await rows.NextResultAsync()) { }
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    async Task<long> LoadAsync(PastVisit visit)
    {
        Name(load.BatchCommands[1], visit);
        await using var rows = await load.ExecuteReaderAsync();
        var version = 0L;
        for (; await rows.ReadAsync(); version++)
            Floor.Take(rows);
        return version;
    }

    static NpgsqlBatchCommand Stream(string sql) => Statement.Of(sql).With("").With(Guid.Empty);

    static void Name(NpgsqlBatchCommand command, PastVisit visit)
    {
        ((NpgsqlParameter<string>)command.Parameters[0]).TypedValue = visit.Office.Value;
        ((NpgsqlParameter<Guid>)command.Parameters[1]).TypedValue = visit.Id.Value;
    }
}
