using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pst.Web.Database;
using Pst.Web.Hosting;

namespace Pst.Testing;

/// <summary>A PostgreSQL of version 15 (the machine's) or 18 (npm's) in a folder that goes with it.</summary>
public sealed class TemporaryPostgres : IAsyncDisposable
{
    /// <summary>For tests, many at one server, that lose nothing when it is killed, but not when the machine is.</summary>
    public static readonly IReadOnlyDictionary<string, string> Fast =
        new Dictionary<string, string> { ["fsync"] = "off", ["max_connections"] = "400" };

    /// <summary>As in the field: what was committed is on the disk.</summary>
    public static readonly IReadOnlyDictionary<string, string> Durable = new Dictionary<string, string>();

    readonly string folder;
    readonly EmbeddedPostgres server;
    readonly Lazy<Task<string>> migrated;
    int databases;

    TemporaryPostgres(string folder, EmbeddedPostgres server)
    {
        (this.folder, this.server) = (folder, server);
        migrated = new(MigrateOneAsync);
    }

    /// <summary>The server's first process, for tests that kill it.</summary>
    public int? ProcessId => server.ProcessId;

    public static async Task<TemporaryPostgres> StartAsync(int version, IReadOnlyDictionary<string, string> settings)
    {
        var binaries = await BinariesAsync(version);
        var folder = await TemporaryFolder.NameAsync();
        return new(folder, await EmbeddedPostgres.StartAsync(folder, binaries, settings, NullLogger.Instance, CancellationToken.None));
    }

    /// <summary>A missing version fails the test: a proof that is left out proves nothing.</summary>
    public static async Task<PostgresBinaries> BinariesAsync(int version) =>
        (await PostgresBinaries.FindAsync(CancellationToken.None)).FirstOrDefault(it => it.Version == version)
        ?? throw new InvalidOperationException(version == 18
            ? $"PostgreSQL 18 is missing: run `npm ci --ignore-scripts` in {Shared.Root}."
            : $"PostgreSQL {version} is missing: run `sudo apt-get install postgresql-{version}`.");

    /// <summary>A new empty database.</summary>
    public Task<string> CreateDatabaseAsync() => CreateDatabaseAsync("template1");

    /// <summary>A new database with the program's schema: a copy of one that was brought to it once.</summary>
    public async Task<string> CreateMigratedAsync() => await CreateDatabaseAsync(await migrated.Value);

    async Task<string> CreateDatabaseAsync(string template)
    {
        var name = $"test{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(server.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} template {template}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(server.ConnectionString) { Database = name }.ConnectionString;
    }

    async Task<string> MigrateOneAsync()
    {
        var database = await CreateDatabaseAsync();
        await PstDatabase.MigrateAsync(database, CancellationToken.None);
        NpgsqlConnection.ClearAllPools(); // what is in use by somebody is not copied
        return new NpgsqlConnectionStringBuilder(database).Database!;
    }

    public async ValueTask DisposeAsync()
    {
        await server.StopAsync(checkpoint: false);
        Directory.Delete(folder, recursive: true);
    }
}
