namespace Pst.Projections.Tests;

using static Tale;

public sealed class ProjectionRunnerTests : IAsyncLifetime
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task Many_runners_take_each_event_once()
    {
        await LiveAsync(log.Runner(1), log.Runner(2), log.Runner(5));
        await AppendLivesAsync(seed: 7);

        await ShouldBeAsReplayedAsync();
    }

    [Fact]
    public async Task A_runner_that_loses_its_connections_over_and_over_takes_each_event_once()
    {
        await LiveAsync(log.DoomedRunner());
        var writing = AppendLivesAsync(seed: 8);
        while (!writing.IsCompleted)
        {
            await log.CutAsync();
            await Task.Delay(50);
        }
        await writing;

        await ShouldBeAsReplayedAsync();
    }

    [Fact]
    public async Task A_rebuild_beside_writers_and_readers_never_shows_less_than_was_there()
    {
        await LiveAsync(log.Runner());
        await log.AppendAsync(Metro, Visit(1000), ("09:00", Arrived), ("09:01", SignedAt("09:01")));
        var sequence = await log.AppendAsync(Metro, Visit(1001), ("09:00", ArrivedWith(2)), ("09:01", SignedAt("09:01", 2)));
        (await log.Progress.WaitAsync(["queue"], sequence, Patience, default)).ShouldBeTrue();
        var board = new QueueBoard(log.Tables, new(log.Tables));

        var work = Task.WhenAll(AppendLivesAsync(seed: 9), RebuildThreeTimesAsync());
        while (!work.IsCompleted)
            (await board.ShowAsync(Metro, Office(Metro), At("09:05"), default)).Waiting.Select(it => it.Visit).ShouldContain(Visit(1001));
        await work;

        await ShouldBeAsReplayedAsync();
        (await log.Progress.ProgressOfAsync("queue", default)).Generation.ShouldBeGreaterThan(3);
        (await log.ScalarAsync<int>("select count(*) from pg_tables where schemaname = 'read' and tablename ~ '^queue_'")).ShouldBe(1);
    }

    [Fact]
    public async Task A_rebuild_that_was_cut_off_goes_on_when_a_runner_starts()
    {
        await AppendLivesAsync(seed: 10);
        await log.Runner().CatchUpAsync(default);
        using var cut = new CancellationTokenSource();
        var runner = log.Runner(1);
        var rebuilding = runner.RebuildAsync("visits", cut.Token);
        await log.UntilAsync(all => all.Any(it => !it.Serves && it.Position > 0));
        await cut.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(rebuilding);
        (await log.Progress.ProgressOfAsync("visits", default)).Generation.ShouldBe(1);

        await LiveAsync(log.Runner());

        await log.UntilAsync(all => all.Any(it => it is { Name: "visits", Generation: 2, Serves: true }));
        await ShouldBeAsReplayedAsync();
    }

    [Fact]
    public async Task A_runner_that_waits_too_long_for_another_node_looks_again()
    {
        await log.Runner().CatchUpAsync(default);
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")));

        var working = Task.CompletedTask;
        await log.WhileHeldAsync("queue", () =>
        {
            working = log.HastyRunner(QueueBoard.Projection).CatchUpAsync(default);
            return log.UntilWaitedTwiceAsync(working);
        });
        await working;

        (await log.Progress.ProgressOfAsync("queue", default)).Position.ShouldBe(await log.Log.HeadAsync(default));
        var board = new QueueBoard(log.Tables, new(log.Tables));
        (await board.ShowAsync(Metro, Office(Metro), At("09:05"), default)).Waiting.Select(it => it.Visit).ShouldBe([Visit(1)]);
    }

    [Fact]
    public async Task Another_version_in_the_code_is_filled_by_itself_and_the_old_one_goes()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")));
        await log.Runner().CatchUpAsync(default);
        var newer = new Projection<QueueRow>("queue", QueueBoard.Projection.Version + 1, QueueBoard.Projection.Reads, QueueRow.After);

        await log.Runner(projections: [newer]).CatchUpAsync(default);

        var queue = (await log.Progress.AllAsync(default)).Single(it => it.Name == "queue");
        (queue.Generation, queue.Version, queue.Serves, queue.Position).ShouldBe((2, newer.Version, true, 2));
        (await log.ScalarAsync<int>("select count(*) from read.queue_2")).ShouldBe(1);
        (await log.ScalarAsync<int>("select count(*) from pg_tables where schemaname = 'read' and tablename = 'queue_1'")).ShouldBe(0);
    }

    [Fact]
    public async Task Queries_do_not_answer_from_a_table_that_was_never_full()
    {
        var board = new QueueBoard(log.Tables, new(log.Tables));
        await Should.ThrowAsync<ProjectionNotReadyException>(board.ShowAsync(Metro, Office(Metro), At("09:00"), default));

        await log.Runner().CatchUpAsync(default);

        (await board.ShowAsync(Metro, Office(Metro), At("09:00"), default)).Waiting.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_wrote_can_wait_until_it_is_read()
    {
        await LiveAsync(log.Runner());
        var board = new QueueBoard(log.Tables, new(log.Tables));
        foreach (var number in Enumerable.Range(1, 20))
        {
            var sequence = await log.AppendAsync(
                Metro, Visit(number), ("09:00", ArrivedWith(number)), ("09:01", SignedAt("09:01", number)));
            (await log.Progress.WaitAsync(["queue", "visits"], sequence, Patience, default)).ShouldBeTrue();
            (await board.ShowAsync(Metro, Office(Metro), At("09:05"), default)).Waiting.Count.ShouldBe(number);
        }
    }

    [Fact]
    public async Task Who_waits_for_what_does_not_come_hears_so()
    {
        await log.Runner().CatchUpAsync(default);
        var sequence = await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived));

        (await log.Progress.WaitAsync(["queue"], sequence, TimeSpan.FromMilliseconds(50), default)).ShouldBeFalse();
        (await log.Progress.WaitAsync(["queue"], sequence + 1, TimeSpan.FromMilliseconds(50), default)).ShouldBeFalse("not in the log");
        await log.Runner(projections: [QueueBoard.Projection]).CatchUpAsync(default);
        (await log.Progress.WaitAsync(["queue"], sequence, Patience, default)).ShouldBeTrue();
        (await log.Progress.WaitAsync(["queue", "visits"], sequence, TimeSpan.FromMilliseconds(50), default)).ShouldBeFalse();
    }

    async Task LiveAsync(params IReadOnlyList<ProjectionRunner> runners)
    {
        foreach (var runner in runners) log.Start(runner);
        await log.UntilAsync(all => all.Count(it => it.Serves) == Projections.All.Count);
    }

    async Task AppendLivesAsync(int seed)
    {
        foreach (var life in new Lives(seed).Interleaved(visits: 24)) await log.AppendAsync(life.Office, life.Visit, life.Event);
    }

    async Task RebuildThreeTimesAsync()
    {
        var runner = log.Runner(3);
        for (var time = 0; time < 3; time++) await runner.RebuildAsync("queue", default);
    }

    async Task ShouldBeAsReplayedAsync()
    {
        var head = await log.Log.HeadAsync(default);
        await log.UntilAsync(all => all.All(it => it.Position == head));
        var live = await log.DumpAsync();
        foreach (var projection in Projections.All) await log.Runner().RebuildAsync(projection.Name, default);
        (await log.DumpAsync()).ShouldBe(live);
    }
}
