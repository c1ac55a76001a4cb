using Npgsql;
using static Npgsql.PostgresErrorCodes;

namespace Pst.Web.Database;

/// <summary>A server that is kept running on a folder.</summary>
sealed class DatabaseServer
{
    const int FailuresBeforeGivingUp = 10;

    readonly DatabaseFolder folder;
    readonly Cluster cluster;
    readonly string socketFolder;

    DatabaseServer(DatabaseFolder folder, PostgresBinaries binaries)
    {
        this.folder = folder;
        cluster = new(folder.Path, binaries, folder.Account);
        socketFolder = folder.ForSocket();
        Process = new(cluster.Folder);
    }

    internal Postmaster Process { get; }

    Dictionary<string, string> OwnSettings => new()
    {
        ["listen_addresses"] = "",
        ["port"] = "5432",
        ["unix_socket_directories"] = $"\"{socketFolder}\"",
        ["unix_socket_permissions"] = "0700",
        ["max_connections"] = "200",
        ["timezone"] = "UTC",
        ["log_checkpoints"] = "off",
        // Its errors reach us by the connection; in a file they would only keep people's data that stood in a statement.
        ["log_min_messages"] = "log",
    };

    internal static async Task<DatabaseServer> OpenAsync(
        DatabaseFolder folder, PostgresBinaries binaries, IReadOnlyDictionary<string, string> settings, CancellationToken cancel)
    {
        var server = new DatabaseServer(folder, binaries);
        if (Cluster.VersionIn(folder.Path) is null)
            await server.cluster.MakeAsync(durable: settings.GetValueOrDefault("fsync") != "off", cancel);
        // A server that survived its program serves on, unless it was started with other settings.
        if (await server.cluster.ConfigureAsync([.. server.OwnSettings, .. settings], cancel))
            await server.Process.StopAsync(checkpoint: true);
        await server.EnsureRunningAsync(cancel);
        return server;
    }

    /// <summary>A connection as the role that may do everything.</summary>
    internal string ConnectionTo(string database) => ConnectionTo(database, socketFolder);

    internal static string ConnectionTo(string database, string socketFolder) =>
        new NpgsqlConnectionStringBuilder { Host = socketFolder, Username = Cluster.Role, Database = database }.ConnectionString;

    internal async Task MakeDatabaseAsync(string name, CancellationToken cancel)
    {
        await using var connection = await ConnectAsync(cancel);
        await using var find = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection);
        find.Parameters.Add(new() { Value = name });
        if (await find.ExecuteScalarAsync(cancel) is not null)
            return;
        await using var make = new NpgsqlCommand($"create database {name}", connection);
        await make.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Only an answer shows that it is ready: a process may be a zombie, or recovering, or about to make the database.</summary>
    internal static async Task<bool> AnswersAsync(string connectionString, CancellationToken cancel)
    {
        try
        {
            await using var connection = await ConnectAsync(connectionString, cancel);
            return true;
        }
        catch (NpgsqlException notYet) when (notYet is not PostgresException { SqlState: not (CannotConnectNow or InvalidCatalogName) })
        {
            return false;
        }
    }

    /// <summary>Stops the server; see <see cref="Postmaster.StopAsync"/>.</summary>
    internal async Task StopAsync(bool checkpoint)
    {
        await Process.StopAsync(checkpoint);
        if (socketFolder != folder.Path && Directory.Exists(socketFolder))
            Directory.Delete(socketFolder, recursive: true);
    }

    /// <summary>Starts the server again whenever it ends, until the watch is called off.</summary>
    internal async Task WatchAsync(ILogger log, CancellationToken stopping)
    {
        while (true)
        {
            try
            {
                await EnsureRunningAsync(stopping);
                await UntilItEndsAsync(stopping);
            }
            catch (Exception lost) when (lost is NpgsqlException or PostgresFailedException)
            {
                log.LogWarning(lost, "PostgreSQL has gone and is started again.");
                await Task.Delay(100, stopping);
            }
        }
    }

    // An open connection breaks in the moment in which the server ends.
    async Task UntilItEndsAsync(CancellationToken stopping)
    {
        await using var connection = await ConnectAsync(stopping);
        while (true)
            await connection.WaitAsync(stopping);
    }

    async Task EnsureRunningAsync(CancellationToken cancel)
    {
        for (var failures = 0; !await AnswersAsync(ConnectionTo("postgres"), cancel);)
        {
            if (Process.Running is not null)
                await Task.Delay(20, cancel);
            else if (!await StartsAsync(mayFail: ++failures < FailuresBeforeGivingUp))
                await Task.Delay(500, cancel);
        }
    }

    // After a crash the dead server's last sessions may hold its memory for a moment, and the start fails until they have ended.
    async Task<bool> StartsAsync(bool mayFail)
    {
        try
        {
            Process.ForgetTheDead();
            await cluster.StartAsync();
            return true;
        }
        catch (PostgresFailedException) when (mayFail)
        {
            return false;
        }
    }

    Task<NpgsqlConnection> ConnectAsync(CancellationToken cancel) => ConnectAsync(ConnectionTo("postgres"), cancel);

    static async Task<NpgsqlConnection> ConnectAsync(string connectionString, CancellationToken cancel)
    {
        var connection = new NpgsqlConnection(connectionString + ";Pooling=false;Application Name=Pst watch");
        await connection.OpenAsync(cancel);
        return connection;
    }
}
