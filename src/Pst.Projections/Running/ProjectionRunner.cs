using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// Keeps this node's projections at the head of the log. Several nodes may run one: who holds a table's row in the register writes it, and
/// the others see that it has moved.
/// </summary>
public sealed partial class ProjectionRunner(
    NpgsqlDataSource worker, EventLog log, LogSignal signal, EventTypes types, IReadOnlyList<Projection> projections)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    // How late a rebuild that was asked for is begun.
    static readonly TimeSpan Look = TimeSpan.FromSeconds(2);

    readonly Generations generations = new(worker);

    /// <summary>Positions that are taken in one transaction, where there are so many; live there are few. More were no faster.</summary>
    public int PageSize { get; init; } = 4000;

    /// <summary>Told whenever one of the projections has moved.</summary>
    public ProjectionProgress Progress { get; } = new(worker);

    /// <summary>Runs until cancelled. A projection that stops for good leaves the others running.</summary>
    public Task RunAsync(CancellationToken cancel) =>
        Task.WhenAll(projections.SelectMany(it => new[] { RunAsync(it, FollowAsync, cancel), RunAsync(it, FinishAsync, cancel) }));

    /// <summary>Takes every projection to the head of the log, once.</summary>
    public async Task CatchUpAsync(CancellationToken cancel)
    {
        foreach (var projection in projections)
        {
            var generation = await generations.OpenAsync(projection, cancel);
            if (generation.Serves) await Filling(projection, generation).ToHeadAsync(cancel);
            else await BuildAsync(projection, generation, cancel);
        }
    }

    /// <summary>
    /// Fills a projection anew from the log while the present table serves, then lets the new one take over. Parked streams are tried anew.
    /// </summary>
    public async Task RebuildAsync(string name, CancellationToken cancel)
    {
        var projection = projections.Single(it => it.Name == name);
        await BuildAsync(projection, await generations.BeginAsync(projection, cancel), cancel, ReadingAhead.Alone);
    }

    /// <summary>The same for several, which read the log once as long as they can.</summary>
    public async Task RebuildAsync(IReadOnlyCollection<string> names, CancellationToken cancel)
    {
        var begun = new List<(Projection Projection, Generation Generation)>();
        foreach (var projection in projections.Where(it => names.Contains(it.Name)))
            begun.Add((projection, await generations.BeginAsync(projection, cancel)));

        var fresh = begun.Where(it => it.Generation.Position == 0).ToList();
        var together = new FillingTogether(
            Reader([.. fresh.SelectMany(it => it.Projection.Reads)]),
            [.. fresh.Select(it => (it.Projection, Writer(it.Projection, it.Generation)))]);
        try
        {
            if (fresh.Count > 0) await together.RunAsync(cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Whose page it is meets it again by itself, and says so in the register.
        }
        foreach (var (projection, generation) in begun)
            await BuildAsync(projection, fresh.FindIndex(it => it.Projection == projection) is var at and >= 0
                ? generation with { Position = together.Positions[at] } : generation, cancel, ReadingAhead.Alone);
    }

    /// <summary>
    /// Asks for what <see cref="RebuildAsync"/> does and goes; a node that runs does it, also if this one dies. Once more while it is under
    /// way changes nothing.
    /// </summary>
    public Task AskAsync(string name, CancellationToken cancel) =>
        generations.BeginAsync(projections.Single(it => it.Name == name), cancel);

    static async Task RunAsync(Projection projection, Func<Projection, CancellationToken, Task> work, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                await work(projection, cancel);
                return;
            }
            catch (ProjectionStoppedException)
            {
                return; // the register tells why
            }
            catch (NpgsqlException)
            {
                await Task.Delay(Pause, cancel);
            }
        }
    }

    // A newer program may have its own table by now: then there is nothing left to do here.
    async Task FollowAsync(Projection projection, CancellationToken cancel)
    {
        for (var generation = await generations.OpenAsync(projection, cancel); generation is not null;)
        {
            if (!generation.Serves) await BuildAsync(projection, generation, cancel);
            else await FollowAsync(projection, generation, cancel);
            generation = await generations.FindAsync(projection, cancel);
        }
    }

    async Task FollowAsync(Projection projection, Generation generation, CancellationToken cancel)
    {
        var filling = Filling(projection, generation);
        await filling.RollUpAsync(cancel); // what a node left that died while it did so
        while (await filling.ToHeadAsync(cancel)) await signal.WaitAsync(filling.Position, cancel);
    }

    // A rebuild that was asked for, or whose node died, is done here.
    async Task FinishAsync(Projection projection, CancellationToken cancel)
    {
        while (true)
        {
            if (await generations.UnfinishedAsync(projection, cancel) is { } unfinished) await BuildAsync(projection, unfinished, cancel);
            await Task.Delay(Look, cancel);
        }
    }

    async Task BuildAsync(Projection projection, Generation generation, CancellationToken cancel, int ahead = ReadingAhead.AmongMany)
    {
        var filling = Filling(projection, generation, ahead);
        while (await filling.ToHeadAsync(cancel))
        {
            await filling.RollUpAsync(cancel);
            if (await generations.SwitchAsync(projection, generation, cancel)) break;
        }
        Progress.Pulse();
    }

    Filling Filling(Projection projection, Generation generation, int ahead = ReadingAhead.AmongMany) =>
        new(projection, generation, Reader(projection.Reads), Writer(projection, generation), generations, Progress, ahead);

    LogReader Reader(IReadOnlyCollection<Type> reads) => new(worker, log, [.. reads.Select(types.AliasOf).Distinct()], PageSize);

    PageWriter Writer(Projection projection, Generation generation) => new(worker, projection, generation);
}
