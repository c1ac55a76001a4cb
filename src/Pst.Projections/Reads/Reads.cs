using Npgsql;
using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Who saw whose data, when, and why?</summary>
/// <param name="worker">Reads all offices at once, for those who belong to none.</param>
public sealed class Reads(ProjectionTables tables, NpgsqlDataSource worker)
{
    /// <summary>A row a look, for ever.</summary>
    public static Projection<ReadRow> Projection { get; } = new(
        "reads", version: 1, [typeof(DetailsSeen)], (_, stored) => ReadRow.Of(stored))
    {
        IsByEvent = true,
        Columns =
        [
            Column.Of<ReadRow, DateTimeOffset>("at", "timestamptz not null", it => it.At),
            Column.Of<ReadRow, string>("reader", "text not null", it => it.Reader),
            Column.Of<ReadRow, string?>("device", "text", it => it.Device),
            Column.Of<ReadRow, Guid>("visitor", "uuid not null", it => it.Visitor.Value),
            Column.Of<ReadRow, int?>("what", "integer", it => (int?)it.What),
            Column.Of<ReadRow, int?>("purpose", "integer", it => (int?)it.Purpose),
            Column.Position<ReadRow>(),
        ],
        Indexes = ["(tenant_id, at, position)", "(at, position)", "(tenant_id, visitor, at)", "(tenant_id, reader, at)", "(position)"],
    };

    internal static string Between(string table) => $"""
        select tenant_id, position, document from {table}
        where ($1 is null or tenant_id = $1) and at >= $2 and at < $3
            and ($4 is null or reader = $4) and ($5 is null or device = $5) and ($6 is null or visitor = any ($6))
            and ($7 is null or what = $7) and ($8 is null or purpose = $8) and ($10 or what is distinct from {(int)Seen.Text})
            and ($9 is null or (at, position) < (select last.at, last.position from {table} last where last.position = $9))
        order by at desc, position desc limit $11
        """;

    internal static string InOffice(string table) =>
        Between(table).Replace("($1 is null or tenant_id = $1)", "tenant_id = $1", StringComparison.Ordinal);

    /// <summary>The looks that a filter lets through, the last first.</summary>
    public async Task<IReadOnlyList<ReadLine>> ListAsync(ReadFilter filter, int most, CancellationToken cancel) =>
        filter.Office is { } office
            ? await tables.ReadAsync(Projection, office, it => Asked(InOffice(it), filter, most), Line, cancel)
            : await tables.FromAsync(Projection, it => AllAsync(Asked(Between(it), filter, most), cancel), cancel);

    async Task<IReadOnlyList<ReadLine>> AllAsync(NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { query } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var found = new List<ReadLine>();
        while (await rows.ReadAsync(cancel)) found.Add(Line(rows));
        return found;
    }

    static NpgsqlBatchCommand Asked(string sql, ReadFilter filter, int most) =>
        Statement.Of(sql).With(filter.Office?.Value, NpgsqlDbType.Text)
            .With(filter.From.ToUniversalTime()).With(filter.To.ToUniversalTime())
            .With(filter.Reader, NpgsqlDbType.Text).With(filter.Device, NpgsqlDbType.Text)
            .With<Guid[]?>(filter.Whose?.Select(it => it.Value).ToArray(), NpgsqlDbType.Array | NpgsqlDbType.Uuid)
            .With((int?)filter.What, NpgsqlDbType.Integer).With((int?)filter.Purpose, NpgsqlDbType.Integer)
            .With(filter.Before, NpgsqlDbType.Bigint).With(filter.WithWords).With(most);

    static ReadLine Line(NpgsqlDataReader row) =>
        new(new(row.GetString(0)), row.GetInt64(1), RowJson.Read<ReadRow>(row.GetFieldValue<byte[]>(2)));
}
