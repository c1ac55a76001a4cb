namespace Pst.Web.Database;

/// <summary>
/// A PostgreSQL of the program's own: made at the first start, reached through a Unix socket only, started again when it dies,
/// taken over when an earlier run of the program was killed, stopped with the program.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    /// <summary>The database that is there from the start.</summary>
    public const string Database = "pst";

    readonly FolderLock taken;
    readonly DatabaseServer server;
    readonly CancellationTokenSource stopping = new();
    readonly Task watching;

    EmbeddedPostgres(FolderLock taken, DatabaseServer server, ILogger log)
    {
        (this.taken, this.server) = (taken, server);
        watching = server.WatchAsync(log, stopping.Token);
    }

    /// <summary>Signs in to <see cref="Database"/> with every right.</summary>
    public string ConnectionString => server.ConnectionTo(Database);

    /// <summary>The server's first process, or null in the moment between its death and its next start.</summary>
    public int? ProcessId => server.Process.Running;

    /// <summary>Starts the database in a folder, with lines for its configuration beside our own.</summary>
    /// <exception cref="DatabaseRefusedException">
    /// Another program has it, or another version of PostgreSQL made it. Nothing was changed.
    /// </exception>
    public static async Task<EmbeddedPostgres> StartAsync(
        string folder, PostgresBinaries binaries, IReadOnlyDictionary<string, string> settings, ILogger log, CancellationToken cancel)
    {
        RefuseOtherVersion(folder, binaries);
        var opened = DatabaseFolder.Open(folder);
        var taken = FolderLock.Take(opened.Path);
        try
        {
            var server = await DatabaseServer.OpenAsync(opened, binaries, settings, cancel);
            await server.MakeDatabaseAsync(Database, cancel);
            return new(taken, server, log);
        }
        catch
        {
            taken.Dispose();
            throw;
        }
    }

    /// <summary>Signs in to the server that another program runs on the folder, once it answers; null when none runs there.</summary>
    public static async Task<string?> RunningInAsync(string folder, CancellationToken cancel)
    {
        var process = new Postmaster(Cluster.In(folder));
        while (process is { Running: not null, SocketFolder: { } socket })
        {
            var running = DatabaseServer.ConnectionTo(Database, socket);
            if (await DatabaseServer.AnswersAsync(running, cancel))
                return running;
            await Task.Delay(20, cancel);
        }
        return null;
    }

    /// <summary>Ends every session and stops within a moment; without a checkpoint the next start recovers what was written.</summary>
    public async Task StopAsync(bool checkpoint)
    {
        await stopping.CancelAsync();
        await watching.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing); // it ends by being called off
        await server.StopAsync(checkpoint);
        taken.Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(checkpoint: true);
        stopping.Dispose();
    }

    static void RefuseOtherVersion(string folder, PostgresBinaries binaries)
    {
        if (Cluster.VersionIn(folder) is { } made && made != binaries.Version)
            throw new DatabaseRefusedException(
                $"The database in {folder} was made by PostgreSQL {made}, and this is PostgreSQL {binaries.Version}. "
                + $"Nothing was changed. Install PostgreSQL {made}, or move the data with pg_dump (docs/operations.md).");
    }
}
