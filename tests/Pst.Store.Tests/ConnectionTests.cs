using Npgsql;
using Pst.EventStore;

namespace Pst.Store.Tests;

public sealed class ConnectionTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task A_connection_keeps_its_role_from_one_use_to_the_next(int version)
    {
        await using var store = await TestStore.CreateAsync(version);
        await using var app = Single(store.App);

        for (var use = 0; use < 3; use++)
            (await AskAsync(app, "select current_user || ' ' || current_setting('lock_timeout')")).ShouldBe("pst_app 4s");
        (await AskAsync(store.Worker, "select current_user")).ShouldBe("pst_worker");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_transaction_left_open_is_undone_before_the_next_use(int version)
    {
        await using var store = await TestStore.CreateAsync(version);
        await using var app = Single(store.App);
        foreach (var left in (string[])["begin; select set_config('pst.office', '1872', true)", "begin; select 1/0"])
        {
            await using (var connection = await app.OpenConnectionAsync())
            {
                await using var command = new NpgsqlCommand(left, connection);
                try
                {
                    await command.ExecuteNonQueryAsync();
                }
                catch (PostgresException failed)
                {
                    failed.SqlState.ShouldBe(PostgresErrorCodes.DivisionByZero);
                }
            }

            (await AskAsync(app, "select coalesce(current_setting('pst.office', true), '')")).ShouldBe("");
        }
    }

    // One connection, so that every use is the same one.
    static NpgsqlDataSource Single(NpgsqlDataSource source) =>
        NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(source.ConnectionString) { MaxPoolSize = 1 });

    static async Task<string?> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
