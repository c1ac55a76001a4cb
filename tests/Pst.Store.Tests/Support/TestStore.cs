using System.Globalization;
using System.Text.Json;
using Npgsql;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Store.Tests;

/// <summary>A new database with the store's schema, as both roles see it.</summary>
sealed class TestStore : IAsyncDisposable
{
    internal const string Metro = "1872", Bima = "5272";

    internal static readonly EventTypes Types = new(JsonSerializerOptions.Default, typeof(Opened), typeof(Counted), typeof(Closed));
    internal static readonly DateTimeOffset Morning = new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(7));

    int ids;

    TestStore(string connectionString) =>
        (ConnectionString, App, Worker) = (connectionString, DataSources.App(connectionString), DataSources.Worker(connectionString));

    internal string ConnectionString { get; }
    internal NpgsqlDataSource App { get; }
    internal NpgsqlDataSource Worker { get; }
    internal Streams Streams => new(App, Types);
    internal EventLog Log => new(Worker, Types);

    internal static async Task<TestStore> CreateAsync(int version)
    {
        var connectionString = await PostgresServer.CreateDatabaseAsync(version);
        await Migrator.MigrateAsync(connectionString, Migration.From(typeof(Migrator).Assembly), default);
        return new(connectionString);
    }

    /// <summary>An id that no test has seen before, the same in every run.</summary>
    internal Guid NewId() => new(Interlocked.Increment(ref ids), 0, 0, new byte[8]);

    internal Task<StreamTransaction> BeginAsync(params IReadOnlyList<Guid> streams) =>
        Streams.BeginAsync(new(Metro, NewId(), streams), default);

    internal async Task<StreamHead> AppendAsync(string tenant, Guid stream, params IReadOnlyList<object> events)
    {
        await using var transaction = await Streams.BeginAsync(new(tenant, NewId(), [stream]), default);
        return (await transaction.AppendAsync(Of(stream, events), default)).Streams.Single();
    }

    internal static Append Of(Guid stream, params IReadOnlyList<object> events) => new([new(stream, [.. events.Select(By)])]);

    internal static EventToAppend By(object data) => new(data, new(Morning, "petugas"));

    /// <summary>As the login itself, past every right and policy.</summary>
    internal async Task<T> ScalarAsync<T>(string sql)
    {
        await using var connection = new NpgsqlConnection(ConnectionString);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return (T)Convert.ChangeType((await command.ExecuteScalarAsync())!, typeof(T), CultureInfo.InvariantCulture);
    }

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Worker.DisposeAsync();
        await using var pool = new NpgsqlConnection(ConnectionString);
        NpgsqlConnection.ClearPool(pool);
    }
}
