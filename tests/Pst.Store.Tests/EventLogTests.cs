using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class EventLogTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task A_page_ends_where_it_was_looked_at_even_if_nothing_wanted_lies_there(int version)
    {
        await using var store = await SequencedAsync(version);

        var first = await store.Log.ReadAsync(0, 2, ["closed"], default);
        var second = await store.Log.ReadAsync(first.Through, 2, ["closed"], default);
        var third = await store.Log.ReadAsync(second.Through, 2, ["closed"], default);

        (first.Entries.Count, first.Through).ShouldBe((0, 2));
        (second.Entries.Single().Position, second.Through).ShouldBe((4, 4));
        (third.Entries.Count, third.Through).ShouldBe((0, 4));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task One_offices_entries_are_read_page_by_page(int version)
    {
        await using var store = await SequencedAsync(version);

        var first = await store.Log.ReadOfficeAsync(Metro, 0, 2, default);
        var second = await store.Log.ReadOfficeAsync(Metro, first.Through, 2, default);

        first.Entries.Select(it => it.Position).ShouldBe([1, 2]);
        (second.Entries.Single().Position, second.Through).ShouldBe((4, 4));
        (await store.Log.ReadOfficeAsync(Bima, 0, 2, default)).Entries.Single().Position.ShouldBe(3);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Who_waits_hears_of_what_another_node_wrote(int version)
    {
        await using var store = await SequencedAsync(version);
        using var stop = new CancellationTokenSource();
        var signal = new LogSignal(store.Worker);
        using var sequencer = new Sequencer(store.Worker);
        var running = Task.WhenAll(signal.RunAsync(stop.Token), sequencer.RunAsync(stop.Token));
        (await signal.WaitAsync(0, default)).ShouldBe(4);

        var waiting = signal.WaitAsync(4, default);
        await store.AppendAsync(Metro, store.NewId(), new Opened("malam"));
        sequencer.Wake();

        (await waiting.WaitAsync(TimeSpan.FromSeconds(10))).ShouldBe(5);
        signal.Head.ShouldBe(5);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_broken_connection_stops_neither_listener_nor_sequencer(int version)
    {
        await using var store = await SequencedAsync(version);
        using var stop = new CancellationTokenSource();
        var signal = new LogSignal(store.Worker);
        using var sequencer = new Sequencer(store.Worker);
        var running = Task.WhenAll(signal.RunAsync(stop.Token), sequencer.RunAsync(stop.Token));
        await signal.WaitAsync(0, default);

        await store.ScalarAsync<long>("""
            select count(pg_terminate_backend(pid)) from pg_stat_activity
            where datname = current_database() and application_name = 'pst_worker'
            """);
        await store.AppendAsync(Metro, store.NewId(), new Opened("malam"));

        (await signal.WaitAsync(4, default).WaitAsync(TimeSpan.FromSeconds(20))).ShouldBe(5);
        await stop.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(running);
    }

    static async Task<TestStore> SequencedAsync(int version)
    {
        var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"), new Counted(1));
        await store.AppendAsync(Bima, store.NewId(), new Opened("siang"));
        await store.AppendAsync(Metro, stream, new Closed());
        using var sequencer = new Sequencer(store.Worker);
        await sequencer.RunOnceAsync(default);
        return store;
    }
}
