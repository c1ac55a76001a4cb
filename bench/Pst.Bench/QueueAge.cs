using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;
using EventLog = Pst.EventStore.EventLog;

namespace Pst.Bench;

/// <summary>The queue of an office with a long history beside that of one with none; both have as many visitors now.</summary>
static class QueueAge
{
    const int Rounds = 7, Questions = 400;

    public static async Task<Amount> CompareAsync(Country old, Country fresh)
    {
        var rounds = new List<(double Old, double Fresh)>();
        for (var round = 0; round < Rounds; round++)
            rounds.Add((await MillisecondsAsync(old), await MillisecondsAsync(fresh)));
        var middle = rounds.Skip(1).OrderBy(it => it.Old / it.Fresh).ElementAt((Rounds - 1) / 2);
        return new("queue-age", middle.Old / middle.Fresh, "times", 1.5, $"{middle.Old:0.00} ms beside {middle.Fresh:0.00} ms");
    }

    /// <summary>Brings the queue's table to the log's head.</summary>
    public static Task CatchUpAsync(Country country) =>
        new ProjectionRunner(
            country.Get<PstDatabase>().Worker, country.Get<EventLog>(), country.Get<LogSignal>(), StoredEvents.Types,
            [QueueBoard.Projection])
        .CatchUpAsync(CancellationToken.None);

    static async Task<double> MillisecondsAsync(Country country)
    {
        var office = country.Offices[0];
        var settings = (await country.Get<OfficeMemory>().FindAsync(office, CancellationToken.None))!;
        var board = country.Get<QueueBoard>();
        var took = Stopwatch.StartNew();
        for (var question = 0; question < Questions; question++)
            if ((await board.ShowAsync(office, settings, DateTimeOffset.UtcNow, CancellationToken.None)).Waiting.Count != Layout.Waiting)
                throw new InvalidOperationException("The queue is not the one that was laid out.");
        return took.Elapsed.TotalMilliseconds / Questions;
    }
}
