using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class SequencerTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task Committed_events_get_dense_positions_in_their_order(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"), new Counted(1));
        (await sequencer.RunOnceAsync(default)).ShouldBe(2);
        await store.AppendAsync(Bima, store.NewId(), new Opened("siang"));
        await store.AppendAsync(Metro, stream, new Closed());
        (await sequencer.RunOnceAsync(default)).ShouldBe(2);
        (await sequencer.RunOnceAsync(default)).ShouldBe(0);

        var page = await store.Log.ReadAsync(0, 100, null, default);

        page.Entries.Select(it => it.Position).ShouldBe([1, 2, 3, 4]);
        page.Entries.Select(it => it.Event.Alias).ShouldBe(["opened", "counted", "opened", "closed"]);
        page.Through.ShouldBe(4);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_event_that_commits_late_comes_late_and_is_not_lost(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        var (late, early) = (store.NewId(), store.NewId());
        await using var pausing = await store.App.OpenConnectionAsync();
        await InsertAsync(pausing, late);
        var sequence = await store.AppendAsync(Metro, early, new Opened("cepat"));
        (await sequencer.RunOnceAsync(default)).ShouldBe(1);
        (await sequencer.RunOnceAsync(default)).ShouldBe(0);
        await RunAsync(pausing, "commit");

        (await sequencer.RunOnceAsync(default)).ShouldBe(1);

        var entries = (await store.Log.ReadAsync(0, 100, null, default)).Entries;
        entries.Select(it => it.Event.Stream).ShouldBe([early, late]);
        entries[1].Event.Sequence.ShouldBeLessThan(sequence.Sequence);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_sequencer_that_begins_finds_what_others_left(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));
        using (var first = new Sequencer(store.Worker))
            await first.RunOnceAsync(default);
        await store.AppendAsync(Metro, store.NewId(), new Opened("siang"));

        using var second = new Sequencer(store.Worker);

        (await second.RunOnceAsync(default)).ShouldBe(1);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task After_a_restore_transaction_ids_begin_anew_and_nothing_is_lost(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));
        await store.AppendAsync(Metro, store.NewId(), new Opened("siang"));
        // As a dump brings them into a young server: noted by transactions that this server has not reached yet.
        await store.ScalarAsync<string>("""
            alter table pst.log_note disable trigger unchanging;
            update pst.log_note set xid = '4611686018427387904';
            select ''
            """);

        (await sequencer.RunOnceAsync(default)).ShouldBe(2);
        await store.AppendAsync(Metro, store.NewId(), new Opened("sore"));
        (await sequencer.RunOnceAsync(default)).ShouldBe(1);

        (await store.Log.HeadAsync(default)).ShouldBe(3);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_second_sequencer_waits_for_the_first(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));
        using Sequencer one = new(store.Worker), other = new(store.Worker);

        (await Task.WhenAll(one.RunOnceAsync(default), other.RunOnceAsync(default))).Sum().ShouldBe(1);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task More_than_one_pass_can_take_keeps_its_order(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        foreach (var stream in (Guid[])[store.NewId(), store.NewId(), store.NewId()])
            await store.AppendAsync(Metro, stream, [.. Enumerable.Range(0, 4000).Select(number => new Counted(number))]);

        (await sequencer.RunOnceAsync(default)).ShouldBe(10_000);
        (await sequencer.RunOnceAsync(default)).ShouldBe(2000);

        var read = await store.Log.ReadAsync(0, 20_000, null, default);
        read.Entries.Select(it => it.Event.Sequence).ShouldBeInOrder();
        read.Entries.Count.ShouldBe(12_000);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_long_backlog_takes_few_passes(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        await using (var transaction = await store.BeginAsync())
            await transaction.AppendBulkAsync(Counted(store.NewId(), 35_000), default);

        List<int> passes = [];
        do passes.Add(await sequencer.RunOnceAsync(default)); while (passes[^1] > 0);

        passes.ShouldBe([10_000, 20_000, 5000, 0]);
        (await store.Log.HeadAsync(default)).ShouldBe(35_000);
    }

    // A check of the log runs passes beside the node's own.
    [Theory, InlineData(15), InlineData(18)]
    public async Task Two_passes_at_once_of_one_sequencer_leave_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        await using (var transaction = await store.BeginAsync())
            await transaction.AppendBulkAsync(Counted(store.NewId(), 60_000), default);

        var passes = await Task.WhenAll(Enumerable.Range(0, 2).Select(async _ =>
        {
            var placed = 0;
            while (await sequencer.RunOnceAsync(default) is > 0 and var moved) placed += moved;
            return placed;
        }));

        passes.Sum().ShouldBe(60_000);
    }

    static BulkAppend Counted(Guid stream, int many) =>
        new([.. Enumerable.Range(0, many).Select(it => new BulkEvent(stream, new Guid(it, 0, 1, new byte[8]), By(new Counted(it))))]);

    static async Task InsertAsync(NpgsqlConnection connection, Guid stream)
    {
        await RunAsync(connection, "begin");
        await RunAsync(connection, $$"""
            select set_config('pst.office', '1872', true);
            insert into pst.mt_streams (tenant_id, id, version) values ('1872', '{{stream}}', 1);
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            values (nextval('pst.mt_events_sequence'), gen_random_uuid(), '{{stream}}', 1, '{"Name": "lambat"}', 'opened', now(), '1872')
            """);
    }

    static async Task RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync();
    }
}
