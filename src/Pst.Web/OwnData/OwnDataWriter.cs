using System.Diagnostics;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>The one write path of what visitors ask about their own data, and of what the office answers.</summary>
public sealed class OwnDataWriter(Streams streams, OfficeMemory offices, TimeProvider clock, Sequencer sequencer)
{
    const string Known = "select exists (select from vault.visitor where tenant_id = $1 and visitor = $2)";

    // In place of the old ones: of these nothing is kept but what was signed at each visit.
    const string Replace = """
        update vault.visitor set name = $3, phone = $4, whatsapp = $5, institution = $6, survey_contact = $7, salt = $8
        where tenant_id = $1 and visitor = $2
        """;

    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<OwnDataAnswer>> SendAsync(OwnDataRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<OwnDataAnswer>> TryAsync(OwnDataRequest request, CancellationToken cancel)
    {
        var (office, record, isKnown) = (request.Office, request.Record.Value, false);
        var (lockOffice, state) = offices.Lock(office);
        var known = new BatchQuery(GuardSql.Command(Known, [office.Value, record]), async (rows, stop) =>
            isKnown = await rows.ReadAsync(stop) && rows.GetBoolean(0));
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, [record]) { Lock = lockOffice, Facts = [known] }, cancel);
        if (state() is null) return new OfficeNotFound<OwnDataAnswer>();
        if (open.Earlier is { } earlier) return Replay(earlier, request, open[record]);

        var now = clock.GetUtcNow().WholeMicroseconds();
        var own = OwnDataState.Of(open[record].Events.Select(it => (it.Version, it.Data)), isKnown);
        return OwnDataDecider.Decide(request.Command, own, now) switch
        {
            Refused<VisitorEvent>(var reason) => reason,
            Accepted<VisitorEvent>([var happened]) => await AppendAsync(open, request, happened, now, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<OwnDataAnswer>> AppendAsync(
        StreamTransaction open, OwnDataRequest request, VisitorEvent happened, DateTimeOffset now, CancellationToken cancel)
    {
        var appended = await open.AppendAsync(
            new([new(request.Record.Value, [new(happened, request.Caller.Envelope(request.Id, now))])])
            {
                Guards =
                [
                    .. request.Entries.SelectMany(it => VaultSql.Of(it, request.Office, request.Beside)),
                    .. request.Details is { } details ? [Replaced(request, details)] : (IEnumerable<NpgsqlBatchCommand>)[],
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();
        return new Done<OwnDataAnswer>(new(appended.Streams[0].Sequence));
    }

    static Outcome<OwnDataAnswer> Replay(RecordedCommand earlier, OwnDataRequest request, StreamHistory stream) =>
        earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)
            ? new Done<OwnDataAnswer>(new(stream.Events.Single(it => it.Version == earlier.LastVersion).Sequence), IsReplayed: true)
            : new IdReused<OwnDataAnswer>();

    static NpgsqlBatchCommand Replaced(OwnDataRequest request, SaltedDetails it)
    {
        static object Or(string? text) => (object?)text ?? DBNull.Value;
        var (to, salt) = (it.Details, it.Salt);
        return GuardSql.Command(
            Replace, [request.Office.Value, request.Record.Value, to.Name, Or(to.Phone), Or(to.Whatsapp), Or(to.Institution),
                to.SurveyContact, salt]);
    }
}

/// <summary>One command on a visitor's own data.</summary>
/// <param name="Beside">A visit of theirs, beside which what was written lies in the vault, so that it goes when that goes.</param>
/// <param name="Entries">What was written.</param>
public sealed record OwnDataRequest(
    OfficeCode Office, VisitorId Record, OwnDataCommand Command, Caller Caller, CommandId Id, VisitId? Beside,
    params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>What the record says from now on; null where it stays as it is.</summary>
    public SaltedDetails? Details { get; init; }
}

/// <summary>Details with what their commitment is salted by.</summary>
public sealed record SaltedDetails(ChangedDetails Details, byte[] Salt);

/// <param name="Sequence">Of the event.</param>
public sealed record OwnDataAnswer(long Sequence);
