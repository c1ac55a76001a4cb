using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>
/// The one way by which a person is forgotten: all of their records at once, under the office's lock, so that no signing, joining or other
/// erasure comes between. It is answered when the database and the file outside it have it.
/// </summary>
public sealed class ErasureWriter(
    PstDatabase database, Streams streams, OfficeMemory offices, Traces traces, ErasureFile file, TimeProvider clock, Sequencer sequencer,
    Rewriting rewriting)
{
    const string ForgetAll = "select vault.forget($1, $2, $3)", ForgetAccounts = "select vault.forget_accounts($1, $2)";

    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    /// <exception cref="OutcomeUnknownException">It may be sent again under the same id, and under no other.</exception>
    public Task<Outcome<ErasureAnswer>> SendAsync(ErasureRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, Guid.CreateVersion7(), cancel));

    async Task<Outcome<ErasureAnswer>> TryAsync(ErasureRequest request, Guid erasure, CancellationToken cancel)
    {
        var (office, now) = (request.Office, clock.GetUtcNow().WholeMicroseconds());
        var records = await KeptFound.RecordsAsync(database.App, office, request.Record, cancel);
        var (found, (lockOffice, state)) = (new KeptFound(office, request.Record), offices.Lock(office));
        Guid[] named = [request.Record.Value, .. records.Where(it => it != request.Record.Value), office.RetentionStreamId];
        await using var open = await streams.BeginAsync(
            new(office.Value, request.Id.Value, named) { Lock = lockOffice, Facts = found.Queries }, cancel);
        if (state() is not { } settings) return new OfficeNotFound<ErasureAnswer>();
        if (open.Earlier is { } earlier) return await ReplayAsync(earlier, request, [.. named[..^1].Select(it => open[it])]);
        if (!found.IsOf(records)) throw new AppendConflictException("records_of", new InvalidOperationException("Records were joined."));

        var (erasing, events) = (new Asked(request, erasure, found.Words), new List<(Guid Stream, DataErased Happened)>());
        foreach (var one in named[..^1])
        {
            var kept = found.Of(open[one], settings, open[office.RetentionStreamId].Retention(), now);
            var decision = VisitorDecider.Decide(erasing.Command, new(new(one), null, HasOthers: false) { Kept = kept });
            if (decision is Refused<VisitorEvent>(var reason)) return reason;
            events.Add((one, (DataErased)((Accepted<VisitorEvent>)decision).Events[0]));
        }
        return await AppendAsync(open, erasing, events, found, now, cancel);
    }

    async Task<Outcome<ErasureAnswer>> AppendAsync(
        StreamTransaction open, Asked asked, IReadOnlyList<(Guid Stream, DataErased Happened)> events, KeptFound found, DateTimeOffset now,
        CancellationToken cancel)
    {
        var (request, office) = (asked.Request, asked.Request.Office);
        var envelope = request.Caller.Envelope(request.Id, now);
        var appended = await open.AppendAsync(
            new([.. events.Select(it => new StreamAppend(it.Stream, [new(it.Happened, envelope)]))])
            {
                Guards =
                [
                    .. events.SelectMany(it => GuardSql.Of(it.Happened, office, new(it.Stream))),
                    .. Accounts(request.Caller, office, events.Select(it => it.Stream)),
                    Forget(office, events.Select(it => it.Stream), found.Visits),
                    .. await traces.FormsOfAsync(office, found.Words, cancel),
                    .. asked.Entries.SelectMany(it => VaultSql.Of(it, office)),
                ],
                Receipt = new(request.Id.Digest),
            }, cancel);
        traces.ForgetMails(found.Words);
        await KeepAsync(ErasureEntry.Of(asked.Erasure, office, now, events.Select(it => (it.Stream, (object)it.Happened))));
        sequencer.Wake();
        rewriting.Wake();
        return new Done<ErasureAnswer>(new(request.Record, appended.Streams[0].Version, appended.Streams[0].Sequence));
    }

    // Should the file have failed the first time, the same command brings it there now.
    async Task<Outcome<ErasureAnswer>> ReplayAsync(
        RecordedCommand earlier, ErasureRequest request, IReadOnlyList<StreamHistory> streams)
    {
        if (!earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)) return new IdReused<ErasureAnswer>();
        var last = streams[0].Events.Single(it => it.Version == earlier.LastVersion);
        var erasure = ((DataErased)last.Data).Erasure;
        var said = streams.SelectMany(it => it.Events).Where(it => it.Data is DataErased erased && erased.Erasure == erasure);
        await KeepAsync(ErasureEntry.Of(erasure, request.Office, last.Envelope.Occurred, said.Select(it => (it.Stream, it.Data))));
        return new Done<ErasureAnswer>(new(request.Record, last.Version, last.Sequence), IsReplayed: true);
    }

    async Task KeepAsync(ErasureEntry entry)
    {
        try { await file.AddAsync(entry); }
        catch (Exception no) when (no is IOException or UnauthorizedAccessException) { throw new OutcomeUnknownException(no); }
    }

    // Whoever forgets themselves may have to keep the account until every office has done so.
    static IEnumerable<NpgsqlBatchCommand> Accounts(Caller caller, OfficeCode office, IEnumerable<Guid> records) =>
        caller.Role == Role.Visitor ? [] : [Accounts(office, records)];

    /// <summary>The statement that takes the accounts away whose records these are; it goes first.</summary>
    internal static NpgsqlBatchCommand Accounts(OfficeCode office, IEnumerable<Guid> records) =>
        GuardSql.Command(ForgetAccounts, [office.Value, records.ToArray()]);

    /// <summary>The statement that takes everything away that the vault holds of these.</summary>
    internal static NpgsqlBatchCommand Forget(OfficeCode office, IEnumerable<Guid> records, IReadOnlyList<VisitId> visits)
    {
        // Who looked at what of a visit without saying whose it was did so there.
        var looks = visits.Select(it => VisitorId.OfUnsigned(it).Value);
        return GuardSql.Command(ForgetAll, [office.Value, records.Concat(looks).ToArray(), visits.Select(it => it.Value).ToArray()]);
    }

    /// <summary>The request with its reason, where that may be kept.</summary>
    sealed record Asked(ErasureRequest Request, Guid Erasure, IReadOnlyList<string> Words)
    {
        readonly VaultEntry.Text? reason = Reasons.Names(Request.Reason, Words) ? null : VaultEntry.Text.Of(Request.Reason);

        public VisitorCommand Command => new VisitorCommand.Erase(Erasure, reason?.Id);

        public IReadOnlyList<VaultEntry> Entries => reason is null ? [] : [reason];
    }
}

/// <summary>An erasure that somebody asks for.</summary>
/// <param name="Record">Any of the person's.</param>
/// <param name="Reason">Kept, unless it names who is to be forgotten.</param>
public sealed record ErasureRequest(OfficeCode Office, VisitorId Record, string Reason, Caller Caller, CommandId Id);

/// <param name="Version">Of the record.</param>
/// <param name="Sequence">Of its last event.</param>
public sealed record ErasureAnswer(VisitorId Visitor, long Version, long Sequence);
