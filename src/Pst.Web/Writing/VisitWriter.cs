using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// The one write path of visits, for pages, API and workers: lock the office, load, decide, append. What another was faster with is loaded
/// and decided again, so that every refusal comes from the decision.
/// </summary>
public sealed class VisitWriter(
    Streams streams, OfficeMemory offices, EventTypes types, EdgeKeys keys, PromiseClocks clocks, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    /// <exception cref="OutcomeUnknownException">It may be sent again under the same id, and under no other.</exception>
    public Task<Outcome<VisitAnswer>> SendAsync(VisitRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<VisitAnswer>> TryAsync(VisitRequest request, CancellationToken cancel)
    {
        var (office, visit, asked) = (request.Office, request.Visit, request.Asked);
        var (now, contact) = (clock.GetUtcNow().WholeMicroseconds(), ContactOf(office, asked));
        var found = VisitFactsFound.For(request, contact, now);
        var (lockOffice, state) = offices.Lock(office);
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [visit.Value]) { Lock = lockOffice, Facts = found.Queries }, cancel);
        if (state() is not { } settings) return new OfficeNotFound<VisitAnswer>();
        if (open.Earlier is { } earlier) return Replay(earlier, request, open[visit.Value].Events);

        var past = open[visit.Value];
        if (request.IfMatch is { } seen && seen != past.Version) return new MovedOn<VisitAnswer>();
        if (asked.Command is VisitCommand.OfferCompensation) found.Before = await BeforeAsync(office, settings, past, cancel);
        var (decision, facts) = request.Decide(past, settings, found, now, new(Guid.CreateVersion7(now)));
        return decision switch
        {
            Refused<VisitEvent>(var reason) => reason,
            Mistaken<VisitEvent>(var field) => field,
            Accepted<VisitEvent>(var events) => await AppendAsync(open, request, events, facts!, contact, cancel),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    async Task<Outcome<VisitAnswer>> AppendAsync(
        StreamTransaction open, VisitRequest request, IReadOnlyList<VisitEvent> events, VisitFacts facts, byte[]? contact,
        CancellationToken cancel)
    {
        var (office, visit) = (request.Office, request.Visit);
        var envelope = request.Envelope(facts.At);
        var first = open[visit.Value].Version + 1;
        var appended = await open.AppendAsync(
            new([new(visit.Value, [.. events.Select(it => new EventToAppend(it, envelope))])])
            {
                Guards =
                [
                    .. events.SelectMany((it, index) => open[visit.Value].Guards(it, first + index, facts))
                        .SelectMany(it => GuardSql.Of(it, office, visit)),
                    .. request.Asked.Entries.SelectMany(it => VaultSql.Of(it, office, visit, facts.Visitor, contact)),
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();

        var (_, version, sequence, recorded) = appended.Streams[0];
        var answered = events.Select((it, index) => new AnsweredEvent(first + index, types.AliasOf(it.GetType()), it, facts.At, recorded));
        return new Done<VisitAnswer>(new(visit, version, sequence, [.. answered]));
    }

    // The answer is made again from the events, which never change: so it is the first one, and nothing personal had to be kept for it.
    static Outcome<VisitAnswer> Replay(RecordedCommand earlier, VisitRequest request, IReadOnlyList<StoredEvent> events)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<VisitAnswer>();
        StoredEvent[] first = [.. events.Where(it => it.Version >= earlier.FirstVersion && it.Version <= earlier.LastVersion)];
        var answered = first.Select(it => new AnsweredEvent(it.Version, it.Alias, it.Data, it.Envelope.Occurred, it.Recorded));
        return new Done<VisitAnswer>(new(request.Visit, first[^1].Version, first[^1].Sequence, [.. answered]), IsReplayed: true);
    }

    // Only a missed promise asks for it. The visitor before is read beside the lock: nothing but a voided visit moves a clock that ran out.
    async Task<VisitorBefore> BeforeAsync(OfficeCode office, OfficeState settings, StreamHistory past, CancellationToken cancel) =>
        past.Events.FirstOrDefault(it => it.Data is GuestbookSigned) is { Data: GuestbookSigned signed } signing
            ? await clocks.BeforeAsync(office, settings.Details.TimeZone, signed.Promise, signing.Envelope.Occurred, cancel)
            : default;

    byte[]? ContactOf(OfficeCode office, AskedCommand asked) =>
        asked.Contact is { } contact ? keys.ContactHash(office, contact) : null;
}
