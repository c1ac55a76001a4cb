using System.Globalization;
using Npgsql;
using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// The figures of each office's day, in a table beside the visits' own: made from its rows and nothing else whenever one of the day's
/// visits has changed, so that they are exact under corrections, voids and late entries. See docs/decisions/0016-figures.md.
/// </summary>
internal static class VisitDays
{
    // Days in one transaction; as many of a busy office are some ten thousand visits.
    const int Most = 400;

    const string Microseconds = "yyyy-MM-dd HH:mm:ss.ffffff'+00'";

    static readonly Figure[] Counted = Enum.GetValues<Figure>();

    /// <summary>The figures' columns, in their order.</summary>
    internal static readonly IReadOnlyList<string> Names = [.. Counted.Select(it => $"\"{Words.Of(it)}\"")];

    internal static string Table(string visits) => $"{visits}_days";

    internal static string Removal(string visits) => $"drop table if exists {Table(visits)}, {Untold(visits)}";

    /// <summary>Some days of an office; with them, also where there are none, how far the projection is.</summary>
    internal static string Of(string visits) => $"""
        select p.position, d.day, d.position, d.document
        from read.projection p left join {Table(visits)} d on d.tenant_id = $1 and d.day between $2 and $3
        where p.name = $4 and p.serves order by d.day
        """;

    internal const string Standing = "select position from read.projection where name = $1 and serves";

    /// <summary>
    /// The columns stand before the document, so that sums over the country need not read it. Open promises are counted as pending;
    /// from when they are missed stands beside, once for each, and once more for those with late entries.
    /// </summary>
    internal static string Definition(string visits) => $"""
        create table {Table(visits)} (
            tenant_id varchar not null, day date not null, position bigint not null,
            {string.Concat(Names.Select(it => $"{it} integer not null, "))}
            missed_from timestamptz[], late_missed_from timestamptz[], document jsonb not null, primary key (tenant_id, day));
        create index on {Table(visits)} (day);
        grant select on {Table(visits)} to pst_app;
        alter table {Table(visits)} enable row level security;
        create policy office on {Table(visits)} to pst_app using (tenant_id = current_setting('pst.office', true));
        create table {Untold(visits)} (tenant_id varchar not null, day date not null, primary key (tenant_id, day));
        """;

    /// <summary>Notes days to be added up later.</summary>
    internal static NpgsqlBatchCommand Touch(string visits, IReadOnlyCollection<DayKey> days) => Keyed($"""
        insert into {Untold(visits)} (tenant_id, day) select * from unnest($1, $2) on conflict do nothing
        """, days);

    internal static async Task<bool> HasTouchedAsync(NpgsqlConnection connection, string visits, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand($"select exists (select from {Untold(visits)})", connection);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>Adds up some of the days that were noted; false when there are none.</summary>
    internal static async Task<bool> RollUpTouchedAsync(
        NpgsqlConnection connection, string visits, OfficeZones zones, CancellationToken cancel)
    {
        var touched = new List<DayKey>();
        await RowsOf(connection)(
            Statement.Of($"""
                delete from {Untold(visits)} where (tenant_id, day) in (
                    select tenant_id, day from {Untold(visits)} order by tenant_id, day limit $1) returning tenant_id, day
                """).With(Most),
            row => touched.Add(new(row.GetString(0), row.GetFieldValue<DateOnly>(1))), cancel);
        await zones.KnowAsync(touched.Select(it => it.Tenant), cancel);
        await RollUpAsync(connection, visits, touched, zones, cancel);
        return touched.Count > 0;
    }

    /// <summary>Adds up days of which a visit has changed, and those whose clocks may hang on it.</summary>
    internal static async Task RollUpAsync(
        NpgsqlConnection connection, string visits, IReadOnlyCollection<DayKey> touched, OfficeZones zones, CancellationToken cancel)
    {
        var loaded = new DayVisits(RowsOf(connection), visits, tenant => zones[tenant]);
        await loaded.LoadAsync(touched, cancel);
        // Who arrived on another day and signed on one of these may have waited for somebody who has changed.
        var days = loaded.All.Select(it => new DayKey(it.Tenant, zones[it.Tenant].Day(it.Visit.Row.ArrivedAt))).Concat(touched).ToHashSet();
        await loaded.LoadAsync(days, cancel);
        var put = days.Select(it => (Key: it, Sum: loaded.Of(it))).Where(it => it.Sum.Facts.Count > 0)
            .Select(it => (it.Key, it.Sum.Position, Figures: Figures.Of(it.Sum.Facts))).ToList();
        if (put.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Put(visits, put) } };
        await batch.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlBatchCommand Put(string visits, List<(DayKey Key, long Position, Figures Figures)> rows)
    {
        string[] names = ["position", .. Names, "missed_from", "late_missed_from", "document"];
        var command = Keyed($"""
            insert into {Table(visits)} (tenant_id, day, {string.Join(", ", names)})
            select tenant_id, day, position, {string.Join(", ", Names)}, missed_from::timestamptz[], late_missed_from::timestamptz[],
                document
            from unnest($1, $2, {string.Join(", ", Enumerable.Range(3, names.Length).Select(it => $"${it}"))})
                as new (tenant_id, day, {string.Join(", ", names)})
            on conflict (tenant_id, day) do update set {string.Join(", ", names.Select(it => $"{it} = excluded.{it}"))}
            """, [.. rows.Select(it => it.Key)]).With<long[]>([.. rows.Select(it => it.Position)]);
        foreach (var figure in Counted) command.With<int[]>([.. rows.Select(it => it.Figures[figure])]);
        command.With<string?[]>([.. rows.Select(it => Moments(it.Figures.Open))]);
        command.With<string?[]>([.. rows.Select(it => Moments(it.Figures.Open.Where(open => open.Late)))]);
        return command.With<byte[][]>([.. rows.Select(it => RowJson.Write(it.Figures))], NpgsqlDbType.Array | NpgsqlDbType.Jsonb);
    }

    // As PostgreSQL writes an array: arrays of arrays of different lengths it has none.
    static string? Moments(IEnumerable<OpenPromise> open)
    {
        var moments = string.Join(',', open.Select(it => it.MissedFrom.UtcDateTime.ToString(Microseconds, CultureInfo.InvariantCulture)));
        return moments.Length == 0 ? null : $"{{{moments}}}";
    }

    static string Untold(string visits) => $"{visits}_touched";

    static NpgsqlBatchCommand Keyed(string sql, IReadOnlyCollection<DayKey> days) =>
        Statement.Of(sql).With<string[]>([.. days.Select(it => it.Tenant)]).With<DateOnly[]>([.. days.Select(it => it.Day)]);

    static RowQuery RowsOf(NpgsqlConnection connection) => async (command, row, cancel) =>
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { command } };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) row(rows);
    };
}
