using System.Diagnostics;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Complaints;

/// <summary>The one write path of complaints.</summary>
public sealed class ComplaintWriter(
    Streams streams, OfficeMemory offices, ComplaintLetters letters, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<ComplaintAnswer>> SendAsync(ComplaintRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<ComplaintAnswer>> TryAsync(ComplaintRequest request, CancellationToken cancel)
    {
        var (office, complaint) = (request.Office, request.Complaint.Value);
        if (await offices.FindAsync(office, cancel) is not { } known) return new OfficeNotFound<ComplaintAnswer>();
        var now = clock.GetUtcNow().WholeMicroseconds();
        var (lockOffice, state) = offices.Lock(office);
        var (today, last) = (known.Hours.LocalDay(now), 0);
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [complaint])
            {
                Lock = lockOffice, Facts = [GuardQueries.LastComplaint(office, today, it => last = it)],
            }, cancel);
        if (state() is not { } settings) return new OfficeNotFound<ComplaintAnswer>();
        if (open.Earlier is { } earlier) return Replay(earlier, request, open[complaint]);

        var before = open[complaint].Events.Select(it => (ComplaintEvent)it.Data).Aggregate(Complaint.Initial, Complaint.Evolve);
        return ComplaintDecider.Decide(request.Command, before, new(today, new(settings.Local.Holidays), last)) switch
        {
            Refused<ComplaintEvent>(var reason) => reason,
            Accepted<ComplaintEvent>([]) => new Done<ComplaintAnswer>(new(open[complaint].Version, 0)),
            Accepted<ComplaintEvent>(var events) => await AppendAsync(open, request, events, settings.Details.Name, now, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<ComplaintAnswer>> AppendAsync(
        StreamTransaction open, ComplaintRequest request, IReadOnlyList<ComplaintEvent> events, string officeName, DateTimeOffset now,
        CancellationToken cancel)
    {
        var (office, complaint, envelope) = (request.Office, request.Complaint, request.Caller.Envelope(request.Id, now));
        var appended = await open.AppendAsync(
            new([new(complaint.Value, [.. events.Select(it => new EventToAppend(it, envelope))])])
            {
                // In the vault the stream that a text belongs to stands in the place of the visit.
                Guards =
                [
                    .. events.SelectMany(it => GuardSql.Of(it, office, complaint)),
                    .. request.Entries.SelectMany(it => VaultSql.Of(it, office, new VisitId(complaint.Value))),
                    .. Letters(),
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();
        return new Done<ComplaintAnswer>(new(appended.Streams[0].Version, appended.Streams[0].Sequence));

        IEnumerable<NpgsqlBatchCommand> Letters() => request.Link is not { } link ? [] :
            events.Select(it => letters.Of(it, office, officeName, complaint, request.Id.Value, link)).OfType<NpgsqlBatchCommand>();
    }

    static Outcome<ComplaintAnswer> Replay(RecordedCommand earlier, ComplaintRequest request, StreamHistory stream)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<ComplaintAnswer>();
        var last = stream.Events.Single(it => it.Version == earlier.LastVersion);
        return new Done<ComplaintAnswer>(new(last.Version, last.Sequence), IsReplayed: true);
    }
}

/// <summary>One command on a complaint.</summary>
/// <param name="Link">Where the complainant reads of it; null where no address is known, and then no mail goes out.</param>
/// <param name="Entries">What the vault keeps with it: who complains, and all that was written.</param>
public sealed record ComplaintRequest(
    OfficeCode Office, ComplaintId Complaint, ComplaintCommand Command, Caller Caller, CommandId Id, string? Link,
    params IReadOnlyList<VaultEntry> Entries);

/// <param name="Sequence">Of the last event; 0 where nothing had to change.</param>
public sealed record ComplaintAnswer(long Version, long Sequence);
