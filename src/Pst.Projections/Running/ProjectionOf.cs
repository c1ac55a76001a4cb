using Npgsql;
using NpgsqlTypes;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>A projection as its question writes it down.</summary>
/// <param name="after">The stream's row after one more event. It is pure; null, before or after, is no row.</param>
public sealed class Projection<TRow>(string name, int version, IReadOnlyCollection<Type> reads, Func<TRow?, StoredEvent, TRow?> after)
    : Projection(name, version, reads) where TRow : class
{
    /// <summary>What queries search by, beside office and stream.</summary>
    public IReadOnlyList<Column<TRow>> Columns { get; init; } = [];

    /// <summary>Each event makes a row of its own, which none changes any more.</summary>
    public bool IsByEvent { get; init; }

    /// <summary>Each as it stands behind <c>create index on TABLE</c>.</summary>
    public IReadOnlyList<string> Indexes { get; init; } = [];

    /// <summary>The moments of a row by whose days it is counted.</summary>
    internal Func<TRow, IEnumerable<DateTimeOffset>> Moments { get; init; } = _ => [];

    /// <summary>The row that events make, in memory: up to one that it cannot follow, as the table's row stops there.</summary>
    /// <param name="standing">Of one stream, without what was taken back.</param>
    internal TRow? Of(IEnumerable<StoredEvent> standing)
    {
        TRow? row = null;
        try
        {
            foreach (var happened in standing.Where(it => Reads.Contains(it.Data.GetType()))) row = after(row, happened);
        }
        catch (Exception) // as in the table: whatever it stumbles over, only this stream stops; there it is shown
        {
        }
        return row;
    }

    internal override StreamKey KeyOf(LogEntry entry) => IsByEvent ? StreamKey.OfEvent(entry) : base.KeyOf(entry);

    internal override string Definition(string table) => $"""
        create table {table} (
            tenant_id varchar not null, stream_id uuid not null, document jsonb not null,
            {string.Concat(Columns.Select(it => $"{it.Name} {it.Type}, "))} primary key (tenant_id, stream_id));
        {string.Concat(Indexes.Select(it => $"create index on {table} {it};"))}
        grant select on {table} to pst_app;
        alter table {table} enable row level security;
        create policy office on {table} to pst_app using (tenant_id = current_setting('pst.office', true));
        {(HasDays ? VisitDays.Definition(table) : "")}
        """;

    internal override Folded Fold(
        string table, ReadPage page, Dictionary<StreamKey, byte[]> documents, IReadOnlySet<StreamKey> parked)
    {
        var rows = documents.ToDictionary(it => it.Key, TRow? (it) => RowJson.Read<TRow>(it.Value));
        var changed = new Dictionary<StreamKey, long>();
        var stuck = new Dictionary<StreamKey, ParkedStream>();
        foreach (var entry in page.Entries)
        {
            var key = KeyOf(entry);
            if (parked.Contains(key) || stuck.ContainsKey(key)) continue;
            var before = rows.GetValueOrDefault(key);
            try
            {
                rows[key] = entry.Event.Data is Undone ? Retold(page.Histories[key], entry.Event) : after(before, entry.Event);
                if (!ReferenceEquals(before, rows[key])) changed[key] = entry.Position;
            }
            catch (Exception failure) // whatever the fold stumbles over, it stumbles again: only this stream stops, and is shown
            {
                stuck.Add(key, new(key, entry.Position, ParkedStream.Why(entry.Event.Alias, entry.Event.Version, failure)));
            }
        }

        var gone = changed.Keys.Where(it => rows[it] is null && documents.ContainsKey(it)).ToList();
        var put = changed.Where(it => rows[it.Key] is not null).Select(it => (it.Key, Row: rows[it.Key]!, Position: it.Value)).ToList();
        return new(
            [.. Remove(table, gone), .. Put(table, [.. put.Select(it => it.Key)], [.. put.Select(it => (it.Row, it.Position))])],
            [.. stuck.Values], [.. put.SelectMany(it => Moments(it.Row).Select(at => (it.Key.Tenant, at)))]);
    }

    // No row says what it was before; so the visit is told anew, without what was taken back.
    TRow? Retold(IEnumerable<StoredEvent> history, StoredEvent undone) =>
        history.Where(it => it.Version <= undone.Version).Standing().Aggregate((TRow?)null, after);

    static IEnumerable<NpgsqlBatchCommand> Remove(string table, List<StreamKey> keys)
    {
        if (keys.Count == 0) return [];
        const string same = "t.tenant_id = k.tenant_id and t.stream_id = k.stream_id";
        return [Keyed($"delete from {table} t using {StreamKeys.Rows} where {same}", keys)];
    }

    IEnumerable<NpgsqlBatchCommand> Put(string table, List<StreamKey> keys, List<(TRow Row, long Position)> rows)
    {
        if (keys.Count == 0) return [];
        var names = string.Concat(Columns.Select(it => $", {it.Name}"));
        var command = Keyed($"""
            insert into {table} (tenant_id, stream_id, document{names})
            select * from unnest($1, $2, $3{string.Concat(Columns.Select((_, index) => $", ${index + 4}"))})
            on conflict (tenant_id, stream_id) do update
            set document = excluded.document{string.Concat(Columns.Select(it => $", {it.Name} = excluded.{it.Name}"))}
            """, keys);
        command.Parameters.Add(new NpgsqlParameter<byte[][]>
        {
            TypedValue = [.. rows.Select(it => RowJson.Write(it.Row))],
            NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Jsonb,
        });
        foreach (var column in Columns) command.Parameters.Add(column.Of(rows));
        return [command];
    }

    static NpgsqlBatchCommand Keyed(string sql, List<StreamKey> keys) => StreamKeys.Of(sql, keys);
}
