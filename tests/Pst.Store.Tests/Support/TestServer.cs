using Npgsql;

namespace Pst.Store.Tests;

static class TestServer
{
    static int made;

    internal static async Task<string> CreateDatabaseAsync(int version)
    {
        var server = $"Host=127.0.0.1;Port=55{version};Username=postgres;Maximum Pool Size=40";
        var name = $"t{Environment.ProcessId}_{Interlocked.Increment(ref made)}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name}", connection);
        await create.ExecuteNonQueryAsync();
        return $"{server};Database={name}";
    }
}
