using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

/// <summary>What a caller sends along in the store's two round trips.</summary>
public sealed class BatchTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task Lock_and_facts_are_read_in_the_first_round_trip(int version)
    {
        await using var store = await CreateAsync(version);
        var read = new List<int>();
        BatchQuery Number(int number) => new(new($"select {number}"), async (rows, cancel) =>
        {
            await rows.ReadAsync(cancel);
            read.Add(rows.GetInt32(0));
        });

        await using var transaction = await store.Streams.BeginAsync(
            new(Metro, store.NewId(), [store.NewId()]) { Lock = Number(1), Facts = [Number(2), Number(3)] }, default);

        read.ShouldBe([1, 2, 3]);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_guard_that_is_violated_takes_the_events_with_it(int version)
    {
        await using var store = await CreateAsync(version);
        await store.ScalarAsync<string>("""
            create table pst.held (locker int primary key);
            grant insert on pst.held to pst_app;
            select ''
            """);
        var (first, second) = (store.NewId(), store.NewId());
        Append Holding(Guid stream) => Of(stream, new Opened("loker")) with { Guards = [Statement.Of("insert into pst.held values (7)")] };
        await using (var transaction = await store.BeginAsync(first))
            await transaction.AppendAsync(Holding(first), default);
        await using var refused = await store.BeginAsync(second);

        (await Should.ThrowAsync<AppendConflictException>(refused.AppendAsync(Holding(second), default))).Constraint.ShouldBe("held_pkey");

        (await store.Streams.ReadAsync(Metro, second, default)).ShouldBeEmpty();
    }
}
