namespace Pst.Projections.Tests;

using static Tale;

public sealed class DeterminismTests
{
    [Theory, InlineData(1), InlineData(7), InlineData(10_000)]
    public async Task The_same_log_makes_the_same_tables_live_cold_and_rebuilt(int pageSize)
    {
        await using var log = await TestLog.CreateAsync();
        var (live, lives) = (log.Runner(pageSize), new Lives(seed: 42));
        foreach (var life in lives.Interleaved(visits: 24))
        {
            await log.AppendAsync(life.Office, life.Visit, life.Event);
            await live.CatchUpAsync(default);
        }
        var seenLive = await log.DumpAsync();

        await live.RebuildAsync([.. Projections.All.Select(it => it.Name)], default);
        (await log.DumpAsync()).ShouldBe(seenLive);

        await log.ScalarAsync<int>("with gone as (delete from read.projection returning 1) select count(*) from gone");
        foreach (var projection in Projections.All) await log.ScalarAsync<string>($"drop table read.{projection.Name}_2; select ''");
        await log.Runner(pageSize: 3).CatchUpAsync(default);
        (await log.DumpAsync()).ShouldBe(seenLive);
        seenLive.Length.ShouldBeGreaterThan(10_000, "an empty log would prove nothing");
    }
}
