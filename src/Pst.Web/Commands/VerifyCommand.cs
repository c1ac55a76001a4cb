using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Database;

namespace Pst.Web.Commands;

/// <summary>Checks that the log is whole. The exit status: 0 sound, 1 not sound, 2 could not be checked.</summary>
internal static class VerifyCommand
{
    const int Sound = 0, NotSound = 1, NotChecked = 2;

    const string Usage =
        "verify [--guards]: checks the log against itself; --guards also makes the guards again to compare them, "
        + "and commands wait meanwhile.";

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ([] or ["--guards"]))
        {
            Console.Error.WriteLine(Usage);
            return NotChecked;
        }
        try
        {
            await using var database = await OpenDatabase.JoinAsync(WebApplication.CreateBuilder().Configuration, CancellationToken.None);
            return await CheckAsync(database, withGuards: args is ["--guards"], Console.Out, CancellationToken.None);
        }
        catch (Exception away) when (away is DatabaseRefusedException or PostgresFailedException or NpgsqlException)
        {
            Console.Error.WriteLine($"The log could not be checked: {away.Message}");
            return NotChecked;
        }
    }

    /// <summary>Tells what is wrong on <paramref name="output"/>; the exit status.</summary>
    public static async Task<int> CheckAsync(OpenDatabase database, bool withGuards, TextWriter output, CancellationToken cancel)
    {
        var check = new LogCheck(database.Worker, database.Sequencer);
        var faults = await check.FaultsAsync(passed => output.WriteLine($"{passed:N0} events looked at"), cancel);
        foreach (var fault in faults) output.WriteLine(fault.Position is null ? fault.What : $"position {fault.Position}: {fault.What}");

        var guards = withGuards && faults.Count == 0
            ? await new GuardRebuild(database.Worker, database.Log, database.Sequencer).DifferencesAsync(cancel)
            : [];
        foreach (var table in guards) output.WriteLine($"pst.{table} is not what the log makes of it; `rebuild guards` puts it right");

        var head = await database.Log.HeadAsync(cancel);
        output.WriteLine((faults, guards) switch
        {
            ([], []) => $"The log is sound up to position {head}.",
            ([{ Position: { } first }, ..], _) => $"The log is not sound. The first bad position is {first} of {head}.",
            _ => "Not all is sound.",
        });
        return faults.Count + guards.Count == 0 ? Sound : NotSound;
    }
}
