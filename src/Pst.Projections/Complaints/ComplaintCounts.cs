using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// What do the complaints of some days add up to, and which are they? Told of the log up to a position, so that the answer is the same for
/// ever. An office has few, so they are read and not added up beforehand.
/// </summary>
public sealed class ComplaintCounts(ProjectionTables tables, EventLog log, NpgsqlDataSource worker)
{
    // So long a projection may be behind the one that the position was read from.
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2), Look = TimeSpan.FromMilliseconds(20);

    internal static string Of(string table, bool isNational) => $"""
        select p.position, c.tenant_id, c.stream_id, c.document, c.position
        from read.projection p left join {table} c on c.day between $1 and $2 {(isNational ? "" : "and c.tenant_id = $4")}
        where p.name = $3 and p.serves order by c.tenant_id, c.day, c.number
        """;

    /// <summary>The figures of the complaints that came on some days, both included.</summary>
    /// <exception cref="ProjectionNotReadyException">What is asked has not been read yet.</exception>
    public async Task<ComplaintFigures> OfAsync(
        OfficeCode office, Zone zone, DateOnly from, DateOnly to, Computed computed, CancellationToken cancel) =>
        ComplaintFigures.Of(from, to, computed, zone, await FactsAsync(office, zone, from, to, computed.Position, cancel));

    /// <summary>The complaints that the same figures are made of, the first received first.</summary>
    /// <exception cref="ProjectionNotReadyException">What is asked has not been read yet.</exception>
    public async Task<IReadOnlyList<ComplaintFact>> FactsAsync(
        OfficeCode office, Zone zone, DateOnly from, DateOnly to, long position, CancellationToken cancel)
    {
        var found = await FoundAsync(tables.Within(office), from, to, office, position, cancel);
        return [.. (await AsOfAsync(found, position, cancel)).Select(it => new ComplaintFact(it.Id, it.Row, zone))];
    }

    /// <summary>Every office's sums, read as the worker: whoever asks must be somebody without an office.</summary>
    /// <exception cref="ProjectionNotReadyException">What is asked has not been read yet.</exception>
    public async Task<IReadOnlyDictionary<OfficeCode, ComplaintSums>> NationalAsync(
        DateOnly from, DateOnly to, Computed computed, CancellationToken cancel)
    {
        var found = await FoundAsync(NationalSums.Rows(worker), from, to, null, computed.Position, cancel);
        var zones = new OfficeZones(worker);
        await zones.KnowAsync(found.Select(it => it.Tenant), cancel);
        return (await AsOfAsync(found, computed.Position, cancel)).GroupBy(it => it.Tenant).ToDictionary(
            it => new OfficeCode(it.Key),
            it => ComplaintSums.Of(
                [.. it.Select(one => new ComplaintFact(one.Id, one.Row, zones[it.Key]))], zones[it.Key].Day(computed.At)));
    }

    Task<List<Found>> FoundAsync(
        RowQuery query, DateOnly from, DateOnly to, OfficeCode? office, long position, CancellationToken cancel) =>
        tables.FromAsync(ComplaintBoard.Projection, async table =>
        {
            for (var waited = TimeSpan.Zero; ; waited += Look)
            {
                var (standing, found) = (0L, new List<Found>());
                var asked = Statement.Of(Of(table, office is null)).With(from).With(to).With(ComplaintBoard.Projection.Name);
                await query(office is { } one ? asked.With(one.Value) : asked, row =>
                {
                    standing = row.GetInt64(0);
                    if (!row.IsDBNull(1)) found.Add(Found.Read(row));
                }, cancel);
                if (standing >= position) return found;
                if (waited >= Patience) throw new ProjectionNotReadyException(ComplaintBoard.Projection.Name);
                await Task.Delay(Look, cancel);
            }
        }, cancel);

    // Those that have changed since are folded again from their events up to there; one that had not come yet falls away.
    async Task<List<Found>> AsOfAsync(List<Found> found, long position, CancellationToken cancel)
    {
        var earlier = new Dictionary<(string Tenant, ComplaintId Id), ComplaintRow>();
        foreach (var office in found.Where(it => it.Position > position).GroupBy(it => it.Tenant, it => it.Id.Value))
        foreach (var stream in (await log.UpToAsync(office.Key, [.. office], position, cancel)).GroupBy(it => it.Stream))
            earlier.Add((office.Key, new(stream.Key)), stream.Aggregate((ComplaintRow?)null, ComplaintRow.After)!);
        return
        [
            .. found.Where(it => it.Position <= position || earlier.ContainsKey((it.Tenant, it.Id)))
                .Select(it => it.Position <= position ? it : it with { Row = earlier[(it.Tenant, it.Id)] }),
        ];
    }

    sealed record Found(string Tenant, ComplaintId Id, ComplaintRow Row, long Position)
    {
        internal static Found Read(NpgsqlDataReader row) => new(
            row.GetString(1), new(row.GetGuid(2)), RowJson.Read<ComplaintRow>(row.GetFieldValue<byte[]>(3)), row.GetInt64(4));
    }
}
