using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>
/// The one write path of all streams whose rules need no more than the stream itself, the office and a few facts: lock the office, load,
/// decide, append together with guards and what the vault keeps. Visits (<see cref="VisitWriter"/>) and offices have their own.
/// </summary>
public sealed class StreamCommands(Streams streams, OfficeMemory offices, EventTypes types, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    /// <exception cref="OutcomeUnknownException">It may be sent again under the same id, and under no other.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync<TEvent>(StreamCommand<TEvent> command, CancellationToken cancel) where TEvent : class =>
        Attempts.UntilAppendedAsync(() => TryAsync(command, cancel));

    async Task<Outcome<StreamAnswer>> TryAsync<TEvent>(StreamCommand<TEvent> command, CancellationToken cancel) where TEvent : class
    {
        var (lockOffice, state) = offices.Lock(command.Office);
        await using var open = await streams.BeginAsync(
            new(command.Office.Value, command.Id.Value, [command.Stream]) { Lock = lockOffice, Facts = command.Facts() }, cancel);
        if (state() is not { } settings) return new OfficeNotFound<StreamAnswer>();
        var found = new StreamFound<TEvent>(open[command.Stream], settings, clock.GetUtcNow().WholeMicroseconds());
        if (open.Earlier is { } earlier) return Replay(earlier, command.Id, found.Stream.Events);
        if (command.IfMatch is { } seen && seen != found.Stream.Version) return new MovedOn<StreamAnswer>();
        return command.Decide(found) switch
        {
            Refused<TEvent>(var reason) => reason,
            Mistaken<TEvent>(var field) => field,
            Accepted<TEvent>([]) => new Done<StreamAnswer>(new(found.Stream.Version, 0, [])),
            Accepted<TEvent>(var events) => await AppendAsync(open, command, events, found, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<StreamAnswer>> AppendAsync<TEvent>(
        StreamTransaction open, StreamCommand<TEvent> command, IReadOnlyList<TEvent> events, StreamFound<TEvent> found,
        CancellationToken cancel) where TEvent : class
    {
        var envelope = command.Caller.Envelope(command.Id, found.Now);
        var appended = await open.AppendAsync(
            new([new(command.Stream, [.. events.Select(it => new EventToAppend(it, envelope))])])
            {
                Guards =
                [
                    .. command.Entries.SelectMany(it => VaultSql.Of(it, command.Office, command.Beside)),
                    .. command.Guards(events, found.Office),
                ],
                Receipt = new(command.Id.Digest),
            }, cancel);
        sequencer.Wake();

        var (_, version, sequence, recorded) = appended.Streams[0];
        var first = found.Stream.Version + 1;
        return new Done<StreamAnswer>(new(
            version, sequence,
            [.. events.Select((it, index) => new AnsweredEvent(first + index, types.AliasOf(it.GetType()), it, found.Now, recorded))]));
    }

    static Outcome<StreamAnswer> Replay(RecordedCommand earlier, CommandId id, IReadOnlyList<StoredEvent> events)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(id.Digest)) return new IdReused<StreamAnswer>();
        StoredEvent[] first = [.. events.Where(it => it.Version >= earlier.FirstVersion && it.Version <= earlier.LastVersion)];
        var answered = first.Select(it => new AnsweredEvent(it.Version, it.Alias, it.Data, it.Envelope.Occurred, it.Recorded));
        return new Done<StreamAnswer>(new(first[^1].Version, first[^1].Sequence, [.. answered]), IsReplayed: true);
    }
}
