using System.Diagnostics;
using Pst.Testing;

namespace Pst.Bench;

/// <summary>What the program costs that has nothing to do: its memory after work, and the time until it serves again.</summary>
static class Standing
{
    const int Starts = 3;

    public static async Task<IReadOnlyList<Amount>> MeasureAsync(StartedProgram program)
    {
        await Task.Delay(TimeSpan.FromSeconds(15));
        var memory = program.Memory / 1_000_000.0;
        var starts = new List<double>();
        for (var start = 0; start < Starts; start++)
        {
            await program.TerminateAsync();
            var took = Stopwatch.StartNew();
            program.Restart();
            await program.ReadyAsync();
            starts.Add(took.Elapsed.TotalMilliseconds);
        }
        return
        [
            new("warm-start", starts.Order().ElementAt(Starts / 2), "ms", 3000, "with its database"),
            new("idle-memory", memory, "mb", 200, $"after that work; {program.Memory / 1_000_000.0:0} MB after a start"),
        ];
    }
}
