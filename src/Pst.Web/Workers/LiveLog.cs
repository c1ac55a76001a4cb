using Npgsql;
using Pst.Domain;
using Pst.EventStore;

namespace Pst.Web.Workers;

/// <summary>An event as live screens hear of it: what it is of, never what it says.</summary>
/// <param name="Visit">Null for an event of the office itself.</param>
public sealed record LiveEvent(
    long Position, OfficeCode Office, string Type, VisitId? Visit, long Version, Guid Stream, DateTimeOffset Occurred,
    DateTimeOffset Recorded);

/// <summary>
/// The log's newest stretch, read once a node however many listen. Who is further behind reads from the database until this stretch is
/// reached, so that nobody misses an event or sees one twice.
/// </summary>
public sealed class LiveLog(EventLog log, LogSignal signal) : BackgroundService
{
    const int Kept = 10_000, PageSize = 500;

    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    readonly Lock gate = new();
    readonly List<LiveEvent> newest = []; // one for each position behind `from`
    TaskCompletionSource grown = NewSignal();
    long from, through;

    /// <summary>The last position that can be heard of here.</summary>
    public long Through
    {
        get { lock (gate) return through; }
    }

    /// <summary>
    /// The office's next events after a position, and the position up to which that is all; it waits until there is something to look at.
    /// </summary>
    public async Task<(IReadOnlyList<LiveEvent> Events, long Through)> NextAsync(OfficeCode office, long after, CancellationToken cancel)
    {
        while (true)
        {
            Task next;
            lock (gate)
            {
                if (after >= from && after < through)
                    return ([.. newest.Skip((int)(after - from)).Where(it => it.Office == office)], through);
                next = grown.Task;
            }
            if (after >= Through) await next.WaitAsync(cancel);
            else
            {
                var page = await log.ReadOfficeAsync(office.Value, after, PageSize, cancel);
                return ([.. page.Entries.Select(Live)], page.Through);
            }
        }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var head = await InsistAsync(() => log.HeadAsync(stoppingToken), stoppingToken);
        lock (gate) (from, through) = (head, head);
        while (!stoppingToken.IsCancellationRequested)
        {
            await signal.WaitAsync(Through, stoppingToken);
            Add(await InsistAsync(() => log.ReadAsync(Through, PageSize, null, stoppingToken), stoppingToken));
        }
    }

    // While the database is away, the log waits.
    static async Task<T> InsistAsync<T>(Func<Task<T>> read, CancellationToken cancel)
    {
        while (true)
        {
            try { return await read(); }
            catch (NpgsqlException) { await Task.Delay(Pause, cancel); }
        }
    }

    void Add(LogPage page)
    {
        lock (gate)
        {
            newest.AddRange(page.Entries.Select(Live));
            Forget(newest.Count - Kept);
            through = page.Through;
            grown.SetResult();
            grown = NewSignal();
        }
    }

    // In large steps, for each moves all that is kept.
    void Forget(int tooMany)
    {
        if (tooMany < Kept) return;
        newest.RemoveRange(0, tooMany);
        from += tooMany;
    }

    static LiveEvent Live(LogEntry entry) =>
        new(entry.Position, new(entry.Event.Tenant), entry.Event.Alias,
            entry.Event.Data is VisitEvent ? new(entry.Event.Stream) : null, entry.Event.Version, entry.Event.Stream,
            entry.Event.Envelope.Occurred, entry.Event.Recorded);

    static TaskCompletionSource NewSignal() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
