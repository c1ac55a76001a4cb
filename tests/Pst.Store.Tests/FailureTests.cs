using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class FailureTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task A_connection_lost_in_the_commit_leaves_the_outcome_unknown(int version)
    {
        await using var store = await CreateAsync(version);
        await store.ScalarAsync<string>("""
            create function pst.die() returns boolean language sql security definer return pg_terminate_backend(pg_backend_pid());
            select ''
            """);
        var stream = store.NewId();
        await using var transaction = await store.BeginAsync(stream);
        var dying = Of(stream, new Opened("pagi")) with { Guards = [new NpgsqlBatchCommand("select pst.die()")] };

        await Should.ThrowAsync<OutcomeUnknownException>(transaction.AppendAsync(dying, default));

        (await store.Streams.ReadAsync(Metro, stream, default)).ShouldBeEmpty();
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_lock_that_is_not_to_be_had_in_time_is_busy(int version)
    {
        await using var store = await CreateAsync(version);
        await store.ScalarAsync<string>("""
            create table pst.office (code int);
            insert into pst.office values (1);
            grant select, update on pst.office to pst_app;
            select ''
            """);
        var opening = new Opening(Metro, store.NewId(), [])
        {
            Lock = Asking("select set_config('lock_timeout', '50', true)"),
            Facts = [Asking("select code from pst.office for update")],
        };
        await using var first = await store.Streams.BeginAsync(opening, default);

        var second = store.Streams.BeginAsync(opening, default);

        await Should.ThrowAsync<StoreBusyException>(second);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Who_decides_too_long_loses_the_lock_and_has_stored_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        var opening = new Opening(Metro, store.NewId(), [stream])
        {
            Facts = [Asking("select set_config('idle_in_transaction_session_timeout', '20', true)")],
        };
        await using var transaction = await store.Streams.BeginAsync(opening, default);
        await store.ScalarAsync<string>("""
            do $$ begin
                while exists (select from pg_stat_activity where datname = current_database() and state = 'idle in transaction') loop
                    perform pg_sleep(0.01), pg_stat_clear_snapshot();
                end loop;
            end $$;
            select ''
            """);

        // Whether the server's last word is still heard depends on who closes the connection first.
        var failure = await Should.ThrowAsync<Exception>(transaction.AppendAsync(Of(stream, new Opened("pagi")), default));

        (failure is StoreBusyException or OutcomeUnknownException).ShouldBeTrue(failure.ToString());
        (await store.Streams.ReadAsync(Metro, stream, default)).ShouldBeEmpty();
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_database_that_is_not_there_is_busy(int version)
    {
        await using var store = await CreateAsync(version);
        await using var nowhere = DataSources.App(new NpgsqlConnectionStringBuilder(store.ConnectionString) { Port = 1 }.ConnectionString);

        await Should.ThrowAsync<StoreBusyException>(new Streams(nowhere, Types).BeginAsync(new(Metro, store.NewId(), []), default));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Who_gives_up_before_the_append_has_stored_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await using var transaction = await store.BeginAsync(stream);

        await Should.ThrowAsync<OperationCanceledException>(transaction.AppendAsync(Of(stream, new Opened("pagi")), new(canceled: true)));

        (await store.Streams.ReadAsync(Metro, stream, default)).ShouldBeEmpty();
    }

    static BatchQuery Asking(string sql) => new(new(sql), (_, _) => Task.CompletedTask);
}
