using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Vault;

/// <summary>
/// Writes into the log who looks at whose data. Whoever shows something calls it first: what could not be recorded throws and is not shown.
/// </summary>
public sealed class ReadRecords(Streams streams, TimeProvider clock, Sequencer sequencer, Looks looks)
{
    // One transaction holds so many; a longer list is recorded piece by piece before any of it shows.
    const int Most = 200;

    // Those who look at once stand in a row: none of them is told to come again because another looked, too.
    const string InARow = "select pg_advisory_xact_lock(hashtextextended('reads/' || $1, 0))";

    /// <exception cref="StoreBusyException">It is not recorded.</exception>
    public Task RecordAsync(
        OfficeCode office, IEnumerable<VisitorId> visitors, ReadPurpose purpose, Caller caller, CancellationToken cancel) =>
        RecordAsync(office, visitors.Select(it => (it, (VisitId?)null)), purpose, caller, cancel);

    /// <param name="whose">With the visit that each thing was written in.</param>
    public async Task RecordAsync(
        OfficeCode office, IEnumerable<(VisitorId Visitor, VisitId? Visit)> whose, ReadPurpose purpose, Caller caller,
        CancellationToken cancel)
    {
        IReadOnlyList<Look> asked = [.. whose.Distinct().Select(it => Look.Of(office, purpose, caller, it.Visitor, it.Visit))];
        if (purpose.IsStanding) asked = looks.New(asked);
        foreach (var some in asked.Chunk(Most))
            await Attempts.UntilAppendedAsync(() => AppendAsync(office, some, purpose.Words, caller, cancel));
        if (purpose.IsStanding) looks.Remember(asked);
    }

    async Task<Appended> AppendAsync(
        OfficeCode office, IReadOnlyList<Look> some, string? words, Caller caller, CancellationToken cancel)
    {
        var (id, reason) = (Guid.CreateVersion7(), words is null ? null : VaultEntry.Text.Of(words));
        var streamsOf = some.ToLookup(it => it.Visitor);
        await using var open = await streams.BeginAsync(
            new(office.Value, id, [.. streamsOf.Select(it => it.Key.Value)])
            {
                Lock = new(GuardSql.Command(InARow, [office.Value]), (_, _) => Task.CompletedTask),
                LastOnly = true,
            }, cancel);
        var envelope = caller.Envelope(new(id, []), clock.GetUtcNow().WholeMicroseconds());
        var visit = some.Select(it => it.Visit).Distinct().ToList() is [var only] ? only : null;
        var appended = await open.AppendAsync(
            new([.. streamsOf.Select(it => new StreamAppend(it.Key.Value, [.. it.Select(look => EventOf(look, reason?.Id, envelope))]))])
            {
                Guards = reason is null ? [] : [.. VaultSql.Of(reason, office, visit)],
            }, cancel);
        sequencer.Wake();
        return appended;
    }

    static EventToAppend EventOf(Look look, Guid? reason, Envelope envelope) =>
        new(new DetailsSeen(look.What, look.Why, reason, look.Visit), envelope);
}
