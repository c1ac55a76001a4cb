using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// The sums of all offices, read as the worker, who alone sees all: whoever asks must be somebody without an office. The columns are added
/// up where they lie, and no day's document is read.
/// </summary>
internal static class NationalSums
{
    static string Monthly(string table) => $"""
        select tenant_id, date_trunc('month', day)::date, {string.Join(", ", VisitDays.Names.Select(it => $"sum({it})::int"))},
            {Passed("missed_from")}, {Passed("late_missed_from")}
        from {VisitDays.Table(table)} where day between $1 and $2 and position <= $4 group by 1, 2 order by 1, 2
        """;

    static string Changed(string table) =>
        $"select tenant_id, day from {VisitDays.Table(table)} where day between $1 and $2 and position > $3 order by 1, 2";

    static string Passed(string moments) =>
        $"coalesce(sum((select count(*) from unnest({moments}) at where at <= $3)) filter (where {moments} is not null), 0)::int";

    /// <summary>The sums by office and month of the days that have not changed since, and those days that have.</summary>
    internal static async Task<(List<(DayKey Month, Sums Sums)> Sums, List<DayKey> Changed)> ReadAsync(
        NpgsqlDataSource worker, string table, DateOnly from, DateOnly to, Computed computed, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                // Both see the same days, or one that changes between them might be missed.
                new("begin isolation level repeatable read read only"),
                Statement.Of(Monthly(table)).With(from).With(to).With(computed.At.ToUniversalTime()).With(computed.Position),
                Statement.Of(Changed(table)).With(from).With(to).With(computed.Position),
                new("commit"),
            },
        };
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        var (sums, changed) = (new List<(DayKey, Sums)>(), new List<DayKey>());
        while (await rows.ReadAsync(cancel)) sums.Add((Key(rows), Read(rows)));
        await rows.NextResultAsync(cancel);
        while (await rows.ReadAsync(cancel)) changed.Add(Key(rows));
        return (sums, changed);
    }

    internal static NationalFigures Of(DateOnly from, DateOnly to, Computed computed, IEnumerable<(DayKey Day, Sums Sums)> sums) => new(
        from, to, computed,
        [
            .. sums.GroupBy(it => it.Day.Tenant).OrderBy(it => it.Key, StringComparer.Ordinal).Select(office => new OfficeSums(
                new(office.Key),
                [
                    .. office.GroupBy(it => new DateOnly(it.Day.Day.Year, it.Day.Day.Month, 1)).OrderBy(it => it.Key)
                        .Select(it => (it.Key, Sums.Of([.. it.Select(day => day.Sums)])))
                        .Where(it => it.Item2 != Sums.None),
                ])).Where(it => it.Months.Count > 0),
        ]);

    /// <summary>How rows of all offices are read.</summary>
    internal static RowQuery Rows(NpgsqlDataSource worker) => async (query, row, cancel) =>
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(query);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) row(rows);
    };

    static DayKey Key(NpgsqlDataReader row) => new(row.GetString(0), row.GetFieldValue<DateOnly>(1));

    static Sums Read(NpgsqlDataReader row)
    {
        var (missed, late) = (row.GetInt32(VisitDays.Names.Count + 2), row.GetInt32(VisitDays.Names.Count + 3));
        return Sums.Of(figure => row.GetInt32((int)figure + 2)) + Sums.Missed(missed, late);
    }
}
