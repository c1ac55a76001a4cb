using Xunit.Abstractions;

namespace Pst.Fault.Tests.Kills;

/// <summary>What was answered with 2xx is there after any kill: of the program, of its database, of both, at any moment.</summary>
public sealed class KillTests(ITestOutputHelper output)
{
    const int Seed = 1872;

    static readonly Victim[] Victims = [Victim.Program, Victim.Postmaster, Victim.WholeDatabase, Victim.Program | Victim.WholeDatabase];

    [Fact]
    public async Task Thirty_kills_lose_nothing_that_was_answered()
    {
        var chance = new Random(Seed);
        await using var siege = await Siege.BeginAsync();
        for (var kill = 1; kill <= 30; kill++)
        {
            var victim = chance.GetItems(Victims, 1)[0];
            await siege.StrikeAsync(chance.Next(8, 80), victim);
            (await siege.LostSinceLastLookAsync()).ShouldBeEmpty($"after kill {kill}, of {victim}");
        }
        (await siege.EndAsync()).ShouldBeEmpty();
        var answers = siege.Ledger.Entries;
        output.WriteLine($"{answers.Count} answers, {answers.Count(it => it.Answer.IsReplayed)} of them lost on the way and asked again");

        await using var stored = await StoredLog.OpenAsync(siege.Program);
        (await stored.ReadAllAsync()).ShouldBe(answers.Count, "each command is one event, and nothing happened twice");
        await stored.GuardsRebuiltFromTheLogAreTheSameAsync();
    }

    // The proof that the test above can fail.
    [Fact]
    public async Task Without_synchronous_commit_a_killed_database_does_lose_answers()
    {
        await using var siege = await Siege.BeginAsync();
        await StoredLog.CommitWithoutWaitingAsync(siege.Program);
        IReadOnlyList<string> lost = [];
        for (var kill = 1; kill <= 10 && lost.Count == 0; kill++)
        {
            await siege.StrikeAsync(40, Victim.WholeDatabase);
            lost = await siege.LostSinceLastLookAsync();
        }
        lost.ShouldNotBeEmpty();
    }
}
