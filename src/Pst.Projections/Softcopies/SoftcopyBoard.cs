using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which softcopies are asked for, which were given, and which file is whose?</summary>
public sealed class SoftcopyBoard(ProjectionTables tables)
{
    /// <summary>A row a request, for ever: a file that turns up years later is still known.</summary>
    public static Projection<SoftcopyRow> Projection { get; } = new(
        "softcopies", version: 3,
        [
            typeof(SoftcopyAsked), typeof(SoftcopyPrepared), typeof(SoftcopyDelivered), typeof(SoftcopyFetched), typeof(SoftcopyDeclined),
            typeof(SoftcopyExpired), typeof(SoftcopyCalledBack), typeof(SoftcopyRated),
        ],
        SoftcopyRow.After)
    {
        Columns =
        [
            Column.Of<SoftcopyRow, bool>("live", "boolean not null", it => it.EndedAt is null),
            Column.Of<SoftcopyRow, int>("year", "integer not null", it => it.Asked.Number.Year),
            Column.Of<SoftcopyRow, int>("number", "integer not null", it => it.Asked.Number.Number),
            Column.Of<SoftcopyRow, string>("sha256", "text not null", it => it.File?.Sha256 ?? ""),
            Column.Of<SoftcopyRow, Guid?>("visit", "uuid", it => it.Asked.Visit?.Value),
            Column.Of<SoftcopyRow, DateTimeOffset?>("rated_at", "timestamptz", it => it.RatedAt),
        ],
        Indexes =
        [
            "(tenant_id, year, number)", "(tenant_id) where live", "(tenant_id, sha256)", "(tenant_id, visit) where visit is not null",
            "(tenant_id, rated_at) where rated_at is not null",
        ],
    };

    const int MostEnded = 200, Stretch = 500;

    internal static string Behind(string table) => $"""
        select stream_id, document from {table}
        where tenant_id = $1 and (year, number) < ($2, $3) order by year desc, number desc limit {Stretch}
        """;

    internal static string Living(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and live order by year, number
        """;

    internal static string Ended(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and not live order by year desc, number desc limit {MostEnded}
        """;

    internal static string Numbered(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and year = $2 and number = $3
        """;

    internal static string Same(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and sha256 = $2 order by year desc, number desc limit 1
        """;

    internal static string InVisit(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and visit = $2 order by year, number
        """;

    internal static string Rated(string table) => $"""
        select stream_id, document from {table} where tenant_id = $1 and rated_at >= $2 and rated_at < $3
        """;

    /// <summary>Those that wait for the office, and those whose link is open; the oldest first.</summary>
    public Task<IReadOnlyList<SoftcopyLine>> LivingAsync(OfficeCode office, CancellationToken cancel) =>
        ReadAsync(office, it => Statement.Of(Living(it)).With(office.Value), cancel);

    /// <summary>Those that ended last, the newest first.</summary>
    public Task<IReadOnlyList<SoftcopyLine>> EndedAsync(OfficeCode office, CancellationToken cancel) =>
        ReadAsync(office, it => Statement.Of(Ended(it)).With(office.Value), cancel);

    /// <summary>Those that are wanted, the newest first, behind one of them.</summary>
    /// <param name="behind">Null to begin with the newest.</param>
    public async Task<IReadOnlyList<SoftcopyLine>> PageAsync(
        OfficeCode office, SoftcopyNumber? behind, int limit, Func<SoftcopyRow, bool> isWanted, CancellationToken cancel)
    {
        var found = new List<SoftcopyLine>();
        var (year, number) = behind is { } last ? (last.Year, last.Number) : (int.MaxValue, 0);
        while (true)
        {
            var page = await ReadAsync(office, it => Statement.Of(Behind(it)).With(office.Value).With(year).With(number), cancel);
            found.AddRange(page.Where(it => isWanted(it.Row)));
            if (page.Count < Stretch || found.Count >= limit) return [.. found.Take(limit)];
            (year, number) = (page[^1].Row.Asked.Number.Year, page[^1].Row.Asked.Number.Number);
        }
    }

    /// <summary>The one of a number; null where there is none.</summary>
    public async Task<SoftcopyLine?> FindAsync(SoftcopyNumber number, CancellationToken cancel) =>
        (await ReadAsync(
            number.Office, it => Statement.Of(Numbered(it)).With(number.Office.Value).With(number.Year).With(number.Number), cancel))
        .SingleOrDefault();

    /// <summary>The one whose file has exactly these bytes; null where there is none.</summary>
    public async Task<SoftcopyLine?> FindAsync(OfficeCode office, string sha256, CancellationToken cancel) =>
        (await ReadAsync(office, it => Statement.Of(Same(it)).With(office.Value).With(sha256), cancel)).SingleOrDefault();

    /// <summary>Those that were asked for in a visit, in their order.</summary>
    public Task<IReadOnlyList<SoftcopyLine>> OfAsync(OfficeCode office, VisitId visit, CancellationToken cancel) =>
        ReadAsync(office, it => Statement.Of(InVisit(it)).With(office.Value).With(visit.Value), cancel);

    /// <summary>How those judged that did so on some local days, both included.</summary>
    public async Task<SoftcopyRatings> RatingsAsync(OfficeCode office, Zone zone, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        DateTimeOffset Midnight(DateOnly day) => zone.At(day, TimeOnly.MinValue).ToUniversalTime();
        var (begin, end) = (Midnight(from), Midnight(to.AddDays(1)));
        var rated = await ReadAsync(office, it => Statement.Of(Rated(it)).With(office.Value).With(begin).With(end), cancel);
        return SoftcopyRatings.Of(zone, [.. rated.Select(it => it.Row)]);
    }

    async Task<IReadOnlyList<SoftcopyLine>> ReadAsync(
        OfficeCode office, Func<string, NpgsqlBatchCommand> query, CancellationToken cancel) =>
    [
        .. (await tables.ReadAsync(Projection, office, query, cancel)).Select(it => new SoftcopyLine(new(it.Visit.Value), it.Row)),
    ];
}

/// <summary>A request by its id.</summary>
public sealed record SoftcopyLine(SoftcopyId Id, SoftcopyRow Row);
