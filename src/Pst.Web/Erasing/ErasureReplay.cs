using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>
/// Brings the database and the file of erasures together: what a restored backup lacks is erased again, before anybody is served; what this
/// node's file lacks, because another node erased it, is added to it.
/// </summary>
public sealed partial class ErasureReplay(
    PstDatabase database, Streams streams, ErasureFile file, Sequencer sequencer, Rewriting rewriting,
    ILogger<ErasureReplay> log)
{
    const string Logged = "select tenant_id, erasure, array_agg(stream order by stream) from pst.guard_erasure group by 1, 2";
    static readonly Caller Worker = new("worker:erasure", Role.Admin, null);

    /// <exception cref="IOException">The file cannot be read: better not to serve than to show what was to be forgotten.</exception>
    public async Task RunAsync(CancellationToken cancel)
    {
        var (kept, damaged) = await file.ReadAsync();
        if (damaged > 0) SayDamaged(damaged);
        var logged = await LoggedAsync(database.Worker, cancel);
        foreach (var entry in kept.Where(it => !logged.ContainsKey(it.Key)))
        {
            if (await Attempts.UntilAppendedAsync(() => AgainAsync(entry, cancel))) SayAgain(entry.Office, entry.Erasure);
        }
        await MirrorAsync(logged, [.. kept.Select(it => it.Key)], cancel);
    }

    /// <summary>Adds what the file lacks.</summary>
    public async Task MirrorAsync(CancellationToken cancel) =>
        await MirrorAsync(await LoggedAsync(database.Worker, cancel), [.. (await file.ReadAsync()).Entries.Select(it => it.Key)], cancel);

    /// <summary>The erasures that the log knows, each with the streams that say so.</summary>
    internal static async Task<Dictionary<(OfficeCode Office, Guid Erasure), Guid[]>> LoggedAsync(
        NpgsqlDataSource worker, CancellationToken cancel)
    {
        await using var command = worker.CreateCommand(Logged);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<(OfficeCode, Guid), Guid[]>();
        while (await rows.ReadAsync(cancel)) found.Add((new(rows.GetString(0)), rows.GetGuid(1)), rows.GetFieldValue<Guid[]>(2));
        return found;
    }

    // No rule is asked again: it was lawful then, and what was erased must not come back.
    async Task<bool> AgainAsync(ErasureEntry entry, CancellationToken cancel)
    {
        var office = entry.Office;
        Guid[] named = [.. entry.Facts.Select(it => it.Stream).Distinct()];
        await using var open = await streams.BeginAsync(new(office.Value, entry.Erasure, named), cancel);
        if (named.Any(it => open[it].Events.Any(one => IsOf(one.Data, entry.Erasure)))) return false; // another node was faster
        var envelope = Worker.Envelope(new(entry.Erasure, []), entry.At.WholeMicroseconds()) with { Late = true };
        var facts = entry.Facts.ToLookup(it => it.Stream, it => it.Read());
        await open.AppendAsync(
            new([.. facts.Select(it => new StreamAppend(it.Key, [.. it.Select(happened => new EventToAppend(happened, envelope))]))])
            {
                Guards =
                [
                    .. facts.SelectMany(it => it.SelectMany(happened => Guards(office, it.Key, happened))),
                    .. facts.SelectMany(it => it).Any(it => it is DataErased) ? [ErasureWriter.Accounts(office, entry.Records)]
                        : Array.Empty<NpgsqlBatchCommand>(),
                    ErasureWriter.Forget(office, entry.Records, [.. entry.Visits]),
                ],
            }, cancel);
        sequencer.Wake();
        rewriting.Wake();
        return true;
    }

    static IEnumerable<NpgsqlBatchCommand> Guards(OfficeCode office, Guid stream, object happened) => happened switch
    {
        VisitorEvent it => GuardSql.Of(it, office, new(stream)),
        RetentionEvent it => GuardSql.Of(it, office),
        _ => [],
    };

    async Task MirrorAsync(
        Dictionary<(OfficeCode Office, Guid Erasure), Guid[]> logged, HashSet<(OfficeCode, Guid)> kept, CancellationToken cancel)
    {
        foreach (var ((office, erasure), said) in logged.Where(it => !kept.Contains(it.Key)))
        {
            var facts = new List<StoredEvent>();
            foreach (var stream in said)
                facts.AddRange((await streams.ReadAsync(office.Value, stream, cancel)).Where(it => IsOf(it.Data, erasure)));
            if (facts.Count > 0)
                await file.AddAsync(
                    ErasureEntry.Of(erasure, office, facts[0].Envelope.Occurred, facts.Select(it => (it.Stream, it.Data))));
        }
    }

    static bool IsOf(object happened, Guid erasure) => happened switch
    {
        DataErased it => it.Erasure == erasure,
        RecordsDestroyed it => it.Erasure == erasure,
        _ => false,
    };

    [LoggerMessage(LogLevel.Warning, "Erasure {Erasure} of office {Office} is missing, as in a restored backup, and is repeated.")]
    partial void SayAgain(OfficeCode office, Guid erasure);

    [LoggerMessage(LogLevel.Error, "{Count} lines of the file of erasures cannot be read.")]
    partial void SayDamaged(int count);
}
