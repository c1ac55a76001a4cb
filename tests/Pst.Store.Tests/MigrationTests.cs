using Npgsql;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Store.Tests;

public sealed class MigrationTests
{
    static readonly IReadOnlyList<Migration> Own = Migration.From(typeof(Migrator).Assembly);

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_login_that_owns_the_database_and_may_create_roles_suffices(int version)
    {
        await using var server = await TemporaryPostgres.StartAsync(version, new Dictionary<string, string>(TemporaryPostgres.Fast)
        {
            ["hba_file"] = await EverybodyAsync(),
        });
        var admin = await server.CreateDatabaseAsync();
        await RunAsync(admin, "create role petugas login createrole");
        await RunAsync(admin, $"alter database {new NpgsqlConnectionStringBuilder(admin).Database} owner to petugas");
        var own = new NpgsqlConnectionStringBuilder(admin) { Username = "petugas" }.ConnectionString;

        await Migrator.MigrateAsync(own, Own, default);
        await Migrator.MigrateAsync(own, Own, default);

        await using var app = DataSources.App(own);
        await using var worker = DataSources.Worker(own);
        (await AskAsync(app, "select current_user")).ShouldBe("pst_app");
        (await AskAsync(worker, "select current_user")).ShouldBe("pst_worker");
        (await AskAsync(worker, """
            select string_agg(nspname || ' ' || nspowner::regrole, ', ' order by nspname)
            from pg_namespace where nspname in ('pst', 'read', 'vault', 'identity', 'library')
            """)).ShouldBe("identity pst_owner, library pst_owner, pst pst_owner, read pst_owner, vault pst_owner");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Nodes_that_start_together_migrate_once(int version)
    {
        var database = await PostgresServer.CreateDatabaseAsync(version);

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Migrator.MigrateAsync(database, Own, default)));

        await using var worker = DataSources.Worker(database);
        (await AskAsync(worker, "select count(*) from pst.mt_events")).ShouldBe("0");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Databases_of_one_server_may_be_made_at_the_same_time(int version)
    {
        var databases = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostgresServer.CreateDatabaseAsync(version)));

        await Task.WhenAll(databases.Select(it => Migrator.MigrateAsync(it, Own, default)));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Others_add_their_own_after_the_stores(int version)
    {
        var database = await PostgresServer.CreateDatabaseAsync(version);
        var later = new Migration("Later/001_note", "create table read.note (text text); grant select on read.note to pst_app");
        await Migrator.MigrateAsync(database, Own, default);

        await Migrator.MigrateAsync(database, [.. Own, later], default);
        await Migrator.MigrateAsync(database, [.. Own, later], default);

        await using var app = DataSources.App(database);
        (await AskAsync(app, "select count(*) from read.note")).ShouldBe("0");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_migration_that_fails_leaves_the_database_as_it_was(int version)
    {
        var database = await PostgresServer.CreateDatabaseAsync(version);

        var wrong = new Migration("Later/001_wrong", "select 1/0");
        await Should.ThrowAsync<PostgresException>(Migrator.MigrateAsync(database, [.. Own, wrong], default));

        await using var source = NpgsqlDataSource.Create(database);
        (await AskAsync(source, "select to_regnamespace('pst') is null")).ShouldBe("True");
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task A_migration_that_was_changed_after_it_ran_is_refused(int version)
    {
        var database = await PostgresServer.CreateDatabaseAsync(version);
        await Migrator.MigrateAsync(database, Own, default);

        var refused = await Should.ThrowAsync<InvalidOperationException>(
            Migrator.MigrateAsync(database, [Own[0] with { Sql = Own[0].Sql + " " }], default));

        refused.Message.ShouldContain("Pst.EventStore/001_schemas");
    }

    // The embedded server lets in its owner only, by the name of his account.
    static async Task<string> EverybodyAsync()
    {
        var file = Path.Combine(Directory.CreateDirectory(await TemporaryFolder.NameAsync()).FullName, "everybody.conf");
        await File.WriteAllTextAsync(file, "local all all trust\n");
        return file;
    }

    static async Task RunAsync(string database, string sql)
    {
        await using var source = NpgsqlDataSource.Create(database);
        await AskAsync(source, sql);
    }

    static async Task<string?> AskAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (await command.ExecuteScalarAsync())?.ToString();
    }
}
