namespace Pst.Web.Simulation;

/// <summary>What is to be simulated. The same plan makes the same events; a later end goes on where an earlier one stopped.</summary>
/// <param name="Offices">How many, 1 to <see cref="MostOffices"/>.</param>
/// <param name="From">The day on which they open.</param>
/// <param name="To">The last day.</param>
internal sealed record SimulationPlan(int Offices, DateOnly From, DateOnly To, int Seed)
{
    /// <summary>BPS gives codes from 1100 on; simulated offices stay below.</summary>
    public const int MostOffices = 999;

    /// <summary>By which what was simulated is known as such: it stands in every event as its correlation.</summary>
    public string Origin => $"simulation/{Seed}/{From:yyyy-MM-dd}";

    /// <summary>The months, the first and the last perhaps in part.</summary>
    public IEnumerable<(DateOnly From, DateOnly To)> Months()
    {
        for (var first = From; first <= To;)
        {
            var next = new DateOnly(first.Year, first.Month, 1).AddMonths(1);
            yield return (first, next.AddDays(-1) < To ? next.AddDays(-1) : To);
            first = next;
        }
    }
}
