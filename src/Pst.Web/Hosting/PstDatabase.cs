using Npgsql;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Hosting;

/// <summary>How the program signs in to its database, with the right to make the schema; only what no role may does so.</summary>
public sealed record DatabaseLogin(string ConnectionString);

/// <summary>The database as the two roles see it: requests work as <see cref="App"/> in one office, workers in all.</summary>
public sealed class PstDatabase(string connectionString) : IAsyncDisposable
{
    public NpgsqlDataSource App { get; } = DataSources.App(connectionString);
    public NpgsqlDataSource Worker { get; } = DataSources.Worker(connectionString);

    /// <summary>Brings the database to this program's schema.</summary>
    public static Task MigrateAsync(string connectionString, CancellationToken cancel) =>
        Migrator.MigrateAsync(
            connectionString,
            [
                .. Migration.From(typeof(Migration).Assembly), .. Migration.From(typeof(GuardSql).Assembly),
                .. Migration.From(typeof(PstDatabase).Assembly),
            ],
            cancel);

    public async ValueTask DisposeAsync()
    {
        await App.DisposeAsync();
        await Worker.DisposeAsync();
    }
}
