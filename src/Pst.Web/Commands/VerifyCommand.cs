using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Database;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Proving;
using Pst.Web.Writing;

namespace Pst.Web.Commands;

/// <summary>Checks that the log is whole and what was signed. The exit status: 0 sound, 1 not sound, 2 could not be checked.</summary>
internal static class VerifyCommand
{
    const int Sound = 0, NotSound = 1, NotChecked = 2;

    const string Usage = """
        verify [--all]: checks the log against itself, against what was signed of it and against the witness's folder
        (Pst__Witness__Folder), and whether log and file of erasures (Pst__ErasureFile) know the same ones. --all also makes guards
        and projections again to compare them, and what was signed in guestbooks with the vault; commands wait meanwhile.
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        if (args is not ([] or ["--all"]))
        {
            Console.Error.WriteLine(Usage);
            return NotChecked;
        }
        try
        {
            var configuration = WebApplication.CreateBuilder().Configuration;
            await using var database = await OpenDatabase.JoinAsync(configuration, CancellationToken.None);
            using var erasures = new ErasureFile(configuration, TimeProvider.System);
            var check = new Inspection(
                database.Worker, database.Log, database.Sequencer, KeysOf(configuration), Witnesses.Kept(configuration), erasures);
            return await CheckAsync(check, database, isWhole: args is ["--all"], Console.Out, CancellationToken.None);
        }
        catch (Exception away) when (away is DatabaseRefusedException or PostgresFailedException or NpgsqlException or IOException)
        {
            Console.Error.WriteLine($"The log could not be checked: {away.Message}");
            return NotChecked;
        }
    }

    // Where this machine has no key of its own, the database's must do.
    static IReadOnlyList<byte[]> KeysOf(IConfiguration configuration) =>
        SecretKey.Exists(configuration)
            ? [.. new LogKeys(new EdgeKeys(SecretKey.Of(configuration)), configuration).All.Select(it => it.PublicKey)]
            : [];

    /// <summary>Tells what is wrong on <paramref name="output"/>; the exit status.</summary>
    public static async Task<int> CheckAsync(
        Inspection check, OpenDatabase database, bool isWhole, TextWriter output, CancellationToken cancel)
    {
        var faults = await check.FaultsAsync(passed => output.WriteLine($"{passed:N0} events looked at"), cancel);
        foreach (var fault in faults) output.WriteLine(Line(fault));
        string[] beside =
        [
            .. await check.ErasuresAsync(cancel), .. isWhole && faults.Count == 0 ? await check.BesideAsync(cancel) : [],
        ];
        foreach (var what in beside) output.WriteLine(what);

        var head = await database.Log.HeadAsync(cancel);
        output.WriteLine((faults, beside) switch
        {
            ([], []) => $"The log is sound up to position {head}.",
            _ when Inspection.FirstOf(faults) is { } first => $"The log is not sound. The first bad position is {first} of {head}.",
            _ => "Not all is sound.",
        });
        return faults.Count + beside.Length == 0 ? Sound : NotSound;
    }

    static string Line(LogFault fault) => fault switch
    {
        { Position: null } => fault.What,
        { Through: { } last } when last > fault.Position => $"positions {fault.Position} to {last}, somewhere: {fault.What}",
        _ => $"position {fault.Position}: {fault.What}",
    };
}
