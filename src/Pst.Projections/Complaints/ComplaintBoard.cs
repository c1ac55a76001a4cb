using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What do people complain about, and does the office answer in time?</summary>
public sealed class ComplaintBoard(ProjectionTables tables)
{
    /// <summary>A row a complaint, for ever: an office has few.</summary>
    public static Projection<ComplaintRow> Projection { get; } = new(
        "complaints", version: 2,
        [
            typeof(ComplaintReceived), typeof(ComplaintVerified), typeof(ComplaintAnswered), typeof(InformationAsked),
            typeof(ComplainantReplied), typeof(ComplaintResolved), typeof(ComplaintEscalated), typeof(ComplaintClosed),
        ],
        ComplaintRow.After)
    {
        Columns =
        [
            Column.Of<ComplaintRow, bool>("open", "boolean not null", it => it.IsOpen),
            Column.Of<ComplaintRow, DateOnly>("day", "date not null", it => it.Code.Day),
            Column.Of<ComplaintRow, int>("number", "integer not null", it => it.Code.Number),
            Column.Position<ComplaintRow>(),
        ],
        Indexes = ["(tenant_id, day, number)", "(tenant_id) where open"],
    };

    internal static string Between(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and day between $2 and $3 order by day desc, number desc
        """;

    const int Stretch = 500;

    internal static string Behind(string table) => $"""
        select stream_id, document from {table}
        where tenant_id = $1 and day between $2 and $3 and (day, number) < ($4, $5) order by day desc, number desc limit {Stretch}
        """;

    internal static string Unfinished(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and open order by day, number
        """;

    internal static string Numbered(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and day = $2 and number = $3
        """;

    /// <summary>Those that are open: what is due first, first; then what waits for the complainant.</summary>
    public async Task<IReadOnlyList<ComplaintLine>> OpenAsync(OfficeCode office, CancellationToken cancel)
    {
        var open = await ReadAsync(office, it => Statement.Of(Unfinished(it)).With(office.Value), cancel);
        return [.. open.OrderBy(it => it.Row.Due ?? DateOnly.MaxValue)];
    }

    /// <summary>Those that were received on some days, both included, the newest first.</summary>
    public Task<IReadOnlyList<ComplaintLine>> ReceivedAsync(OfficeCode office, DateOnly from, DateOnly to, CancellationToken cancel) =>
        ReadAsync(office, it => Statement.Of(Between(it)).With(office.Value).With(from).With(to), cancel);

    /// <summary>Those that are wanted of some days, the newest first, behind one of them.</summary>
    /// <param name="behind">Null to begin with the newest.</param>
    public async Task<IReadOnlyList<ComplaintLine>> PageAsync(
        OfficeCode office, DateOnly from, DateOnly to, ComplaintCode? behind, int limit, Func<ComplaintRow, bool> isWanted,
        CancellationToken cancel)
    {
        var found = new List<ComplaintLine>();
        var last = behind ?? new(DateOnly.MaxValue, ComplaintCode.Most);
        while (true)
        {
            var page = await ReadAsync(
                office, it => Statement.Of(Behind(it)).With(office.Value).With(from).With(to).With(last.Day).With(last.Number), cancel);
            found.AddRange(page.Where(it => isWanted(it.Row)));
            if (page.Count < Stretch || found.Count >= limit) return [.. found.Take(limit)];
            last = page[^1].Row.Code;
        }
    }

    /// <summary>The one on a receipt; null where there is none.</summary>
    public async Task<ComplaintLine?> FindAsync(OfficeCode office, ComplaintCode code, CancellationToken cancel) =>
        (await ReadAsync(office, it => Statement.Of(Numbered(it)).With(office.Value).With(code.Day).With(code.Number), cancel))
        .SingleOrDefault();

    async Task<IReadOnlyList<ComplaintLine>> ReadAsync(
        OfficeCode office, Func<string, NpgsqlBatchCommand> query, CancellationToken cancel) =>
    [
        .. (await tables.ReadAsync(Projection, office, query, cancel))
            .Select(it => new ComplaintLine(new(it.Visit.Value), it.Row)),
    ];
}

/// <summary>A complaint by its id.</summary>
public sealed record ComplaintLine(ComplaintId Id, ComplaintRow Row);
