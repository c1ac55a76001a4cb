using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>The one write path of offices: their file, their lockers, their devices.</summary>
public sealed class OfficeWriter(Streams streams, OfficeMemory offices, EventTypes types, TimeProvider clock, Sequencer sequencer)
{
    /// <param name="entry">What the vault keeps with it, such as a reason.</param>
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<OfficeAnswer>> SendAsync(OfficeRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<OfficeAnswer>> TryAsync(OfficeRequest request, CancellationToken cancel)
    {
        var office = request.Office;
        var (lockOffice, state) = offices.Lock(office);
        var (lockers, hasVisits) = (new HashSet<Locker>(), false);
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [office.StreamId])
            {
                Lock = lockOffice,
                Facts = [GuardQueries.LockersInUse(office, lockers), GuardQueries.HasVisits(office, found => hasVisits = found)],
            }, cancel);

        var stream = open[office.StreamId];
        if (open.Earlier is { } earlier) return Replay(earlier, request, stream);
        if (request.IfMatch is { } seen && seen != stream.Version) return new MovedOn<OfficeAnswer>();

        var now = clock.GetUtcNow().WholeMicroseconds();
        var facts = new OfficeFacts(state()?.Hours.LocalDay(now) ?? DateOnly.FromDateTime(now.UtcDateTime), hasVisits, lockers);
        return OfficeDecider.Decide(request.Command, state(), facts) switch
        {
            Refused<OfficeEvent>(OfficeRefusal.NotFound) => new OfficeNotFound<OfficeAnswer>(),
            Refused<OfficeEvent>(var reason) => reason,
            Mistaken<OfficeEvent>(var field) => field,
            Accepted<OfficeEvent>(var events) => await AppendAsync(open, request, state(), events, now, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<OfficeAnswer>> AppendAsync(
        StreamTransaction open, OfficeRequest request, OfficeState? before, IReadOnlyList<OfficeEvent> events, DateTimeOffset now,
        CancellationToken cancel)
    {
        var (office, version) = (request.Office, open[request.Office.StreamId].Version);
        if (events.Count == 0) return new Done<OfficeAnswer>(new(IsNew: false, version, 0, []));

        var envelope = request.Caller.Envelope(request.Id, now);
        var appended = await open.AppendAsync(
            new([.. OfficeStream.Append(office, events, envelope)])
            {
                Guards =
                [
                    .. OfficeStream.Guards(office, before, version, events),
                    .. request.Entries.SelectMany(it => VaultSql.Of(it, office)),
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();

        var head = appended.Streams[0];
        var answered = events.Select((it, index) =>
            new AnsweredEvent(version + 1 + index, types.AliasOf(it.GetType()), it, now, head.Recorded));
        return new Done<OfficeAnswer>(new(IsNew: version == 0, head.Version, head.Sequence, [.. answered]));
    }

    static Outcome<OfficeAnswer> Replay(RecordedCommand earlier, OfficeRequest request, StreamHistory stream)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<OfficeAnswer>();
        StoredEvent[] first = [.. stream.Events.Where(it => it.Version >= earlier.FirstVersion && it.Version <= earlier.LastVersion)];
        var answered = first.Select(it => new AnsweredEvent(it.Version, it.Alias, it.Data, it.Envelope.Occurred, it.Recorded));
        return new Done<OfficeAnswer>(
            new(earlier.FirstVersion == 1, first[^1].Version, first[^1].Sequence, [.. answered]), IsReplayed: true);
    }
}

/// <summary>One command on an office.</summary>
/// <param name="Entries">What the vault keeps with it, such as a reason.</param>
public sealed record OfficeRequest(
    OfficeCode Office, OfficeCommand Command, Caller Caller, CommandId Id, params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>The version of the office that the caller has seen; null where it does not matter.</summary>
    public long? IfMatch { get; init; }
}

/// <summary>What a command on an office answers.</summary>
/// <param name="IsNew">The office was opened by it.</param>
/// <param name="Sequence">Of the last event; 0 where nothing had to change.</param>
public sealed record OfficeAnswer(bool IsNew, long Version, long Sequence, IReadOnlyList<AnsweredEvent> Events);
