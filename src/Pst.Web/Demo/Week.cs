using Bogus;
using Pst.Domain;

namespace Pst.Web.Demo;

/// <summary>
/// Plans a week of an office up to a moment: some days of service before, and today as far as it has come. The same moment gives the
/// same plan.
/// </summary>
internal sealed class Week(Office office, DateTimeOffset now)
{
    const int Days = 6, People = 64;

    readonly Crew crew = new(office.Code);
    readonly ServiceHours hours = new(office.Local, office.Details.TimeZone);

    /// <summary>The last locker of many is broken.</summary>
    public Locker? Broken { get; } = office.Local.Lockers is [_, _, _, _, .., var last] ? last : null;

    /// <summary>The office with the hours that today needs.</summary>
    public Office OpenNow { get; } = OpenHours.Around(office, now);

    /// <summary>The days of service before today, oldest first.</summary>
    public IReadOnlyList<DateOnly> PastDays =>
        [.. Enumerable.Range(1, 60).Select(it => Today.AddDays(-it)).Where(it => hours.SpansOn(it).Count > 0).Take(Days).Reverse()];

    public DateOnly Today => hours.LocalDay(now);

    /// <summary>What is done on each past day, oldest first.</summary>
    public IEnumerable<(DateOnly Day, IReadOnlyList<Step> Steps)> Past()
    {
        var days = PastDays;
        var people = MakePeople();
        return days.Select((day, index) => (day, DayOf(day, ago: days.Count - index, people, NewLockers())));
    }

    /// <summary>What was done today until now. Who is there now has been given a locker first.</summary>
    public IReadOnlyList<Step> SoFar()
    {
        var (people, lockers, chance) = (MakePeople(), NewLockers(), ChanceOf(Today, salt: 1));
        var hoursNow = new ServiceHours(OpenNow.Local, office.Details.TimeZone);
        var scene = new Scene(office, now, crew, chance, new(office, crew, chance, hoursNow, lockers)).Plan([.. people.Take(Scene.Cast)]);
        var day = hours.SpansOn(Today).Count > 0 ? DayOf(Today, 0, people, lockers) : [];
        return [.. scene.Concat(day).Where(it => it.At <= now).OrderBy(it => it.At).ThenBy(it => it.Visit.Value).ThenBy(it => it.Number)];
    }

    IReadOnlyList<Step> DayOf(DateOnly day, int ago, IReadOnlyList<SamplePerson> people, Lockers lockers) =>
        new Day(office, day, ago, crew, ChanceOf(day, salt: 0), lockers).Plan([.. people.Skip(Scene.Cast + 1)], people[Scene.Cast]);

    IReadOnlyList<SamplePerson> MakePeople() => new SamplePeople(office, Today, SeedOf(DateOnly.MinValue, salt: 2)).Make(People);

    Lockers NewLockers() => new(office.Local.Lockers.Where(it => it != Broken));

    Randomizer ChanceOf(DateOnly day, int salt) => new(SeedOf(day, salt));

    int SeedOf(DateOnly day, int salt) => BitConverter.ToInt32(SampleId.Of($"seed/{office.Code}/{day:yyyy-MM-dd}/{salt}").ToByteArray());
}
