using Npgsql;
using Pst.EventStore;
using Pst.Web.Database;
using Pst.Web.Hosting;

namespace Pst.Web.Commands;

/// <summary>The database for a command that works beside the program, or without it.</summary>
internal sealed class OpenDatabase : IAsyncDisposable
{
    readonly DatabaseSource source;
    readonly PstDatabase roles;

    OpenDatabase(DatabaseSource source)
    {
        (this.source, roles) = (source, new PstDatabase(source.ConnectionString));
        (Log, Sequencer) = (new EventLog(Worker, StoredEvents.Types), new Sequencer(Worker));
    }

    /// <summary>With every right.</summary>
    public string ConnectionString => source.ConnectionString;

    /// <summary>As both roles.</summary>
    public PstDatabase Roles => roles;

    public NpgsqlDataSource Worker => roles.Worker;
    public EventLog Log { get; }
    public Sequencer Sequencer { get; }

    /// <exception cref="DatabaseRefusedException">It cannot be opened; the message tells the operator what to do.</exception>
    /// <exception cref="PostgresFailedException">PostgreSQL does not start.</exception>
    public static async Task<OpenDatabase> JoinAsync(IConfiguration configuration, CancellationToken cancel)
    {
        using var silent = LoggerFactory.Create(_ => { });
        return new(await DatabaseSource.JoinAsync(configuration, silent.CreateLogger("Pst"), cancel));
    }

    public async ValueTask DisposeAsync()
    {
        Sequencer.Dispose();
        await roles.DisposeAsync();
        await source.DisposeAsync();
    }
}
