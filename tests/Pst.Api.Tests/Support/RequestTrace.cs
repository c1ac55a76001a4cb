using System.Collections.Concurrent;
using System.Diagnostics;

namespace Pst.Api.Tests.Support;

/// <summary>A statement that went to the database.</summary>
/// <param name="IsPastTheWall">It was sent as a worker, who sees all offices.</param>
public sealed record Sent(string Statement, bool IsPastTheWall);

/// <summary>What requests send to the database, heard by the trace that each of them carries.</summary>
public sealed class RequestTrace : IDisposable
{
    const string Requests = "Microsoft.AspNetCore", Statements = "Npgsql", Worker = "pst_worker";
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    readonly ConcurrentDictionary<ActivityTraceId, Heard> asked = new();
    readonly ActivityListener listener;

    public RequestTrace()
    {
        listener = new()
        {
            ShouldListenTo = it => it.Name is Requests or Statements,
            Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStarted = Begin,
            ActivityStopped = End,
        };
        ActivitySource.AddActivityListener(listener);
    }

    /// <summary>What is asked for in one go, and what was sent for it, in its order.</summary>
    public async Task<(T Answer, IReadOnlyList<Sent> Sent)> OfAsync<T>(Func<Task<T>> ask)
    {
        using var asking = new Activity("ask").Start();
        var heard = asked[asking.TraceId] = new();
        var answer = await ask();
        // An answer is read before its request has come to its end.
        for (var request = 0; request < heard.Requests; request++)
            (await heard.Ended.WaitAsync(Patience)).ShouldBeTrue("a request did not end");
        return (answer, [.. heard.Sent]);
    }

    void Begin(Activity started)
    {
        if (started.Source.Name == Requests && asked.TryGetValue(started.TraceId, out var heard)) Interlocked.Increment(ref heard.Requests);
    }

    void End(Activity ended)
    {
        if (!asked.TryGetValue(ended.TraceId, out var heard)) return;
        if (ended.Source.Name == Requests) heard.Ended.Release();
        else if (ended.GetTagItem("db.query.text") is string statement)
            heard.Sent.Enqueue(new(statement, $"{ended.GetTagItem("db.npgsql.data_source")}".Contains(Worker, StringComparison.Ordinal)));
    }

    public void Dispose() => listener.Dispose();

    sealed class Heard
    {
        public int Requests;
        public SemaphoreSlim Ended { get; } = new(0);
        public ConcurrentQueue<Sent> Sent { get; } = [];
    }
}
