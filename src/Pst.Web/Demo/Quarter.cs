using Pst.Domain;
using Pst.Web.Simulation;

namespace Pst.Web.Demo;

/// <summary>
/// Plans an office of the demo up to a moment: three months behind it, a last week in which everything happens that can happen once, and
/// today as far as it has come. The same moment gives the same plan.
/// </summary>
internal sealed class Quarter(Office office, DateTimeOffset now)
{
    const int Days = 92, People = 500;

    // By how many days of service ago.
    static readonly Dictionary<int, OwnEvents> Shown = new()
    {
        [1] = new(Turn.CardMislaid, Turn.LeavesCardForLong),
        [2] = new(Turn.Transferred, Turn.BeyondQuota),
        [3] = new(Turn.OnPaper, Turn.LockerJams),
        [4] = new(Turn.BagForgotten, Turn.Mistaken, HasSchoolClass: true),
        [5] = new(Turn.DoesNotCome, Turn.ComesBack),
    };

    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);
    readonly Seeds seeds = new("");
    readonly Crew crew = new(office.Code);

    /// <summary>The last locker of many is broken.</summary>
    public Locker? Broken { get; } = office.Local.Lockers is [_, _, _, _, .., var last] ? last : null;

    /// <summary>The office with the hours that today needs.</summary>
    public Office OpenNow { get; } = OpenHours.Around(office, now);

    /// <summary>Who has come today by appointment.</summary>
    public SamplePerson Guest => Known().First(Scene.Cast)[Scene.Guest];

    public DateOnly Today => hours.LocalDay(now);

    /// <summary>Three months before today.</summary>
    public DateOnly First => Today.AddDays(-Days);

    /// <summary>The last day of service but two weeks on which the office looks at what it was told.</summary>
    public DateOnly FollowUp => Past().Last(it => it.Day.DayOfWeek == DayOfWeek.Monday && it.Day <= Today.AddDays(-14)).Day;

    /// <summary>All days before today, oldest first, with what is to be shown on each.</summary>
    public IEnumerable<(DateOnly Day, OwnEvents? Own)> Past()
    {
        var days = Enumerable.Range(0, Days).Select(it => First.AddDays(it)).Where(it => hours.SpansOn(it).Count > 0).ToList();
        return days.Select((day, index) => (day, Shown.GetValueOrDefault(days.Count - index)));
    }

    public OfficeLife LifeOf(SimulatedOffice simulated) => new(office, Habits.Usual, seeds, Known(), Usable, simulated);

    /// <summary>What was done today until now. Who is there now has been given a locker first.</summary>
    public IReadOnlyList<Step> SoFar()
    {
        var (people, lockers, chance) = (Known(), new Lockers(Usable), seeds.Chance($"{office.Code}/{Today:yyyy-MM-dd}/1"));
        var hoursNow = new ServiceHours(OpenNow.Local, office.Details.TimeZone);
        var scene = new Scene(office, now, crew, chance, new(office, crew, chance, hoursNow, lockers)).Plan(people.First(Scene.Cast));
        var day = new Day(
            office, Today, Habits.Usual, crew, seeds, seeds.Chance($"{office.Code}/{Today:yyyy-MM-dd}/0"), lockers, people);
        var steps = hours.SpansOn(Today).Count > 0 ? scene.Concat(day.Plan(new())) : scene;
        return [.. steps.Where(it => it.At <= now).OrderBy(it => it.At).ThenBy(it => it.Visit.Value).ThenBy(it => it.Number)];
    }

    IReadOnlyList<Locker> Usable => [.. office.Local.Lockers.Where(it => it != Broken)];

    SamplePeople Known() => new(office, Today, seeds.Number($"{office.Code}/people"), People, Scene.Cast + 1);
}
