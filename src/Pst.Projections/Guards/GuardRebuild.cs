using System.Text.Json;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Makes the guards again from the log alone. No command is carried out meanwhile, for each locks its office in a table that is held here.</summary>
public sealed class GuardRebuild(NpgsqlDataSource worker, EventLog log, Sequencer sequencer)
{
    const int PageSize = 5000;

    const string Empty = """
        lock table pst.guard_office in access exclusive mode;
        truncate pst.guard_office, pst.guard_visit, pst.guard_ticket, pst.guard_locker, pst.guard_copies
        """;

    readonly Dictionary<OfficeCode, (long Version, OfficeState State)> offices = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        // The other connections work while this one waits, which the usual limit forbids.
        await ExecuteAsync(connection, "set local idle_in_transaction_session_timeout = 0", cancel);
        await ExecuteAsync(connection, Empty, cancel);
        while (await sequencer.RunOnceAsync(cancel) > 0) { }

        offices.Clear();
        for (long after = 0, head = await log.HeadAsync(cancel); after < head;)
        {
            var page = await log.ReadAsync(after, PageSize, null, cancel);
            await WriteAsync(connection, page.Entries.SelectMany(it => Guards(it.Event)), cancel);
            after = page.Through;
        }
        await WriteAsync(connection, offices.Select(it => GuardSql.Office(it.Key, it.Value.Version, Document(it.Value.State))), cancel);
        await transaction.CommitAsync(cancel);
    }

    IEnumerable<NpgsqlBatchCommand> Guards(StoredEvent stored)
    {
        var office = new OfficeCode(stored.Tenant);
        switch (stored.Data)
        {
            case OfficeEvent happened:
                offices[office] = (stored.Version, OfficeState.Evolve(offices.GetValueOrDefault(office).State, happened));
                return [];
            case VisitEvent happened:
                var day = offices[office].State.Details.TimeZone.Day(stored.Envelope.Occurred);
                return GuardChange.Of(happened, stored.Version, day).SelectMany(it => GuardSql.Of(it, office, new(stored.Stream)));
            default:
                return [];
        }
    }

    static async Task WriteAsync(NpgsqlConnection connection, IEnumerable<NpgsqlBatchCommand> statements, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection);
        foreach (var statement in statements) batch.BatchCommands.Add(statement);
        if (batch.BatchCommands.Count > 0) await batch.ExecuteNonQueryAsync(cancel);
    }

    static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancel);
    }

    static string Document(OfficeState state) => JsonSerializer.Serialize(state, StoredJson.Options);
}
