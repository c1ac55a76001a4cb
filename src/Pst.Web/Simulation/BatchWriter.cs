using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Simulation;

/// <summary>Stores what was simulated: a batch a transaction, whole or not at all.</summary>
internal sealed class BatchWriter(PstDatabase database, Sequencer sequencer)
{
    readonly Streams streams = new(database.App, StoredEvents.Types);

    /// <exception cref="AppendConflictException">The office is there already; nothing is stored.</exception>
    /// <exception cref="SimulationRefusedException">Somebody else wrote in the office; nothing is stored.</exception>
    public async Task WriteAsync(SimulatedBatch batch, CancellationToken cancel)
    {
        await using var open = await streams.BeginAsync(
            new(batch.Office.Value, batch.Id, [.. batch.Continued.Keys])
            {
                Lock = GuardQueries.Lock(batch.Office, 0, (_, _) => { }),
            }, cancel);
        if (batch.Continued.Any(it => open[it.Key].Version != it.Value))
            throw new SimulationRefusedException(
                $"Somebody has worked in office {batch.Office} since it was simulated: the simulation cannot go on there.");

        await open.AppendBulkAsync(batch.Append, cancel);
        sequencer.Wake();
    }
}

/// <summary>The simulation cannot be made here; the message says why.</summary>
internal sealed class SimulationRefusedException(string message) : Exception(message);
