using System.Diagnostics;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Writing;

namespace Pst.Bench;

/// <summary>
/// A day of 300 visits in one of the offices, told at its moments: from the store, and from memory. Beside it lies what the other
/// measurements wrote, more than a million events.
/// </summary>
sealed class TimeMachine(Country country)
{
    const int Visits = 300, Starts = 20, Steps = 400, FirstNumber = 2_000_000;

    static readonly TimeSpan Apart = TimeSpan.FromSeconds(90);

    public async Task<IReadOnlyList<Amount>> RunAsync()
    {
        var office = country.Offices[1];
        var zone = (await country.Get<OfficeMemory>().FindAsync(office, CancellationToken.None))!.Details.TimeZone;
        var day = zone.Day(DateTimeOffset.UtcNow).AddDays(-30);
        var morning = zone.At(day, new(8, 0)).ToUniversalTime();
        await country.WriteAsync(
            Enumerable.Range(0, Visits).Select(it => PastVisits.Ended(office, FirstNumber + it, morning + it * Apart)));
        await country.Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);

        var days = country.Get<PastDays>();
        var position = await days.PositionAsync(null, morning, CancellationToken.None);
        var (loaded, starts, steps) = ((PastDay?)null, new List<double>(), new List<double>());
        for (var start = 0; start <= Starts; start++)
            starts.Add(await MillisecondsAsync(async () =>
            {
                loaded = await days.LoadAsync(office, zone, day, position, CancellationToken.None);
                Show(loaded, morning.AddHours(4), start);
            }));
        for (var step = 0; step <= Steps; step++)
            steps.Add(await MillisecondsAsync(() =>
            {
                Show(loaded!, morning + TimeSpan.FromMinutes(step + 15), step);
                return Task.CompletedTask;
            }));
        return [Of("past-start-p95", starts, 1000), Of("past-step-p95", steps, 100)];
    }

    // As the page does it: the moment, the day's events, and with the whole page its broken promises.
    static void Show(PastDay day, DateTimeOffset at, int turn)
    {
        var by = turn % 2 == 0 ? Timeline.Occurred : Timeline.Recorded;
        if (day.At(at, by).Figures[Figure.Visits] == 0 || day.Events(by).Count < Visits)
            throw new InvalidOperationException("The day is not the one that was laid out.");
        day.Broken(at, by);
    }

    static async Task<double> MillisecondsAsync(Func<Task> work)
    {
        var took = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(took).TotalMilliseconds;
    }

    // The first one, which makes plans and code, is left out.
    static Amount Of(string name, List<double> took, double atMost)
    {
        var sorted = took.Skip(1).Order().ToList();
        var middle = string.Create(System.Globalization.CultureInfo.InvariantCulture, $"median {sorted[sorted.Count / 2]:0.0} ms");
        return new(name, sorted[sorted.Count * 95 / 100], "ms", atMost, $"{middle}, {Visits} visits, without the page");
    }
}
