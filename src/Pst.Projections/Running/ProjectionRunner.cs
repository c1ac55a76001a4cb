using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// Keeps this node's projections at the head of the log. Several nodes may run one: who holds a table's row in the register writes it, and
/// the others see that it has moved.
/// </summary>
public sealed class ProjectionRunner(
    NpgsqlDataSource worker, EventLog log, LogSignal signal, EventTypes types, IReadOnlyList<Projection> projections)
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    readonly Generations generations = new(worker);

    /// <summary>Positions that are taken in one transaction where there are so many.</summary>
    public int PageSize { get; init; } = 10_000;

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
            if (generation.Serves) await FillAsync(projection, generation, generation.Position, cancel);
            else await BuildAsync(projection, generation, cancel);
        }
    }

    /// <summary>
    /// Fills a projection anew from the log while the present table serves, then lets the new one take over. Parked streams are tried anew.
    /// </summary>
    public async Task RebuildAsync(string name, CancellationToken cancel)
    {
        var projection = projections.Single(it => it.Name == name);
        await BuildAsync(projection, await generations.BeginAsync(projection, cancel), cancel);
    }

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
        var position = generation.Position;
        while (await FillAsync(projection, generation, position, cancel) is { } reached)
        {
            position = reached;
            await signal.WaitAsync(position, cancel);
        }
    }

    // A rebuild whose node died goes on here.
    async Task FinishAsync(Projection projection, CancellationToken cancel)
    {
        if (await generations.UnfinishedAsync(projection, cancel) is { } unfinished) await BuildAsync(projection, unfinished, cancel);
    }

    async Task BuildAsync(Projection projection, Generation generation, CancellationToken cancel)
    {
        var position = generation.Position;
        while (await FillAsync(projection, generation, position, cancel) is { } reached)
        {
            if (await generations.SwitchAsync(generation, cancel)) break;
            position = reached;
        }
        Progress.Pulse();
    }

    async Task<long?> FillAsync(Projection projection, Generation generation, long position, CancellationToken cancel)
    {
        var at = position;
        try
        {
            return await FillAsync(projection, generation, position, reached => at = reached, cancel);
        }
        catch (Exception failure) when (failure is not OperationCanceledException && !MayPass(failure))
        {
            await generations.StopAsync(generation, at, failure.Message, cancel);
            throw new ProjectionStoppedException(projection.Name, at, failure);
        }
    }

    /// <summary>
    /// Page by page to the head, and where that is; null when the generation is gone. The next page is read while one is written.
    /// </summary>
    async Task<long?> FillAsync(
        Projection projection, Generation generation, long position, Action<long> moved, CancellationToken cancel)
    {
        var reader = new LogReader(log, [.. projection.Reads.Select(types.AliasOf)], PageSize);
        var writer = new PageWriter(worker, projection, generation);
        Task<LogPage>? ahead = null;
        while (true)
        {
            var page = await (ahead ?? reader.ReadAsync(position, cancel));
            if (page.Through == position) return position;

            var writing = writer.WriteAsync(position, page, cancel);
            ahead = reader.IsFull(position, page) ? reader.ReadAsync(page.Through, cancel) : null;
            // What goes wrong in reading ahead is met when that page's turn comes.
            await Task.WhenAll(writing, ahead ?? Task.CompletedTask).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (await writing is not { } reached) return null;

            if (reached != page.Through) ahead = null;
            moved(position = reached);
            Progress.Pulse();
        }
    }

    // Errors of class 22, 23 and 42 (data, constraints, syntax, rights) are ours and come again; a lost connection or a full disk do not.
    static bool MayPass(Exception failure) =>
        failure is NpgsqlException and not PostgresException { SqlState: ['2', '2' or '3', ..] or ['4', '2', ..] };
}
