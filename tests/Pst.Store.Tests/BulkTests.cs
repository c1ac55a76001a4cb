using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

/// <summary>Many events in one transaction: stored as if they had been appended one by one.</summary>
public sealed class BulkTests
{
    static readonly Envelope Told = new(Morning, "petugas")
    {
        Late = true,
        Role = "staff",
        Device = "kiosk-1",
        Correlation = "trace",
        Causation = "command",
    };

    // What an append stores of its own: the moment, the numbers and the ids.
    const string Rows = """
        select string_agg(concat_ws('|', e.stream_id, e.version, e.data::text, e.type, e.tenant_id, e.mt_dotnet_type, e.correlation_id,
            e.causation_id, e.headers::text, e.user_name, e.is_archived, s.version, s.is_archived,
            e.bdata is null), e'\n' order by e.seq_id)
        from pst.mt_events e join pst.mt_streams s on s.tenant_id = e.tenant_id and s.id = e.stream_id
        """;

    const string Moments = """
        select count(distinct moment)
        from pst.mt_events e cross join pst.mt_streams s cross join unnest(array[e.timestamp, s.timestamp, s.created]) moment
        """;

    [Theory, InlineData(15), InlineData(18)]
    public async Task What_it_stores_is_what_single_appends_store(int version)
    {
        await using var one = await CreateAsync(version);
        await using var many = await CreateAsync(version);
        Guid[] streams = [one.NewId(), one.NewId()];
        BulkEvent[] events = [.. Enumerable.Range(0, 20).Select(it => Of(streams[it % 2], new Counted(it), it))];

        foreach (var it in events)
            await using (var transaction = await one.BeginAsync(it.Stream))
                await transaction.AppendAsync(new([new(it.Stream, [it.Happened])]), default);
        await using (var transaction = await many.BeginAsync(many.NewId()))
            await transaction.AppendBulkAsync(new(events), default);

        (await many.ScalarAsync<string>(Rows)).ShouldBe(await one.ScalarAsync<string>(Rows));
        (await many.ScalarAsync<string>("select string_agg(id::text, ' ' order by seq_id) from pst.mt_events"))
            .ShouldBe(string.Join(' ', events.Select(it => it.Id)));
        (await many.ScalarAsync<long>(Moments)).ShouldBe(1);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Its_events_are_noted_with_their_hashes_and_sequenced_in_its_order(int version)
    {
        await using var store = await CreateAsync(version);
        using var sequencer = new Sequencer(store.Worker);
        Guid[] streams = [store.NewId(), store.NewId(), store.NewId()];
        await using (var transaction = await store.BeginAsync())
            await transaction.AppendBulkAsync(
                new([.. Enumerable.Range(0, 3000).Select(it => Of(streams[it * 7 % 3], new Counted(it), it))]), default);

        (await sequencer.RunOnceAsync(default)).ShouldBe(3000);

        var entries = (await store.Log.ReadAsync(0, 3000, null, default)).Entries;
        entries.Select(it => ((Counted)it.Event.Data).Number).ShouldBe(Enumerable.Range(0, 3000));
        entries.Select(it => it.Event.Sequence).ShouldBeInOrder();
        await using var owner = new NpgsqlConnection(store.ConnectionString);
        await owner.OpenAsync();
        var hashes = await store.ScalarAsync<string>("select string_agg(encode(hash, 'hex'), ' ' order by position) from pst.log_leaf");
        hashes.Split(' ').ShouldBe(await LeafEncoding.HashesAsync(owner));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_stream_that_the_opening_named_goes_on(int version)
    {
        await using var store = await CreateAsync(version);
        var (old, fresh) = (store.NewId(), store.NewId());
        await store.AppendAsync(Metro, old, new Opened("lama"));
        await using (var transaction = await store.BeginAsync(old))
            await transaction.AppendBulkAsync(
                new([Of(old, new Counted(1), 1), Of(fresh, new Opened("baru"), 2), Of(old, new Closed(), 3)]), default);

        var events = await store.Streams.ReadAsync(Metro, old, default);

        events.Select(it => it.Alias).ShouldBe(["opened", "counted", "closed"]);
        events.Select(it => it.Version).ShouldBe([1, 2, 3]);
        (await store.AppendAsync(Metro, old, new Counted(2))).Version.ShouldBe(4);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_stream_that_exists_and_was_not_named_is_a_conflict_and_nothing_is_stored(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("lama"));
        await using var transaction = await store.BeginAsync(store.NewId());

        var conflict = await Should.ThrowAsync<AppendConflictException>(
            transaction.AppendBulkAsync(new([Of(store.NewId(), new Opened("baru"), 1), Of(stream, new Closed(), 2)]), default));

        conflict.Constraint.ShouldBe("pkey_mt_streams_tenant_id_id");
        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(1);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_named_stream_that_moved_on_is_a_conflict(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        await using var slower = await store.BeginAsync(stream);
        await store.AppendAsync(Metro, stream, new Counted(1));

        var conflict = await Should.ThrowAsync<AppendConflictException>(
            slower.AppendBulkAsync(new([Of(stream, new Counted(2), 2)]), default));

        conflict.Constraint.ShouldBe("pk_mt_events_stream_and_version");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task The_callers_rows_and_guards_hold_together_with_the_events(int version)
    {
        await using var store = await CreateAsync(version);
        await store.ScalarAsync<string>("""
            create table pst.held (locker int primary key, note text);
            grant select, insert on pst.held to pst_app;
            select ''
            """);
        BulkAppend Holding(Guid stream, int locker) => new([Of(stream, new Opened("loker"), locker)])
        {
            Guards = [Statement.Of("insert into pst.held values (7)")],
            Rows = [new("pst.held", ["note", "locker"], [[null, locker], ["dua", locker + 1]])],
        };
        await using (var transaction = await store.BeginAsync())
            await transaction.AppendBulkAsync(Holding(store.NewId(), 8), default);
        await using var refused = await store.BeginAsync();

        (await Should.ThrowAsync<AppendConflictException>(refused.AppendBulkAsync(Holding(store.NewId(), 20), default)))
            .Constraint.ShouldBe("held_pkey");

        (await store.ScalarAsync<string>("select string_agg(concat(locker, note), ' ' order by locker) from pst.held"))
            .ShouldBe("7 8 9dua");
        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(1);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task One_connection_carries_many_of_them_and_keeps_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        for (var round = 0; round < 3; round++)
            await using (var transaction = await store.BeginAsync())
                await transaction.AppendBulkAsync(new([Of(store.NewId(), new Counted(round), round)]), default);

        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(3);
        (await store.ScalarAsync<long>("select count(*) from pst.mt_streams")).ShouldBe(3);
    }

    static BulkEvent Of(Guid stream, object data, int number) =>
        new(stream, new Guid(number, 1, 0, new byte[8]), new(data, Told));
}
