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
        await ShouldHoldAsync(program);
    }

    [Fact]
    public async Task All_scenarios_hold_on_PostgreSQL_15()
    {
        await using var program = await StartedProgram.StartAsync(await PostgresServer.CreateDatabaseAsync(15));
        await ShouldHoldAsync(program);
    }

    static async Task ShouldHoldAsync(StartedProgram program)
    {
        var start = new ProcessStartInfo("node", [Shared.File("scenarios/run.mjs"), $"{program.Address}", StartedProgram.AdminKey])
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
