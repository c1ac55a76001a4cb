using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// What do the visits of some days add up to, and which visits are they? Asked for a position of the log, the answer is the same for ever.
/// </summary>
public sealed class Statistics(ProjectionTables tables, EventLog log, NpgsqlDataSource worker)
{
    /// <summary>The figures of some days of arrival, both included.</summary>
    /// <param name="position">What of the log counts; null for all that there is.</param>
    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public Task<OfficeFigures> OfAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, long? position, DateTimeOffset now,
        CancellationToken cancel) =>
        tables.FromAsync(Visits.Projection, async table =>
        {
            var (standing, days) = await DaysAsync(table, office, from, to, cancel);
            var computed = await ComputedAsync(standing, position, now, cancel);
            var past = new PastVisits(log, computed.Position);
            var then = position is null ? settings : await past.SettingsAsync(office, cancel);
            var changed = position is null ? [] : days.Where(it => it.Position > position).Select(it => it.Key).ToHashSet();
            var visits = new DayVisits(tables.Within(office), table, _ => settings.Details.TimeZone);
            await visits.LoadAsync(changed, cancel);
            await past.PutIntoAsync(visits, cancel);
            return new OfficeFigures(office, then, from, to, computed,
            [
                .. days.Select(it => (it.Key, Figures: changed.Contains(it.Key) ? Told(visits, it.Key) : it.Figures))
                    .Where(it => it.Figures is not null).Select(it => new DayFigures(it.Key.Day, it.Figures!.At(computed.At))),
            ]);
        }, cancel);

    /// <summary>The visits that the same figures are made of.</summary>
    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public Task<FiguredVisits> FactsAsync(
        OfficeCode office, OfficeState settings, DateOnly from, DateOnly to, long? position, DateTimeOffset now,
        CancellationToken cancel) =>
        tables.FromAsync(Visits.Projection, async table =>
        {
            var (standing, days) = await DaysAsync(table, office, from, to, cancel);
            var computed = await ComputedAsync(standing, position, now, cancel);
            var past = new PastVisits(log, computed.Position);
            var visits = new DayVisits(tables.Within(office), table, _ => settings.Details.TimeZone);
            await visits.LoadAsync(days.Select(it => it.Key), cancel);
            await past.PutIntoAsync(visits, cancel);
            return new FiguredVisits(
                position is null ? settings : await past.SettingsAsync(office, cancel), computed,
                [.. days.SelectMany(it => visits.Of(it.Key).Facts)]);
        }, cancel);

    /// <summary>Every office's figures, for those who may see all.</summary>
    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public Task<NationalFigures> NationalAsync(
        DateOnly from, DateOnly to, long? position, DateTimeOffset now,
        CancellationToken cancel) =>
        tables.FromAsync(Visits.Projection, async table =>
        {
            var computed = await ComputedAsync(await StandingAsync(cancel), position, now, cancel);
            var (sums, changed) = await NationalSums.ReadAsync(worker, table, from, to, computed, cancel);
            var zones = new OfficeZones(worker);
            await zones.KnowAsync(changed.Select(it => it.Tenant), cancel);
            var visits = new DayVisits(NationalSums.Rows(worker), table, tenant => zones[tenant]);
            await visits.LoadAsync(changed, cancel);
            await new PastVisits(log, computed.Position).PutIntoAsync(visits, cancel);
            var told = changed.Select(it => (it, Told(visits, it)?.At(computed.At).Sums ?? Sums.None));
            return NationalSums.Of(from, to, computed, sums.Concat(told));
        }, cancel);

    // Null where nobody had arrived yet.
    static Figures? Told(DayVisits visits, DayKey day) => visits.Of(day).Facts is { Count: > 0 } facts ? Figures.Of(facts) : null;

    async Task<(long Standing, List<DayRow> Days)> DaysAsync(
        string table, OfficeCode office, DateOnly from, DateOnly to, CancellationToken cancel)
    {
        var (standing, days) = (0L, new List<DayRow>());
        var query = Statement.Of(VisitDays.Of(table)).With(office.Value).With(from).With(to).With(Visits.Projection.Name);
        await tables.Within(office)(query, row =>
        {
            standing = row.GetInt64(0);
            if (!row.IsDBNull(1))
                days.Add(DayRow.Read(office, row));
        }, cancel);
        return (standing, days);
    }

    /// <summary>The last position that figures are told of.</summary>
    public async Task<long> StandingAsync(CancellationToken cancel)
    {
        var standing = 0L;
        await NationalSums.Rows(worker)(
            Statement.Of(VisitDays.Standing).With(Visits.Projection.Name), row => standing = row.GetInt64(0), cancel);
        return standing;
    }

    /// <summary>What figures asked for now stand for, also where they are told of other things than visits.</summary>
    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public async Task<Computed> ComputedAsync(long? position, DateTimeOffset now, CancellationToken cancel) =>
        await ComputedAsync(await StandingAsync(cancel), position, now, cancel);

    async Task<Computed> ComputedAsync(long standing, long? position, DateTimeOffset now, CancellationToken cancel)
    {
        // As exact as the store, so that what is printed and what is judged are one moment.
        if (position is not { } asked) return new(standing, now.AddTicks(-(now.Ticks % TimeSpan.TicksPerMicrosecond)));
        var recorded = await log.RecordedAsync(asked, cancel) ?? throw new UnknownPositionException(asked);
        return asked <= standing ? new(asked, recorded) : throw new ProjectionNotReadyException(Visits.Projection.Name);
    }

    sealed record DayRow(DayKey Key, long Position, Figures Figures)
    {
        internal static DayRow Read(OfficeCode office, NpgsqlDataReader row) => new(
            new(office.Value, row.GetFieldValue<DateOnly>(1)), row.GetInt64(2), RowJson.Read<Figures>(row.GetFieldValue<byte[]>(3)));
    }
}

/// <summary>Figures were asked for at a position that the log does not have.</summary>
public sealed class UnknownPositionException(long position) : Exception($"The log has no position {position}.");
