using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// The one write path of visitors' records: which of them are one person's, and which are under a legal hold. What is erased goes by
/// <see cref="Pst.Web.Erasing.ErasureWriter"/>, for that is all records of a person at once.
/// </summary>
public sealed class VisitorWriter(Streams streams, OfficeMemory offices, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<VisitorEvent>> SendAsync(VisitorRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<VisitorEvent>> TryAsync(VisitorRequest request, CancellationToken cancel)
    {
        var (office, record) = (request.Office, request.Record);
        var (lockOffice, state) = offices.Lock(office);
        var facts = new VisitorFacts(record, null, HasOthers: false, (request.Command as VisitorCommand.Join)?.To);
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [record.Value])
            {
                Lock = lockOffice,
                Facts = [.. Queries(office, facts, it => facts = it(facts))],
            }, cancel);
        if (state() is null) return new OfficeNotFound<VisitorEvent>();
        if (open.Earlier is { } earlier) return Replay(earlier, request, open[record.Value]);

        return VisitorDecider.Decide(request.Command, facts) switch
        {
            Refused<VisitorEvent>(var reason) => reason,
            Accepted<VisitorEvent>([var happened]) => await AppendAsync(open, request, happened, cancel),
            _ => throw new UnreachableException(),
        };
    }

    static IEnumerable<BatchQuery> Queries(OfficeCode office, VisitorFacts facts, Action<Func<VisitorFacts, VisitorFacts>> found)
    {
        yield return GuardQueries.Standing(
            office, facts.Record, (joined, others) => found(it => it with { JoinedTo = joined, HasOthers = others }));
        yield return GuardQueries.IsHeld(office, facts.Record, held => found(it => it with { IsHeld = held }));
        if (facts.Target is not { } other) yield break;
        yield return GuardQueries.AreBothInside(office, facts.Record, other, both => found(it => it with { BothInside = both }));
        yield return GuardQueries.Standing(office, other, (joined, _) => found(it => it with { Target = joined ?? other }));
    }

    async Task<Outcome<VisitorEvent>> AppendAsync(
        StreamTransaction open, VisitorRequest request, VisitorEvent happened, CancellationToken cancel)
    {
        var envelope = request.Caller.Envelope(request.Id, clock.GetUtcNow().WholeMicroseconds());
        await open.AppendAsync(
            new([new(request.Record.Value, [new(happened, envelope)])])
            {
                Guards =
                [
                    .. GuardSql.Of(happened, request.Office, request.Record),
                    .. request.Entries.SelectMany(it => VaultSql.Of(it, request.Office)),
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();
        return new Done<VisitorEvent>(happened);
    }

    static Outcome<VisitorEvent> Replay(RecordedCommand earlier, VisitorRequest request, StreamHistory stream) =>
        earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)
            ? new Done<VisitorEvent>((VisitorEvent)stream.Events.Single(it => it.Version == earlier.FirstVersion).Data, IsReplayed: true)
            : new IdReused<VisitorEvent>();
}

/// <summary>One command on a visitor's record.</summary>
/// <param name="Entries">What the vault keeps with it, such as a reason.</param>
public sealed record VisitorRequest(
    OfficeCode Office, VisitorId Record, VisitorCommand Command, Caller Caller, CommandId Id, params IReadOnlyList<VaultEntry> Entries);
