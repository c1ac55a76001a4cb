using System.Diagnostics;
using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Database;
using Pst.Web.Hosting;

namespace Pst.Web.Commands;

/// <summary>
/// Makes tables again from the log: projections beside the old ones, which serve until the new ones are full; guards while commands wait.
/// </summary>
internal static class RebuildCommand
{
    const string Guards = "guards", Everything = "all";

    static readonly string[] Words = [.. KeptProjections.Names, Guards, Everything];
    static readonly TimeSpan Look = TimeSpan.FromSeconds(1);

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not [var what] || !Words.Contains(what))
        {
            Console.Error.WriteLine($"rebuild WHAT: one of {string.Join(", ", Words)}.");
            return 2;
        }
        try
        {
            await using var database = await OpenDatabase.JoinAsync(WebApplication.CreateBuilder().Configuration, CancellationToken.None);
            await RunAsync(database, what, Console.Out, CancellationToken.None);
            return 0;
        }
        catch (Exception failed)
            when (failed is DatabaseRefusedException or PostgresFailedException or NpgsqlException or ProjectionStoppedException)
        {
            Console.Error.WriteLine(failed.Message);
            return 1;
        }
    }

    /// <summary>Tells on <paramref name="output"/> how far it is.</summary>
    public static async Task RunAsync(OpenDatabase database, string what, TextWriter output, CancellationToken cancel)
    {
        var runner = new ProjectionRunner(
            database.Worker, database.Log, new LogSignal(database.Worker), StoredEvents.Types, KeptProjections.All);
        string[] names = [.. KeptProjections.Names.Where(it => what == it || what == Everything)];
        if (names.Length > 0) await TimeAsync(names, FollowAsync(runner, names, output, cancel), output);

        if (what is Guards or Everything)
            await TimeAsync([Guards], new GuardRebuild(database.Worker, database.Log, database.Sequencer).RunAsync(cancel), output);
    }

    static async Task FollowAsync(ProjectionRunner runner, string[] names, TextWriter output, CancellationToken cancel)
    {
        var rebuilding = runner.RebuildAsync(names, cancel);
        while (await Task.WhenAny(rebuilding, Task.Delay(Look, cancel)) != rebuilding)
            foreach (var table in (await runner.Progress.AllAsync(cancel)).Where(it => names.Contains(it.Name) && !it.Serves))
                output.WriteLine($"{table.Name}: at position {table.Position:N0}");
        await rebuilding;
    }

    static async Task TimeAsync(string[] names, Task work, TextWriter output)
    {
        var started = Stopwatch.GetTimestamp();
        await work;
        foreach (var name in names) output.WriteLine($"{name}: made again in {Stopwatch.GetElapsedTime(started).TotalSeconds:N1} s");
    }
}
