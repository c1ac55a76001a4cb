using System.Diagnostics;
using System.Net;
using Pst.Testing;

namespace Pst.Fault.Tests.Nodes;

/// <summary>Two programs on one database behind a reverse proxy, an office in it, and screens that show it.</summary>
sealed class TwoNodes : IAsyncDisposable
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly StartedProgram[] nodes;
    readonly TurnProxy proxy;
    readonly OfficeClient office;
    readonly Screen[] screens;
    readonly CancellationTokenSource ending = new();
    readonly Task watching;
    readonly Dictionary<Guid, long> sent = [];

    TwoNodes(StartedProgram[] nodes, TurnProxy proxy, OfficeClient office, int screens)
    {
        (this.nodes, this.proxy, this.office) = (nodes, proxy, office);
        this.screens = [.. Enumerable.Range(0, screens).Select(_ => new Screen(office))];
        watching = Task.WhenAll(this.screens.Select(it => it.WatchAsync(ending.Token)));
    }

    public IReadOnlyList<StartedProgram> Nodes => nodes;

    /// <summary>The arrivals that were answered with success.</summary>
    public IReadOnlyCollection<Guid> Visits => sent.Keys;

    public static async Task<TwoNodes> StartAsync(int screens)
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        var key = new Dictionary<string, string> { ["Pst__SecretKey"] = Convert.ToBase64String(new byte[32]) };
        var nodes = new[] { await StartedProgram.StartAsync(database, key), await StartedProgram.StartAsync(database, key) };
        var proxy = await TurnProxy.StartAsync(nodes[0].Address, nodes[1].Address);
        var started = new TwoNodes(nodes, proxy, await OfficeClient.OpenAsync(proxy.Address, "5272"), screens);
        // The stream begins with what is new, so each screen must have begun.
        for (var number = 0; started.screens.Any(it => it.Heard.Count == 0); number++) await started.ArriveAsync(1_000_000 + number);
        started.sent.Clear();
        return started;
    }

    public async Task ArriveAsync(int number)
    {
        var visit = new Guid(number, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0);
        var arrival = new Request(
            HttpMethod.Post, $"visits/{visit}/arrive", $"arrive-{number}", """{"channel":"offline","override":{"reason":"uji"}}""");
        sent.Add(visit, Stopwatch.GetTimestamp());
        (await office.InsistAsync(arrival)).Status.ShouldBe(HttpStatusCode.OK);
    }

    /// <summary>What each screen heard of these arrivals, once it has heard all of them or too long has passed.</summary>
    public async Task<IReadOnlyList<IReadOnlyList<Guid>>> HeardAsync()
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < Patience; await Task.Delay(50))
            if (screens.All(it => sent.Keys.All(new HashSet<Guid>(it.Heard.Select(heard => heard.Visit)).Contains)))
                break;
        return [.. screens.Select(screen => (IReadOnlyList<Guid>)[.. screen.Heard.Select(it => it.Visit).Where(sent.ContainsKey)])];
    }

    /// <summary>From the press to each screen, for all arrivals, shortest first.</summary>
    public IReadOnlyList<TimeSpan> Delays() =>
    [
        .. screens.SelectMany(it => it.Heard).Where(it => sent.ContainsKey(it.Visit))
            .Select(it => Stopwatch.GetElapsedTime(sent[it.Visit], it.At)).Order(),
    ];

    public async ValueTask DisposeAsync()
    {
        await ending.CancelAsync();
        await watching;
        office.Dispose();
        await proxy.DisposeAsync();
        foreach (var node in nodes) await node.DisposeAsync();
        ending.Dispose();
    }
}
