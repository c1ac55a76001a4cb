using System.Diagnostics;
using System.Threading.Channels;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;
using Queue = System.Threading.Channels.Channel;

namespace Pst.Web.Simulation;

/// <summary>
/// Carries a plan out: what one core thinks out, the other stores; positions are given on the way, so that no reader waits for the end.
/// </summary>
/// <param name="output">Is told how far it is.</param>
internal sealed class SimulationRun(PstDatabase database, Sequencer sequencer, EdgeKeys keys, TextWriter output)
{
    const int Ahead = 2; // batches in memory, beside the one that is stored

    static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    // Where each office came from: its first event says so.
    const string Origins = """
        select o.code, e.correlation_id, g.document ->> 'ClosedThrough'
        from unnest($1, $2) o (code, stream)
        join pst.mt_events e on e.tenant_id = o.code and e.stream_id = o.stream and e.version = 1
        left join pst.guard_office g on g.tenant_id = o.code
        """;

    readonly Stopwatch took = new();
    TimeSpan told;
    long events;

    /// <summary>How many events had their positions when the last one was stored.</summary>
    public long SequencedOnTheWay { get; private set; }

    /// <summary>How many events were stored.</summary>
    /// <exception cref="SimulationRefusedException">One of the offices is there already, and is not of this simulation.</exception>
    public async Task<long> RunAsync(SimulationPlan plan, CancellationToken cancel)
    {
        var country = new SimulatedCountry(plan, keys, await ClosedAsync(plan, cancel));
        using var stopped = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        var sequencing = sequencer.RunAsync(stopped.Token);
        took.Start();
        try
        {
            await StoreAsync(country, stopped.Token);
        }
        finally
        {
            await stopped.CancelAsync();
            await sequencing.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        SequencedOnTheWay = events;
        while (await sequencer.RunOnceAsync(cancel) is > 0 and var left) SequencedOnTheWay -= left;
        output.WriteLine(
            $"{events:N0} events in {took.Elapsed.TotalSeconds:N1} s, {PerSecond:N0} a second; the offices' own rules refused "
            + $"{country.Refused:N0} commands.");
        return events;
    }

    async Task StoreAsync(SimulatedCountry country, CancellationToken cancel)
    {
        var batches = Queue.CreateBounded<SimulatedBatch>(Ahead);
        var thinking = Task.Run(() => ThinkAsync(country, batches.Writer, cancel), cancel);
        var writer = new BatchWriter(database, sequencer);
        await foreach (var batch in batches.Reader.ReadAllAsync(cancel))
        {
            await writer.WriteAsync(batch, cancel);
            events += batch.Append.Events.Count;
            Tell(batch);
        }
        await thinking;
    }

    static async Task ThinkAsync(SimulatedCountry country, ChannelWriter<SimulatedBatch> batches, CancellationToken cancel)
    {
        try
        {
            foreach (var batch in country.Batches()) await batches.WriteAsync(batch, cancel);
        }
        finally
        {
            batches.Complete();
        }
    }

    void Tell(SimulatedBatch batch)
    {
        if (took.Elapsed - told < Pause) return;
        told = took.Elapsed;
        var until = batch.Append.Events[^1].Happened.Envelope.Occurred;
        output.WriteLine($"{events:N0} events, {PerSecond:N0} a second; office {batch.Office} until {until:yyyy-MM-dd}");
    }

    double PerSecond => events / took.Elapsed.TotalSeconds;

    async Task<Dictionary<OfficeCode, DateOnly>> ClosedAsync(SimulationPlan plan, CancellationToken cancel)
    {
        OfficeCode[] codes = [.. Enumerable.Range(1, plan.Offices).Select(it => new OfficeCode($"{it:0000}"))];
        await using var command = database.Worker.CreateCommand(Origins);
        command.Parameters.Add(new() { Value = codes.Select(it => it.Value).ToArray() });
        command.Parameters.Add(new() { Value = codes.Select(it => it.StreamId).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var closed = new Dictionary<OfficeCode, DateOnly>();
        while (await rows.ReadAsync(cancel))
        {
            if (rows.IsDBNull(1) || rows.GetString(1) != plan.Origin)
                throw new SimulationRefusedException(
                    $"Office {rows.GetString(0)} is there already, and not by this simulation ({plan.Origin}): use a database of its own.");
            closed.Add(new(rows.GetString(0)), DateOnly.ParseExact(rows.GetString(2), "yyyy-MM-dd", null));
        }
        return closed;
    }
}
