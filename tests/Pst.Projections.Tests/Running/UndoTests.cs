namespace Pst.Projections.Tests;

using static Tale;

/// <summary>What was taken back leaves every table as if it had not happened.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    static readonly VisitEvent[] Life =
    [
        Arrived, SignedAt("09:00"), Held, Locked, Called, new Skipped(), new Requeued(), new SteppedOut(), new CameBack(),
        new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1)), Served, new PublicationRead(new("pub-1"), ReadingForm.Printed),
        Copied(4), new SoftcopyScanned(new("pub-1"), 12), new CatalogueSearched(),
        new SoftcopyRequested(new(Reason), new("pub-1")), new SoftcopyDownloaded(new("pub-1")), new ServiceEnded(), Jammed,
        Locked with { Locker = new("A02") }, new BagLeft(new("A02"), 1, Reason), new IdLost(1, Reason), Held,
        new IdHandedOver(1, Reason, Reason), Held, Returned, Finished, new NoteTaken(Reason),
        new CompensationOffered("5 lembar gratis"), new CompensationGiven(),
        new IncidentResolved(53, new("A01"), Reason),
    ];

    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public void Every_projection_of_visits_hears_of_it() =>
        Projections.All.Where(it => it.Reads.Contains(typeof(Arrived))).ShouldAllBe(it => it.Reads.Contains(typeof(Undone)));

    [Fact]
    public async Task Each_step_of_a_life_taken_back_leaves_the_tables_as_they_were()
    {
        var runner = log.Runner(pageSize: 1);
        await log.AppendAsync(Metro, Visit(1), ("09:00", Life[0]), ("09:00", Life[1]));
        for (var (step, version) = (2, 2); step < Life.Length; step++)
        {
            var before = await TablesAsync(runner);
            await log.AppendAsync(Metro, Visit(1), ("10:00", Life[step]), ("10:00", new Undone(++version)));
            version++;
            (await TablesAsync(runner)).ShouldBe(before, $"{Life[step]}");

            await log.AppendAsync(Metro, Visit(1), ("10:00", Life[step]));
            version++;
        }
    }

    // The number of events and of the log's entries goes on.
    async Task<string> TablesAsync(ProjectionRunner runner)
    {
        await runner.CatchUpAsync(default);
        return string.Join('\n', (await log.DumpAsync()).Split('\n').Select(WithoutNumbers));
    }

    static string WithoutNumbers(string row) =>
        System.Text.RegularExpressions.Regex.Replace(row, "\"\"Version\"\": [0-9]+|,[0-9]+\\)$|(?<=-[0-9]{2},)[0-9]+,", "");
}
