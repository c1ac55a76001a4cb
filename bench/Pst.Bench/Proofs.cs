using System.Diagnostics;
using System.Globalization;
using Npgsql;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Bench;

/// <summary>What it costs to sign a log, to prove of it, and to verify all of it.</summary>
sealed class Proofs(Country country, string database)
{
    const int Asked = 500;

    /// <summary>The log must have its positions.</summary>
    public async Task<IReadOnlyList<Result>> RunAsync()
    {
        var took = Stopwatch.StartNew();
        var size = (await country.Get<Notary>().SignAsync(CancellationToken.None))!.Checkpoint.Size;
        var signed = took.Elapsed.TotalSeconds;
        var proofs = await ProofsAsync(size);
        var (seconds, memory) = await VerifyAsync();
        var of = string.Create(CultureInfo.InvariantCulture, $"{size:N0} events");
        return
        [
            new Amount("sign-all", signed, "s", 60, $"the first checkpoint of {of}"),
            new Amount("proof-p99", proofs[^(Asked / 100)], "ms", 10, $"of {of}, half of them within {proofs[Asked / 2]:0.0} ms"),
            new Amount("verify", seconds, "s", 60 * Math.Max(1, size / 1_000_000.0), of),
            new Amount("verify-peak", memory, "mb", 300, "the process, whatever the length"),
        ];
    }

    async Task<List<double>> ProofsAsync(long size)
    {
        var tree = country.Get<LogTree>();
        var times = new List<double>();
        for (var number = 0; number < Asked; number++)
        {
            var took = Stopwatch.StartNew();
            await tree.InclusionAsync(1 + number * 7919L * 104729 % size, size, CancellationToken.None);
            times.Add(took.Elapsed.TotalMilliseconds);
        }
        return [.. times.Order()];
    }

    // The command itself, in a process of its own.
    async Task<(double Seconds, double Megabytes)> VerifyAsync()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pst.Web.dll"), "verify"])
        {
            RedirectStandardOutput = true,
        };
        start.Environment["ConnectionStrings__Pst"] = database;
        start.Environment["Pst__SecretKey"] = Country.Secret;
        start.Environment["Pst__DataDirectory"] = Directory.CreateDirectory(await TemporaryFolder.NameAsync()).FullName;
        var took = Stopwatch.StartNew();
        using var verify = Process.Start(start)!;
        var said = verify.StandardOutput.ReadToEndAsync();
        long most = 0;
        for (; !verify.HasExited; await Task.Delay(50)) most = Math.Max(most, PeakOf(verify));
        return verify.ExitCode == 0
            ? (took.Elapsed.TotalSeconds, most / 1_000_000.0)
            : throw new InvalidOperationException($"The log does not verify:\n{await said}");
    }

    static long PeakOf(Process running)
    {
        try
        {
            running.Refresh();
            return running.PeakWorkingSet64;
        }
        catch (InvalidOperationException) { return 0; } // it has just ended
    }

    /// <summary>How fast events are stored and given their places, with the hashes that prove them and without, in turns.</summary>
    public static async Task<IReadOnlyList<Result>> HashingAsync(TemporaryPostgres server)
    {
        var rounds = new List<(double With, double Without)>();
        for (var round = 0; round < 3; round++)
            rounds.Add((await StoredAsync(server, isHashed: true), await StoredAsync(server, isHashed: false)));
        return [Ratio.Of("hashing", rounds, 0) with { OrPerSecond = 5_000 }];
    }

    static async Task<double> StoredAsync(TemporaryPostgres server, bool isHashed)
    {
        const int visits = 10_000;
        await using var country = await Country.FoundAsync(await server.CreateDatabaseAsync(), offices: 1);
        if (!isHashed) await NoHashesAsync(country.Owner);
        var now = DateTimeOffset.UtcNow;
        var took = Stopwatch.StartNew();
        await country.WriteAsync(Enumerable.Range(0, visits).Select(it =>
            PastVisits.Ended(country.Offices[0], it, now.AddMinutes(it - visits - 600))));
        return visits * 10 / took.Elapsed.TotalSeconds;
    }

    static async Task NoHashesAsync(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand("""
            create or replace function pst.leaf_hash(e pst.mt_events) returns bytea language sql immutable strict parallel safe
            as $$ select '\x00'::bytea $$
            """);
        await command.ExecuteNonQueryAsync();
    }
}
