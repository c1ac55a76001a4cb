using System.Diagnostics;
using Pst.Testing;

namespace Pst.Fault.Tests.Nodes;

/// <summary>Two programs on one database are one office: what one writes the other shows, and where one dies the other goes on.</summary>
public sealed class NodesTests
{
    const int Screens = 200, Visits = 150;

    [Fact]
    public async Task While_one_node_and_then_the_other_is_killed_no_screen_misses_an_event_or_sees_one_twice()
    {
        await using var office = await TwoNodes.StartAsync(Screens);
        var (first, second) = (office.Nodes[0], office.Nodes[1]);
        for (var number = 0; number < Visits; number++)
        {
            if (number is 50 or 100) (number == 50 ? first : second).Kill();
            await office.ArriveAsync(number);
            if (number is 75 or 125) await ReviveAsync(number == 75 ? first : second);
        }

        foreach (var heard in await office.HeardAsync())
            heard.ShouldBe(office.Visits, ignoreOrder: true);
    }

    [Fact, Trait("Category", "Long")]
    public async Task For_half_an_hour_screens_are_quick_and_memory_stays_where_it_was()
    {
        await using var office = await TwoNodes.StartAsync(Screens);
        var (node, beside) = (office.Nodes[0], office.Nodes[1]);
        var (kills, settled, memory) = (new Queue<int>([2, 4]), TimeSpan.FromMinutes(8), 0L);
        var number = 0;
        for (var clock = Stopwatch.StartNew(); clock.Elapsed < TimeSpan.FromMinutes(30); await Task.Delay(500))
        {
            if (kills.TryPeek(out var minute) && clock.Elapsed.TotalMinutes >= minute)
            {
                kills.Dequeue();
                node.Kill();
                await office.ArriveAsync(number++);
                await ReviveAsync(node);
            }
            await office.ArriveAsync(number++);
            if (memory == 0 && clock.Elapsed > settled) memory = beside.Memory;
        }

        foreach (var heard in await office.HeardAsync())
            heard.ShouldBe(office.Visits, ignoreOrder: true);
        var delays = office.Delays();
        delays[delays.Count * 99 / 100].ShouldBeLessThan(TimeSpan.FromMilliseconds(500));
        beside.Memory.ShouldBeLessThan(memory * 6 / 5);
    }

    static async Task ReviveAsync(StartedProgram node)
    {
        node.Restart();
        await node.ReadyAsync();
    }
}
