using System.Collections.Concurrent;

namespace Pst.Testing;

/// <summary>One PostgreSQL a version for the whole test run: started when first asked for, stopped when the run ends.</summary>
public static class PostgresServer
{
    static readonly ConcurrentDictionary<int, Lazy<Task<TemporaryPostgres>>> Servers = new();

    /// <summary>A new empty database's connection string, with every right.</summary>
    public static async Task<string> CreateDatabaseAsync(int version = 18) => await (await StartedAsync(version)).CreateDatabaseAsync();

    /// <summary>The same with the program's schema.</summary>
    public static async Task<string> CreateMigratedAsync(int version = 18) => await (await StartedAsync(version)).CreateMigratedAsync();

    static Task<TemporaryPostgres> StartedAsync(int version) =>
        Servers.GetOrAdd(version, wanted => new(() => TemporaryPostgres.StartAsync(wanted, TemporaryPostgres.Fast))).Value;

    // The run ends with its process, and nothing can be awaited there.
    static PostgresServer() => AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        Task.WaitAll(Servers.Values.Where(it => it.IsValueCreated).Select(async it => await (await it.Value).DisposeAsync()));
}
