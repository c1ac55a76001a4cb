using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What do the visits of some days add up to, and which visits are they?</summary>
public sealed class Statistics(Visits visits, NpgsqlDataSource worker)
{
    const string Standing = "select position from read.projection where name = $1 and serves";

    const string Recorded = """
        select e.timestamp from pst.log_leaf l join pst.mt_events e using (seq_id) where l.position = $1
        """;

    const string Offices = "select tenant_id, document::text from pst.guard_office order by tenant_id";

    /// <summary>The figures of some days of arrival, both included.</summary>
    /// <param name="position">What of the log counts; null for all that there is.</param>
    public async Task<OfficeFigures> OfAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, long? position, DateTimeOffset now, CancellationToken cancel)
    {
        var facts = await FactsAsync(office, settings, from, to, position, now, cancel);
        return new(
            office, facts.Settings, from, to, facts.Computed,
            [.. facts.Visits.GroupBy(it => it.Day).Select(it => new DayFigures(it.Key, Figures.Of(it, facts.Computed.At)))]);
    }

    /// <summary>The visits that the same figures are made of.</summary>
    public async Task<FiguredVisits> FactsAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, long? position, DateTimeOffset now, CancellationToken cancel)
    {
        var computed = await ComputedAsync(position, now, cancel);
        return new(settings, computed, await visits.BetweenAsync(office, settings.Details.TimeZone, from, to, cancel));
    }

    /// <summary>Every office's figures, for those who may see all.</summary>
    public async Task<NationalFigures> NationalAsync(
        DateOnly from, DateOnly to, long? position, DateTimeOffset now, CancellationToken cancel)
    {
        var computed = await ComputedAsync(position, now, cancel);
        var offices = new List<OfficeSums>();
        foreach (var (office, settings) in await OfficesAsync(cancel))
        {
            var facts = await visits.BetweenAsync(office, settings.Details.TimeZone, from, to, cancel);
            if (facts.Count > 0) offices.Add(new(office, [.. facts.GroupBy(it => new DateOnly(it.Day.Year, it.Day.Month, 1))
                .Select(it => (it.Key, Figures.Of(it, computed.At).Sums))]));
        }
        return new(from, to, computed, offices);
    }

    async Task<Computed> ComputedAsync(long? position, DateTimeOffset now, CancellationToken cancel)
    {
        if (position is not { } asked) return new(await ScalarAsync<long>(Statement.Of(Standing).With(Visits.Projection.Name), cancel), now);
        return new(asked, await ScalarAsync<DateTimeOffset>(Statement.Of(Recorded).With(asked), cancel));
    }

    async Task<List<(OfficeCode, OfficeState)>> OfficesAsync(CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Offices);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(OfficeCode, OfficeState)>();
        while (await rows.ReadAsync(cancel))
            found.Add((new(rows.GetString(0)), System.Text.Json.JsonSerializer.Deserialize<OfficeState>(rows.GetString(1), StoredJson.Options)!));
        return found;
    }

    async Task<T> ScalarAsync<T>(NpgsqlBatchCommand query, CancellationToken cancel)
    {
        await using var batch = worker.CreateBatch();
        batch.BatchCommands.Add(query);
        await using var rows = await batch.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? rows.GetFieldValue<T>(0) : default!;
    }
}
