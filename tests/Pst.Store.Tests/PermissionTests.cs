using Npgsql;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class PermissionTests
{
    static readonly string[] Changes =
    [
        "update pst.mt_events set type = 'other'",
        "delete from pst.mt_events",
        "truncate pst.mt_events",
        "delete from pst.mt_streams",
        "truncate pst.mt_streams cascade",
        "update pst.log_note set hash = ''",
        "delete from pst.log_note",
        "truncate pst.log_note",
        "update pst.log_leaf set hash = ''",
        "delete from pst.log_leaf",
        "truncate pst.log_leaf",
    ];

    static readonly string[] OwnersOnly =
    [
        "insert into pst.log_note values (99, '1', '')",
        "update pst.mt_streams set type = 'other'",
        "update pst.command set answer = 'other'",
        "alter table pst.mt_events disable trigger all",
    ];

    [Theory, InlineData(15), InlineData(18)]
    public async Task Neither_role_changes_what_was_recorded(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));

        foreach (var sql in Changes.Concat(OwnersOnly))
            foreach (var role in (NpgsqlDataSource[])[store.App, store.Worker])
                (await RefusedAsync(role, sql)).ShouldBe(PostgresErrorCodes.InsufficientPrivilege, sql);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Not_even_the_owner_changes_what_was_recorded(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));
        await using var owner = NpgsqlDataSource.Create(store.ConnectionString);

        foreach (var sql in Changes)
            (await RefusedAsync(owner, sql)).ShouldBe("PST01", sql);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_office_sees_and_writes_its_own_streams_only(int version)
    {
        await using var store = await CreateAsync(version);
        var stream = store.NewId();
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        await using (var transaction = await store.BeginAsync(store.NewId()))
            await transaction.AppendAsync(new([]) { Receipt = new([1]) }, default);

        foreach (var table in (string[])["mt_events", "mt_streams", "command"])
        {
            (await RunAsync(store.App, Metro, $"select from pst.{table}")).ShouldBe(1, table);
            (await RunAsync(store.App, Bima, $"select from pst.{table}")).ShouldBe(0, table);
            (await RunAsync(store.Worker, null, $"select from pst.{table}")).ShouldBe(1, table);
        }

        (await RunAsync(store.App, Bima, "update pst.mt_streams set version = 9")).ShouldBe(0);
        var written = await Should.ThrowAsync<PostgresException>(
            RunAsync(store.App, Bima, $"insert into pst.mt_streams (tenant_id, id, version) values ('{Metro}', gen_random_uuid(), 1)"));
        written.SqlState.ShouldBe(PostgresErrorCodes.InsufficientPrivilege);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Who_names_no_office_sees_nothing(int version)
    {
        await using var store = await CreateAsync(version);
        await store.AppendAsync(Metro, store.NewId(), new Opened("pagi"));
        await using var connection = await store.App.OpenConnectionAsync();

        (await RunAsync(connection, null, "select from pst.mt_events")).ShouldBe(0);
        (await RunAsync(connection, Metro, "select from pst.mt_events")).ShouldBe(1);
        // The office went with its transaction; the next one on this connection has none again.
        (await RunAsync(connection, null, "select from pst.mt_events")).ShouldBe(0);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Every_table_with_a_tenant_has_its_wall(int version)
    {
        await using var store = await CreateAsync(version);

        var open = await store.ScalarAsync<string>("""
            select coalesce(string_agg(c.oid::regclass::text, ', '), 'none')
            from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id'
            where c.relkind = 'r' and c.relnamespace = 'pst'::regnamespace and not c.relrowsecurity
            """);

        open.ShouldBe("none");
    }

    static async Task<string> RefusedAsync(NpgsqlDataSource role, string sql) =>
        (await Should.ThrowAsync<PostgresException>(RunAsync(role, Metro, sql), sql)).SqlState;

    static async Task<int> RunAsync(NpgsqlDataSource role, string? office, string sql)
    {
        await using var connection = await role.OpenConnectionAsync();
        return await RunAsync(connection, office, sql);
    }

    /// <summary>How many rows were read or changed.</summary>
    static async Task<int> RunAsync(NpgsqlConnection connection, string? office, string sql)
    {
        await using var batch = new NpgsqlBatch(connection);
        if (office is not null)
            batch.BatchCommands.Add(new($"select set_config('pst.office', '{office}', true)"));
        batch.BatchCommands.Add(new(sql));
        await using (var rows = await batch.ExecuteReaderAsync())
        {
            while (await rows.NextResultAsync())
            {
            }
        }

        return (int)batch.BatchCommands[^1].Rows;
    }
}
