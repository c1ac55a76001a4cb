using System.Globalization;
using Npgsql;
using Pst.EventStore;
using Pst.Web.Database;
using Pst.Web.Hosting;
using Pst.Web.Simulation;
using Pst.Web.Writing;

namespace Pst.Web.Commands;

/// <summary>Fills a database with offices that do not exist and what could have happened in them.</summary>
internal static class SimulateCommand
{
    const string Usage = "simulate --offices N --from DATE --to DATE [--seed S]: dates as 2026-01-01.";
    const int DefaultSeed = 1;

    static readonly string[] Names = ["--offices", "--from", "--to", "--seed"];

    // Standards, seasons and holidays of the simulation begin here.
    static readonly DateOnly Earliest = new(2020, 1, 1);

    public static async Task<int> RunAsync(string[] args)
    {
        var (plan, wrong) = Read(args, DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime));
        if (plan is null)
        {
            Console.Error.WriteLine($"{wrong}\n{Usage}");
            return 2;
        }
        try
        {
            var configuration = WebApplication.CreateBuilder().Configuration;
            await using var database = await OpenDatabase.JoinAsync(configuration, CancellationToken.None);
            await PstDatabase.MigrateAsync(database.ConnectionString, CancellationToken.None);
            var keys = new EdgeKeys(SecretKey.Of(configuration));
            await new SimulationRun(database.Roles, database.Sequencer, keys, Console.Out).RunAsync(plan, CancellationToken.None);
            await AnalyzeAsync(database.ConnectionString);
            return 0;
        }
        catch (Exception failed) when (failed is SimulationRefusedException or DatabaseRefusedException or PostgresFailedException
            or NpgsqlException or StoreBusyException or AppendConflictException or OutcomeUnknownException)
        {
            Console.Error.WriteLine(failed.Message);
            return 1;
        }
    }

    /// <summary>The plan, or in a sentence what is wrong.</summary>
    public static (SimulationPlan? Plan, string Wrong) Read(string[] args, DateOnly today)
    {
        var named = args.Chunk(2).ToLookup(it => it[0], it => it.Length == 2 ? it[1] : "");
        if (named.FirstOrDefault(it => !Names.Contains(it.Key) || it.Count() > 1) is { } odd)
            return (null, $"'{odd.Key}' is not an option, or stands there twice.");
        if (!int.TryParse(named["--offices"].SingleOrDefault(), NumberStyles.None, CultureInfo.InvariantCulture, out var offices)
            || offices is < 1 or > SimulationPlan.MostOffices)
            return (null, $"--offices: how many, 1 to {SimulationPlan.MostOffices}.");
        if (DateOf(named["--from"]) is not { } from || from < Earliest) return (null, $"--from: a date from {Earliest:yyyy-MM-dd} on.");
        if (DateOf(named["--to"]) is not { } to || to < from) return (null, "--to: a date, not before --from.");
        if (to >= today) return (null, "--to: only what is over can be simulated, yesterday at the latest.");
        if (!int.TryParse(
            named["--seed"].SingleOrDefault() ?? $"{DefaultSeed}", NumberStyles.None, CultureInfo.InvariantCulture, out var seed))
            return (null, "--seed: a whole number.");
        return (new(offices, from, to, seed), "");
    }

    // PostgreSQL does so by itself, but a minute later, and plans by empty tables until then.
    static async Task AnalyzeAsync(string connectionString)
    {
        await using var connection = new NpgsqlConnection(connectionString);
        await connection.OpenAsync();
        await using var analyze = new NpgsqlCommand("analyze", connection) { CommandTimeout = 0 };
        await analyze.ExecuteNonQueryAsync();
    }

    static DateOnly? DateOf(IEnumerable<string> given) =>
        DateOnly.TryParseExact(given.SingleOrDefault(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
            ? date : null;
}
