using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class AppendTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task What_was_appended_is_read_back(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        var envelope = new Envelope(Morning.ToUniversalTime(), "petugas")
        {
            Late = true,
            Role = "supervisor",
            Device = "kiosk-1",
            Correlation = "trace",
            Causation = "command",
        };
        await using var transaction = await store.BeginAsync(stream);
        var head = (await transaction.AppendAsync(new([new(stream, [new(new Opened("pagi"), envelope)])]), default)).Streams.Single();

        var stored = (await store.Streams.ReadAsync(Metro, stream, default)).Single();

        stored.ShouldBe(new(Metro, stream, 1, head.Sequence, "opened", new Opened("pagi"), envelope, head.Recorded));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Sequence_numbers_rise_with_the_versions_and_all_share_one_moment(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        var head = await store.AppendAsync(Metro, stream, [.. Enumerable.Range(1, 50).Select(number => new Counted(number))]);

        var events = await store.Streams.ReadAsync(Metro, stream, default);

        head.Version.ShouldBe(50);
        events.Select(it => it.Version).ShouldBe(Enumerable.Range(1, 50).Select(it => (long)it));
        events.Select(it => ((Counted)it.Data).Number).ShouldBe(Enumerable.Range(1, 50));
        events.Select(it => it.Sequence).ShouldBeInOrder();
        events.Select(it => it.Recorded).Distinct().Single().ShouldBe(head.Recorded);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task The_slower_of_two_appends_is_a_conflict_and_leaves_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        await using var slower = await store.BeginAsync(stream);
        await store.AppendAsync(Metro, stream, new Counted(1));

        var conflict = await Should.ThrowAsync<AppendConflictException>(
            slower.AppendAsync(Of(stream, new Counted(2)) with { Receipt = new([1]) }, default));

        conflict.Constraint.ShouldBe("pk_mt_events_stream_and_version");
        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(2);
        (await store.ScalarAsync<long>("select version from pst.mt_streams")).ShouldBe(2);
        (await store.ScalarAsync<long>("select count(*) from pst.command")).ShouldBe(0);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Two_who_begin_the_same_stream_are_a_conflict(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await using var slower = await store.BeginAsync(stream);
        await store.AppendAsync(Metro, stream, new Opened("pagi"));

        var conflict = await Should.ThrowAsync<AppendConflictException>(slower.AppendAsync(Of(stream, new Opened("siang")), default));

        conflict.Constraint.ShouldBe("pkey_mt_streams_tenant_id_id");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Several_streams_move_together_or_not_at_all(int version)
    {
        await using var store = await CreateAsync(version);
        var (first, second) = (store.NewId(), store.NewId());
        await store.AppendAsync(Metro, first, new Opened("satu"));
        await using var slower = await store.BeginAsync(first, second);
        await using (var faster = await store.BeginAsync(first, second))
        {
            var both = new Append([new(first, [By(new Closed())]), new(second, [By(new Opened("dua")), By(new Closed())])]);
            (await faster.AppendAsync(both, default)).Streams.Select(it => it.Version).ShouldBe([2, 2]);
        }

        await Should.ThrowAsync<AppendConflictException>(
            slower.AppendAsync(new([new(second, [By(new Opened("dua"))]), new(first, [By(new Closed())])]), default));

        (await store.ScalarAsync<long>("select count(*) from pst.mt_events")).ShouldBe(4);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Nothing_is_recorded_before_what_stands_before_it(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        // As by a server whose clock was set back since.
        await store.ScalarAsync<string>("""
            update pst.mt_streams set version = 2;
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id)
            select nextval('pst.mt_events_sequence'), gen_random_uuid(), id, 2, '{"Number": 1}', 'counted', '2100-01-01Z', tenant_id
            from pst.mt_streams returning 'written'
            """);

        var head = await store.AppendAsync(Metro, stream, new Closed());

        head.Recorded.ShouldBe(new(2100, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_transaction_ends_with_its_first_append(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await using var transaction = await store.BeginAsync(stream);
        await transaction.AppendAsync(Of(stream, new Opened("pagi")), default);

        await Should.ThrowAsync<InvalidOperationException>(transaction.AppendAsync(Of(stream, new Closed()), default));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task What_is_not_appended_has_not_happened(int version)
    {
        await using var store = await CreateAsync(version);
        await using (await store.BeginAsync(store.NewId()))
        {
        }

        (await store.ScalarAsync<long>(
            "select count(*) from pg_stat_activity where state like 'idle in%' and datname = current_database()")).ShouldBe(0);
    }
}
