using System.Diagnostics;
using Pst.Bench;
using Pst.Projections;
using Pst.Testing;

if (args is ["--growth", .. var sizes] && sizes.All(it => int.TryParse(it, out var size) && size > 0))
{
    await Growth.RunAsync(sizes is [] ? [1, 3] : [.. sizes.Select(int.Parse)]);
    return 0;
}
if (args is ["--library"])
{
    await LibrarySearch.RunAsync();
    return 0;
}
if (args is ["--watermarks"])
{
    await using var alone = await TemporaryPostgres.StartAsync(18, TemporaryPostgres.Durable);
    Report.Head();
    foreach (var result in await Watermarks.MeasureAsync(await alone.CreateDatabaseAsync())) Report.Print(result);
    return 0;
}
if (args is ["--proofs"])
{
    await using var alone = await TemporaryPostgres.StartAsync(18, TemporaryPostgres.Durable);
    Report.Head();
    foreach (var result in await ProofsOfAsync(alone)) Report.Print(result);
    return 0;
}
var file = args switch
{
    [] => null,
    ["--json", var path] => path,
    _ => throw new ArgumentException("Usage: ./pst bench [--json FILE | --growth [MILLIONS …] | --library | --proofs | --watermarks]"),
};

var took = Stopwatch.StartNew();
var results = new List<Result>();
Report.Head();

await using (var program = await StartedProgram.StartAsync())
{
    Add(await new LiveScreens(program).RunAsync());
    Add([.. await Standing.MeasureAsync(program)]);
}

await using (var server = await TemporaryPostgres.StartAsync(18, TemporaryPostgres.Durable))
{
    var database = await server.CreateDatabaseAsync();
    await using var old = await Country.FoundAsync(database, offices: 200);
    await using var fresh = await Country.FoundAsync(await server.CreateDatabaseAsync(), offices: 1);
    var layout = await Layout.WriteAsync(old, fresh);
    await foreach (var speed in Speeds.MeasureAsync(old, layout))
        Add(speed);
    Add(await new Replay(old).RunAsync());
    Add(await new Rebuild(old).RunAsync());
    Add([.. await new Proofs(old, database).RunAsync()]);
    Add([.. await Proofs.HashingAsync(server)]);
    Add([.. await new FigureReads(old).RunAsync()]);
    Add(await QueueAge.CompareAsync(old, fresh));
    Add([.. await new TimeMachine(old).RunAsync()]);
    Add([.. await Pages.MeasureAsync(old, database, LastMonth(DateTimeOffset.UtcNow))]);
}

Console.WriteLine($"in {took.Elapsed.TotalSeconds:0} s, on {Environment.ProcessorCount} cores");
if (file is not null)
    Report.Save(results, file);
return 0;

void Add(params IReadOnlyList<Result> measured)
{
    foreach (var result in measured)
        Report.Print(result);
    results.AddRange(measured);
}

static string LastMonth(DateTimeOffset now) => $"/laporan/0001/{now.AddMonths(-1):yyyy-MM}/laporan.pdf";

// A million events, read again as ten million, and nothing else of the bench.
static async Task<IReadOnlyList<Result>> ProofsOfAsync(TemporaryPostgres server)
{
    const int visits = 100_000;
    var database = await server.CreateDatabaseAsync();
    await using var country = await Country.FoundAsync(database, offices: 20);
    var now = DateTimeOffset.UtcNow;
    await country.WriteAsync(Enumerable.Range(0, visits).Select(it =>
        PastVisits.Ended(country.Offices[it % 20], it, now.AddMinutes(it - visits - 600))));
    await country.Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
    return
    [
        .. await new Proofs(country, database).RunAsync(), .. await Proofs.HashingAsync(server),
        .. await Pages.MeasureAsync(country, database, LastMonth(now), crowd: 9),
    ];
}
