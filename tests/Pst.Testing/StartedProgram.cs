using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using Pst.Web.Database;

namespace Pst.Testing;

/// <summary>The real program, a process with a data folder of its own: it can be killed, told to stop, and started again.</summary>
public sealed class StartedProgram : IAsyncDisposable
{
    /// <summary>The first administrator's.</summary>
    public const string AdminKey = "the-first-administrator-of-this-test";

    const int Terminate = 15, LastWords = 20;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    readonly string folder;
    readonly string? database;
    readonly IReadOnlyDictionary<string, string> settings;
    readonly ConcurrentQueue<string> said = [];
    Process process;

    StartedProgram(string folder, string? database, IReadOnlyDictionary<string, string>? settings)
    {
        (this.folder, this.database) = (Directory.CreateDirectory(folder).FullName, database);
        this.settings = settings ?? new Dictionary<string, string>();
        process = Launch();
    }

    /// <summary>Where it listens, also after it was started again.</summary>
    public Uri Address { get; } = new($"http://127.0.0.1:{FreePort.Next()}/");

    /// <summary>The first process of the embedded database, while it runs.</summary>
    public int? DatabaseProcess => new Postmaster(ClusterFolder).Running;

    /// <summary>What of it lies in memory, in bytes; without its database.</summary>
    public long Memory
    {
        get
        {
            process.Refresh();
            return process.WorkingSet64;
        }
    }

    string ClusterFolder => Cluster.In(Path.Combine(folder, "postgres"));

    /// <summary>All lines that it has written, first to last.</summary>
    public IReadOnlyCollection<string> Said => said;

    /// <summary>What its own database wrote to its log.</summary>
    public string DatabaseSaid => File.ReadAllText(Path.Combine(folder, "postgres", "server.log"));

    /// <param name="database">A connection string; without one it brings its own database.</param>
    /// <param name="settings">More of its environment.</param>
    public static async Task<StartedProgram> StartAsync(string? database = null, IReadOnlyDictionary<string, string>? settings = null)
    {
        var started = new StartedProgram(await TemporaryFolder.NameAsync(), database, settings);
        await started.ReadyAsync();
        return started;
    }

    /// <summary>Waits until it serves; one that ended instead fails the test with its last words.</summary>
    public async Task ReadyAsync()
    {
        using var client = new HttpClient { BaseAddress = Address };
        for (var waited = Stopwatch.StartNew(); !await ServesAsync(client); await Task.Delay(20))
            if (process.HasExited || waited.Elapsed > Patience)
                throw new InvalidOperationException($"The program does not serve:\n{string.Join('\n', said.TakeLast(LastWords))}");
    }

    /// <summary>Starts it again after it has ended; it is ready a moment later.</summary>
    public void Restart()
    {
        process.Dispose();
        process = Launch();
    }

    /// <summary>SIGKILL: it ends in the middle of whatever it does, and its database runs on.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    /// <summary>SIGTERM; how long it took to end, and its exit status.</summary>
    public async Task<(TimeSpan Took, int Status)> TerminateAsync()
    {
        var took = Stopwatch.StartNew();
        using var patience = new CancellationTokenSource(Patience);
        UnixFiles.Signal(process.Id, Terminate);
        await process.WaitForExitAsync(patience.Token);
        return (took.Elapsed, process.ExitCode);
    }

    /// <summary>Signs in to the embedded database with every right.</summary>
    public async Task<string> DatabaseAsync() =>
        await EmbeddedPostgres.RunningInAsync(Path.Combine(folder, "postgres"), CancellationToken.None)
        ?? throw new InvalidOperationException("The program's database does not run.");

    public async ValueTask DisposeAsync()
    {
        Kill();
        process.Dispose();
        await new Postmaster(ClusterFolder).StopAsync(checkpoint: false);
        Directory.Delete(folder, recursive: true);
    }

    Process Launch()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Pst.Web.dll"), "serve"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_URLS"] = Address.ToString();
        start.Environment["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory;
        start.Environment["Pst__DataDirectory"] = folder;
        start.Environment["Pst__BootstrapKey"] = AdminKey;
        if (database is not null) start.Environment["ConnectionStrings__Pst"] = database;
        foreach (var (name, value) in settings) start.Environment[name] = value;

        var launched = Process.Start(start)!;
        launched.OutputDataReceived += (_, line) => Keep(line.Data);
        launched.ErrorDataReceived += (_, line) => Keep(line.Data);
        launched.BeginOutputReadLine();
        launched.BeginErrorReadLine();
        return launched;
    }

    void Keep(string? line)
    {
        if (line is not null) said.Enqueue(line);
    }

    static async Task<bool> ServesAsync(HttpClient client)
    {
        try
        {
            using var answer = await client.GetAsync("health/ready");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
