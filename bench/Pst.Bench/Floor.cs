using Npgsql;

namespace Pst.Bench;

/// <summary>
/// Tables of the store's shape (columns, keys, indexes) with the same visits, and without triggers, policies and all that lies beside them:
/// what plain Npgsql does on these is the floor.
/// </summary>
static class Floor
{
    public const string Columns =
        "tenant_id, stream_id, version, seq_id, type, timestamp, user_name, correlation_id, causation_id, headers, data";

    const string Tables = """
        create schema floor;
        create table floor.mt_streams (like pst.mt_streams including defaults including constraints including indexes);
        create table floor.mt_events (like pst.mt_events including defaults including constraints including indexes,
            foreign key (tenant_id, stream_id) references floor.mt_streams (tenant_id, id));
        create sequence floor.mt_events_sequence;
        insert into floor.mt_streams select * from pst.mt_streams;
        insert into floor.mt_events select * from pst.mt_events;
        select setval('floor.mt_events_sequence', (select max(seq_id) from floor.mt_events));
        """;

    public static async Task LayAsync(NpgsqlDataSource owner)
    {
        // Ours and the floor's alike: rows that were just written are otherwise looked at and marked by whoever reads them first.
        foreach (var sql in (string[])[Tables, "vacuum analyze", "checkpoint"])
        {
            await using var command = owner.CreateCommand(sql);
            command.CommandTimeout = 0;
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>Takes the row as it came: no objects are made of it.</summary>
    public static void Take(NpgsqlDataReader row)
    {
        row.GetString(0);
        row.GetGuid(1);
        row.GetInt64(2);
        row.GetInt64(3);
        row.GetString(4);
        row.GetFieldValue<DateTimeOffset>(5);
        row.GetString(6);
        for (var column = 7; column <= 10; column++)
            if (!row.IsDBNull(column))
                row.GetFieldValue<byte[]>(column);
    }
}
