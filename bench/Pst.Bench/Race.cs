using System.Diagnostics;

namespace Pst.Bench;

/// <summary>One client's turn at some work.</summary>
delegate Task Work(int client);

/// <summary>Our way and the floor of the same work, measured in turns: a mood of the machine strikes both.</summary>
sealed record Race(string Name, int Clients, int Operations, double Target)
{
    const int Rounds = 5;

    public async Task<Ratio> RunAsync(Work ours, Work floor)
    {
        // Until the compiler has done its last: it works on the same two cores.
        await PerSecondAsync(ours, Operations * 2);
        await PerSecondAsync(floor, Operations * 2);
        var rounds = new List<(double Ours, double Floor)>();
        for (var round = 0; round < Rounds; round++)
        {
            // Who goes first finds the disk's queue as the other left it.
            var first = await PerSecondAsync(round % 2 == 0 ? ours : floor, Operations);
            var second = await PerSecondAsync(round % 2 == 0 ? floor : ours, Operations);
            rounds.Add(round % 2 == 0 ? (first, second) : (second, first));
        }
        return Ratio.Of(Name, rounds, Target);
    }

    async Task<double> PerSecondAsync(Work work, int operations)
    {
        var (left, took) = (operations, Stopwatch.StartNew());
        await Task.WhenAll(Enumerable.Range(0, Clients).Select(client => Task.Run(async () =>
        {
            while (Interlocked.Decrement(ref left) >= 0)
                await work(client);
        })));
        return operations / took.Elapsed.TotalSeconds;
    }
}
