using System.Diagnostics;
using Pst.Testing;

namespace Pst.Api.Tests.Acceptance;

/// <summary>The agreed scenarios against the started program: on the database that it brings, and on one that is named to it.</summary>
public sealed class ScenarioTests
{
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    [Fact]
    public async Task All_scenarios_hold_on_the_embedded_database()
    {
        await using var program = await StartedProgram.StartAsync();
        await ShouldHoldAsync(program.Address);
    }

    [Fact]
    public async Task All_scenarios_hold_on_PostgreSQL_15()
    {
        await using var program = await StartedProgram.StartAsync(await PostgresServer.CreateDatabaseAsync(15));
        await ShouldHoldAsync(program.Address);
    }

    [Fact]
    public async Task All_scenarios_hold_when_each_request_goes_to_the_other_of_two_nodes()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        var key = new Dictionary<string, string> { ["Pst__SecretKey"] = Convert.ToBase64String(new byte[32]) };
        await using var first = await StartedProgram.StartAsync(database, key);
        await using var second = await StartedProgram.StartAsync(database, key);
        await using var proxy = await TurnProxy.StartAsync(first.Address, second.Address);
        await ShouldHoldAsync(proxy.Address);
    }

    static async Task ShouldHoldAsync(Uri address)
    {
        var start = new ProcessStartInfo("node", [Shared.File("scenarios/run.mjs"), $"{address}", StartedProgram.AdminKey])
        {
            RedirectStandardOutput = true,
        };
        using var runner = Process.Start(start)!;
        using var patience = new CancellationTokenSource(Patience);
        var told = (await runner.StandardOutput.ReadToEndAsync(patience.Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        await runner.WaitForExitAsync(patience.Token);

        var held = told.Count(it => it.StartsWith("ok ", StringComparison.Ordinal));
        told.Skip(held).ShouldBe([$"{held} passed, 0 failed"]);
        held.ShouldBePositive();
    }
}
