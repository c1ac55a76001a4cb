using System.Text.Json;
using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// Makes the guards again from the log alone. No command is carried out meanwhile, for each locks its office in a table that is held here.
/// </summary>
public sealed class GuardRebuild(NpgsqlDataSource worker, EventLog log, Sequencer sequencer)
{
    const int PageSize = 5000;

    static readonly string[] Tables =
    [
        "guard_office", "guard_visit", "guard_ticket", "guard_locker", "guard_copies", "guard_person", "guard_hold", "guard_erasure",
        "guard_complaint", "guard_softcopy", "guard_appointment",
    ];

    // The other connections work while this one waits, which the usual limit forbids.
    const string Hold = """
        set local idle_in_transaction_session_timeout = 0;
        lock table pst.guard_office in access exclusive mode
        """;

    static readonly string Empty = $"truncate {string.Join(", ", Tables.Select(it => $"pst.{it}"))}";

    readonly Dictionary<OfficeCode, (long Version, OfficeState State)> offices = [];

    public async Task RunAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, Hold, cancel);
        await FillAsync(connection, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The tables that are not what the log makes of them. Nothing is changed.</summary>
    public async Task<IReadOnlyList<string>> DifferencesAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var transaction = await connection.BeginTransactionAsync(cancel);
        await ExecuteAsync(connection, Hold, cancel);
        var found = await DigestsAsync(connection, cancel);
        await FillAsync(connection, cancel);
        var made = await DigestsAsync(connection, cancel);
        return [.. Tables.Where((_, index) => found[index] != made[index])];
    }

    async Task FillAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await ExecuteAsync(connection, Empty, cancel);
        while (await sequencer.RunOnceAsync(cancel) > 0) { }

        offices.Clear();
        for (long after = 0, head = await log.HeadAsync(cancel); after < head;)
        {
            var (page, guards) = (await log.ReadAsync(after, PageSize, null, cancel), new List<NpgsqlBatchCommand>());
            foreach (var entry in page.Entries) guards.AddRange(await GuardsAsync(entry.Event, cancel));
            await WriteAsync(connection, guards, cancel);
            after = page.Through;
        }
        await WriteAsync(connection, offices.Select(it => GuardSql.Office(it.Key, it.Value.Version, Document(it.Value.State))), cancel);
    }

    static async Task<IReadOnlyList<string>> DigestsAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        var digests = new List<string>();
        foreach (var table in Tables)
        {
            var digest = $"select coalesce(md5(string_agg(t::text, ' ' order by t::text)), '') from pst.{table} t";
            await using var command = new NpgsqlCommand(digest, connection);
            digests.Add((string)(await command.ExecuteScalarAsync(cancel))!);
        }
        return digests;
    }

    async Task<IEnumerable<NpgsqlBatchCommand>> GuardsAsync(StoredEvent stored, CancellationToken cancel)
    {
        var office = new OfficeCode(stored.Tenant);
        IEnumerable<NpgsqlBatchCommand> Sql(IEnumerable<GuardChange> changes) =>
            changes.SelectMany(it => GuardSql.Of(it, office, new(stored.Stream)));

        switch (stored.Data)
        {
            case OfficeEvent happened:
                offices[office] = (stored.Version, OfficeState.Evolve(offices.GetValueOrDefault(office).State, happened));
                return [];
            case Undone undone:
                var history = await log.StreamAsync(stored.Tenant, stored.Stream, stored.Version, null, cancel);
                return Sql(GuardChange.Of(undone, history, offices[office].State.Details.TimeZone));
            case VisitEvent happened:
                return Sql(GuardChange.Of(happened, stored.Version, offices[office].State.Details.TimeZone.Day(stored.Envelope.Occurred)));
            case VisitorEvent happened:
                return GuardSql.Of(happened, office, new VisitorId(stored.Stream));
            case RetentionEvent happened:
                return GuardSql.Of(happened, office);
            case ComplaintEvent happened:
                return GuardSql.Of(happened, office, new ComplaintId(stored.Stream));
            case SoftcopyEvent happened:
                return GuardSql.Of(happened, office, new SoftcopyId(stored.Stream));
            case AppointmentEvent happened:
                return AppointmentBook.Of(happened, office, new AppointmentId(stored.Stream));
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
