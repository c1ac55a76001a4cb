using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Plans one day of an office: who comes when, and what becomes of them.</summary>
/// <param name="day">A day with service hours.</param>
/// <param name="seeds">By which the day's ids are made.</param>
/// <param name="chance">The day's own.</param>
internal sealed class Day(
    Office office, DateOnly day, Habits habits, Crew crew, Seeds seeds, Randomizer chance, Lockers lockers, SamplePeople people)
{
    const int SchoolClass = 27;

    // How many come in an hour of the day, beside the others: mornings are busy, noon is not.
    static readonly Dictionary<int, int> Busyness = new() { [8] = 4, [9] = 7, [10] = 7, [11] = 4, [12] = 1, [13] = 5, [14] = 4, [15] = 1 };

    static readonly (int, int)[] Parties = [(1, 880), (2, 70), (3, 27), (5, 20), (SchoolClass, 3)];

    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);

    /// <summary>In the order in which they are done. What was left overnight is settled on a later day.</summary>
    /// <param name="own">What makes the day different from others, if anything does.</param>
    public IReadOnlyList<Step> Plan(OwnEvents? own = null)
    {
        var arrivals = Arrivals(habits.VisitorsOn(day, office.Local, chance));
        var turns = Turns(arrivals.Count, own);
        var coming = people.Draw(chance, arrivals.Count + habits.Online);
        var offline = new OfflineVisits(
            office, crew, habits, chance, hours, new(office, hours), new(office, crew, chance, hours, lockers));
        var online = new OnlineVisits(office, crew, chance);
        var inPerson = arrivals.Select((at, index) => Guest(
            index, turns[index] == Turn.LeavesCardForLong ? people.Forgetful : coming[index], at, turns[index], own));
        var fromHome = Arrivals(habits.Online).Select(
            (at, index) => new Guest(VisitOf(arrivals.Count + index), coming[arrivals.Count + index], at, Turn.Served));
        return
        [
            .. inPerson.SelectMany(offline.Plan).Concat(fromHome.SelectMany(online.Plan))
                .OrderBy(it => it.At).ThenBy(it => it.Visit.Value).ThenBy(it => it.Number),
        ];
    }

    Guest Guest(int index, SamplePerson person, DateTimeOffset at, Turn turn, OwnEvents? own) =>
        new(VisitOf(index), person, at, turn,
            turn == Turn.Transferred ? ServiceCode.PS
            : chance.Draw((ServiceCode.PS, 84), (ServiceCode.KS, 8), (ServiceCode.RS, 5), (ServiceCode.PJ, 3)),
            own is { HasSchoolClass: true } && index == 0 ? SchoolClass : chance.Draw(Parties));

    VisitId VisitOf(int index) => new(seeds.Id($"visit/{office.Code}/{day:yyyy-MM-dd}/{index}"));

    Turn[] Turns(int count, OwnEvents? own)
    {
        var turns = Enumerable.Range(0, count).Select(_ => own is null ? AnyTurn() : QuietTurn()).ToArray();
        if (count > 1 && own is { First: { } first, Noon: { } noon }) (turns[0], turns[count / 2]) = (first, noon);
        return turns;
    }

    Turn QuietTurn() => chance.Draw(
        (Turn.Served, 80), (Turn.ComesBack, 4), (Turn.DoesNotCome, 4), (Turn.Transferred, 5), (Turn.LeavesEarly, 3),
        (Turn.NeverSigns, 2), (Turn.IsNotSeenLeaving, 2));

    Turn AnyTurn() => chance.Draw(
        (Turn.Served, 810), (Turn.ComesBack, 40), (Turn.DoesNotCome, 40), (Turn.Transferred, 30), (Turn.LeavesEarly, 30),
        (Turn.NeverSigns, 18), (Turn.IsNotSeenLeaving, 12), (Turn.OnPaper, 6), (Turn.Mistaken, 5), (Turn.BeyondQuota, 3),
        (Turn.LeavesCard, 2), (Turn.BagForgotten, 2), (Turn.LockerJams, 1), (Turn.CardMislaid, 1));

    List<DateTimeOffset> Arrivals(int count)
    {
        var open = hours.Instants(day)
            .SelectMany(it => Enumerable.Range(0, (int)(it.To - it.From).TotalMinutes).Select(minute => it.From.AddMinutes(minute)))
            .ToList();
        var sum = open.Sum(WeightOf);
        return [.. Enumerable.Range(0, count).Select(_ => Arrival(open, sum)).Order()];
    }

    DateTimeOffset Arrival(List<DateTimeOffset> open, int sum)
    {
        var drawn = chance.Int(1, sum);
        return open.First(it => (drawn -= WeightOf(it)) <= 0) + chance.Seconds(0, 59);
    }

    static int WeightOf(DateTimeOffset local) => Busyness.GetValueOrDefault(local.Hour, 1);
}

/// <summary>
/// What becomes of the first visitor of a day and of one at noon, so that certain things are there to be seen; nothing rare happens beside.
/// </summary>
internal sealed record OwnEvents(Turn? First = null, Turn? Noon = null, bool HasSchoolClass = false);
