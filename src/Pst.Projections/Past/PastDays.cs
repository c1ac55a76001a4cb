using Pst.EventStore;

namespace Pst.Projections;

/// <summary>How did an office look at a moment of a day: by what had happened, or by what was recorded then?</summary>
public sealed class PastDays(ProjectionTables tables, Streams streams, Statistics statistics, EventLog log)
{
    // Who arrived on the day or shortly before it and was there on it; who stayed longer; and those who signed on some other days.
    internal static string Of(string table) => $"""
        select stream_id from {table}
        where tenant_id = $1 and arrived_at >= $2 and arrived_at < $4 and (arrived_at >= $3 or over_at >= $3)
        union
        select stream_id from {table} where tenant_id = $1 and stays and over_at >= $3 and arrived_at < $2
        """;

    internal static string SignedOn(string table) =>
        $"select stream_id from {table} where tenant_id = $1 and signed_at >= $2 and signed_at < $3";

    /// <summary>
    /// The position at which a moment is told: the one that was asked for, where it was reached after that moment, else all that there is.
    /// </summary>
    /// <exception cref="UnknownPositionException">The log has not come so far.</exception>
    public async Task<long> PositionAsync(long? asked, DateTimeOffset at, CancellationToken cancel)
    {
        var standing = await statistics.StandingAsync(cancel);
        if (asked is not { } position) return standing;
        if (position > standing || await log.RecordedAsync(position, cancel) is not { } recorded)
            throw new UnknownPositionException(position);
        return recorded >= at ? position : standing;
    }

    /// <summary>The day as the log has it at a position.</summary>
    public async Task<PastDay> LoadAsync(OfficeCode office, Zone zone, DateOnly day, long position, CancellationToken cancel)
    {
        var (from, to) = (zone.StartOf(day), zone.EndOf(day));
        var found = await IdsAsync(
            office, it => Statement.Of(Of(it)).With(office.Value).With(from.AddHours(-24)).With(from).With(to), cancel);
        var events = await streams.UpToAsync(office.Value, [.. found, office.StreamId], position, cancel);
        var more = (await SignedOnAsync(office, zone, DaysBefore(events, zone, day), cancel)).Except(found).ToList();
        if (more.Count > 0) events = [.. events, .. await streams.UpToAsync(office.Value, more, position, cancel)];
        var byStream = events.GroupBy(it => it.Stream).ToDictionary(it => it.Key, it => (IReadOnlyList<StoredEvent>)[.. it]);
        byStream.Remove(office.StreamId, out var own);
        return new(day, zone, position, own ?? [], [.. byStream.Values]);
    }

    // A promise that waits for the visitor before, made on an earlier day to somebody who is still here: that day's visitors set its clock.
    static HashSet<DateOnly> DaysBefore(IReadOnlyList<StoredEvent> events, Zone zone, DateOnly day) => events
        .Where(it => it.Data is GuestbookSigned { Promise.Kind: CompletionKind.AfterPreviousVisitor })
        .Select(it => zone.Day(it.Envelope.Occurred)).Where(it => it < day).ToHashSet();

    async Task<IReadOnlyList<Guid>> SignedOnAsync(OfficeCode office, Zone zone, IEnumerable<DateOnly> days, CancellationToken cancel)
    {
        var found = new List<Guid>();
        foreach (var it in days)
            found.AddRange(await IdsAsync(
                office, table => Statement.Of(SignedOn(table)).With(office.Value).With(zone.StartOf(it)).With(zone.EndOf(it)), cancel));
        return found;
    }

    Task<IReadOnlyList<Guid>> IdsAsync(OfficeCode office, Func<string, Npgsql.NpgsqlBatchCommand> query, CancellationToken cancel) =>
        tables.ReadAsync(Visits.Projection, office, query, row => row.GetGuid(0), cancel);
}
