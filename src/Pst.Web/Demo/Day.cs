using Bogus;
using Pst.Domain;

namespace Pst.Web.Demo;

/// <summary>Plans one day of an office: who comes when, and what becomes of them.</summary>
/// <param name="day">A day with service hours.</param>
/// <param name="ago">How many days of service it lies back, 0 for today.</param>
/// <param name="chance">The day's own.</param>
internal sealed class Day(Office office, DateOnly day, int ago, Crew crew, Randomizer chance, Lockers lockers)
{
    const int Fewest = 14, Most = 20, Online = 2, SchoolClass = 27;

    // How many come in an hour of the day, beside the others: mornings are busy, noon is not.
    static readonly Dictionary<int, int> Busyness = new() { [8] = 4, [9] = 7, [10] = 7, [11] = 4, [12] = 1, [13] = 5, [14] = 4, [15] = 1 };

    // By how many days ago: what becomes of the first visitor and of one at noon.
    static readonly Dictionary<int, (Turn First, Turn Noon)> Own = new()
    {
        [1] = (Turn.CardMislaid, Turn.LeavesCard),
        [2] = (Turn.Transferred, Turn.BeyondQuota),
        [3] = (Turn.OnPaper, Turn.LockerJams),
        [4] = (Turn.BagForgotten, Turn.Mistaken),
        [5] = (Turn.DoesNotCome, Turn.ComesBack),
    };

    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);

    /// <summary>In the order in which they are done.</summary>
    /// <param name="people">Of whom nobody is inside.</param>
    /// <param name="forgetful">Who leaves the card behind, where somebody does.</param>
    public IReadOnlyList<Step> Plan(IReadOnlyList<SamplePerson> people, SamplePerson forgetful)
    {
        var arrivals = Arrivals(chance.Int(Fewest, Most));
        var (turns, coming) = (Turns(arrivals.Count), chance.Shuffle(people).ToList());
        var offline = new OfflineVisits(office, crew, chance, hours, new(office, hours), new(office, crew, chance, hours, lockers));
        var online = new OnlineVisits(office, crew, chance);
        var inPerson = arrivals.Select(
            (at, index) => Guest(index, turns[index] == Turn.LeavesCard ? forgetful : coming[index], at, turns[index]));
        var fromHome = Arrivals(Online).Select((at, index) => new Guest(VisitOf(Most + index), coming[Most + index], at, Turn.Served));
        return
        [
            .. inPerson.SelectMany(offline.Plan).Concat(fromHome.SelectMany(online.Plan))
                .OrderBy(it => it.At).ThenBy(it => it.Visit.Value).ThenBy(it => it.Number),
        ];
    }

    Guest Guest(int index, SamplePerson person, DateTimeOffset at, Turn turn) =>
        new(VisitOf(index), person, at, turn,
            turn == Turn.Transferred ? ServiceCode.PS
            : chance.Draw((ServiceCode.PS, 84), (ServiceCode.KS, 8), (ServiceCode.RS, 5), (ServiceCode.PJ, 3)),
            ago == 4 && index == 0 ? SchoolClass : chance.Draw((1, 88), (2, 7), (3, 3), (5, 2)));

    VisitId VisitOf(int index) => new(SampleId.Of($"visit/{office.Code}/{day:yyyy-MM-dd}/{index}"));

    // Each day has its own events, so that a week shows them all; the rest is chance.
    Turn[] Turns(int count)
    {
        var turns = Enumerable.Range(0, count).Select(_ => chance.Draw(
            (Turn.Served, 80), (Turn.ComesBack, 4), (Turn.DoesNotCome, 4), (Turn.Transferred, 5), (Turn.LeavesEarly, 3),
            (Turn.NeverSigns, 2), (Turn.IsNotSeenLeaving, 2))).ToArray();
        if (Own.TryGetValue(ago, out var own)) (turns[0], turns[count / 2]) = own;
        return turns;
    }

    List<DateTimeOffset> Arrivals(int count) => [.. Enumerable.Range(0, count).Select(_ => Arrival()).Order()];

    DateTimeOffset Arrival()
    {
        var open = hours.Instants(day)
            .SelectMany(it => Enumerable.Range(0, (int)(it.To - it.From).TotalMinutes).Select(minute => it.From.AddMinutes(minute)))
            .ToList();
        var drawn = chance.Int(1, open.Sum(WeightOf));
        return open.First(it => (drawn -= WeightOf(it)) <= 0) + chance.Seconds(0, 59);
    }

    static int WeightOf(DateTimeOffset local) => Busyness.GetValueOrDefault(local.Hour, 1);
}
