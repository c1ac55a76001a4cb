using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>The one write path of follow-up actions.</summary>
public sealed class FollowUpWriter(Streams streams, OfficeMemory offices, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<FollowUpAnswer>> SendAsync(FollowUpRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<FollowUpAnswer>> TryAsync(FollowUpRequest request, CancellationToken cancel)
    {
        var (office, action) = (request.Office, request.Action.Value);
        var (lockOffice, state) = offices.Lock(office);
        await using var open = await streams.BeginAsync(new(office.Value, request.Id.Value, [action]) { Lock = lockOffice }, cancel);
        if (state() is not { } settings) return new OfficeNotFound<FollowUpAnswer>();
        if (open.Earlier is { } earlier) return Replay(earlier, request, open[action]);

        var now = clock.GetUtcNow().WholeMicroseconds();
        var before = open[action].Events.Select(it => (FollowUpEvent)it.Data).Aggregate(FollowUp.Initial, FollowUp.Evolve);
        return FollowUpDecider.Decide(request.Command, before, new(settings.Hours.LocalDay(now), request.Officers)) switch
        {
            Refused<FollowUpEvent>(var reason) => reason,
            Accepted<FollowUpEvent>([]) => new Done<FollowUpAnswer>(new(open[action].Version, 0)),
            Accepted<FollowUpEvent>(var events) => await AppendAsync(open, request, events, now, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<FollowUpAnswer>> AppendAsync(
        StreamTransaction open, FollowUpRequest request, IReadOnlyList<FollowUpEvent> events, DateTimeOffset now, CancellationToken cancel)
    {
        var envelope = request.Caller.Envelope(request.Id, now);
        var appended = await open.AppendAsync(
            new([new(request.Action.Value, [.. events.Select(it => new EventToAppend(it, envelope))])])
            {
                Guards = [.. request.Entries.SelectMany(it => VaultSql.Of(it, request.Office))],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();
        return new Done<FollowUpAnswer>(new(appended.Streams[0].Version, appended.Streams[0].Sequence));
    }

    static Outcome<FollowUpAnswer> Replay(RecordedCommand earlier, FollowUpRequest request, StreamHistory stream)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<FollowUpAnswer>();
        var last = stream.Events.Single(it => it.Version == earlier.LastVersion);
        return new Done<FollowUpAnswer>(new(last.Version, last.Sequence), IsReplayed: true);
    }
}

/// <summary>One command on a follow-up action.</summary>
/// <param name="Officers">The open accounts of the office's staff: one of them answers for it.</param>
/// <param name="Entries">What the vault keeps with it: all that was written.</param>
public sealed record FollowUpRequest(
    OfficeCode Office, FollowUpId Action, FollowUpCommand Command, IReadOnlyCollection<Guid> Officers, Caller Caller, CommandId Id,
    params IReadOnlyList<VaultEntry> Entries);

/// <param name="Sequence">Of the last event; 0 where nothing had to change.</param>
public sealed record FollowUpAnswer(long Version, long Sequence);
