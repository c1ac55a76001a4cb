using Pst.Domain;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Simulation;

/// <summary>Many offices, whose months follow each other as in life; what happened comes out a month and an office at a time.</summary>
/// <param name="closed">Through which day an office was simulated before.</param>
internal sealed class SimulatedCountry(SimulationPlan plan, EdgeKeys keys, IReadOnlyDictionary<OfficeCode, DateOnly> closed)
{
    const int VisitsAPerson = 6, ServiceDays = 245;

    readonly Seeds seeds = new(plan.Origin);

    /// <summary>How many commands were refused by the offices' own rules so far.</summary>
    public int Refused => lives.Sum(it => it.Life.Simulated.Refused);

    readonly List<(OfficeCode Office, OfficeLife Life)> lives = [];

    /// <summary>What is not stored yet, in the order of the log.</summary>
    public IEnumerable<SimulatedBatch> Batches()
    {
        lives.AddRange(Enumerable.Range(1, plan.Offices).Select(it => new OfficeCode($"{it:0000}")).Select(it => (it, Begin(it))));
        foreach (var (from, to) in plan.Months())
            foreach (var (office, life) in lives)
                if (Live(office, life, from, to) is { Append.Events.Count: > 0 } batch)
                    yield return batch;
    }

    OfficeLife Begin(OfficeCode code)
    {
        var habits = Habits.Of(seeds.Chance($"habits/{code}"));
        var office = OfficeKinds.Make(code, habits, plan.From, seeds.Chance($"office/{code}"));
        var people = new SamplePeople(
            office, plan.From, seeds.Number($"people/{code}"),
            habits.PerDay * ServiceDays / VisitsAPerson + 10 * habits.Online, reserved: 0);
        var life = new OfficeLife(
            office, habits, seeds, people, office.Local.Lockers, new(code, seeds, keys, Fresh.Of($"{plan.Origin}/{code}"), plan.Origin));
        life.Open(plan.From);
        return life;
    }

    // What was stored before is lived again, for what comes later follows from it.
    SimulatedBatch? Live(OfficeCode office, OfficeLife life, DateOnly from, DateOnly to)
    {
        DateOnly? through = closed.TryGetValue(office, out var last) ? last : null;
        for (var day = from; day <= to; day = day.AddDays(1))
        {
            life.Live(day);
            if (day == through) life.Simulated.Take();
        }
        if (to <= through)
        {
            if (to < through) life.Simulated.Take();
            return null;
        }
        return life.Simulated.Take();
    }
}
