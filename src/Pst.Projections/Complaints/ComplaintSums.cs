namespace Pst.Projections;

/// <summary>Every <see cref="ComplaintFigure"/> of some complaints: mergeable over days, classes and offices.</summary>
public sealed record ComplaintSums
{
    static readonly ComplaintFigure[] All = Enum.GetValues<ComplaintFigure>();

    readonly Tally counts;

    ComplaintSums(Tally counts) => this.counts = counts;

    public static ComplaintSums None { get; } = new(Tally.None);

    public int this[ComplaintFigure figure] => counts[(int)figure];

    /// <param name="today">The office's day on which open promises are judged.</param>
    public static ComplaintSums Of(IReadOnlyCollection<ComplaintFact> facts, DateOnly today) =>
        new(Tally.OfCounts([.. All.Select(figure => facts.Sum(it => it.Count(figure, today)))]));

    /// <summary>All of them together.</summary>
    public static ComplaintSums Of(IEnumerable<ComplaintSums> many) => many.Aggregate(None, (left, right) => left + right);

    public static ComplaintSums operator +(ComplaintSums left, ComplaintSums right) => new(left.counts + right.counts);

    /// <summary>In time of in time and late, 2 decimals; null where there is nothing to judge.</summary>
    /// <param name="inTime">The first figure of a promise: what is late stands behind it.</param>
    public decimal? InTimePercent(ComplaintFigure inTime) => Sla.CompliancePercent(this[inTime], this[inTime + 1]);

    /// <summary>What is 0 is left out.</summary>
    public override string ToString() => string.Join(", ", All.Where(it => this[it] != 0).Select(it => $"{it} {this[it]}"));
}

/// <summary>The complaints that an office received on some days, both included, by day and class.</summary>
/// <param name="Days">In their order; only such as have any.</param>
public sealed record ComplaintFigures(DateOnly From, DateOnly To, Computed Computed, IReadOnlyList<ComplaintDay> Days)
{
    /// <summary>Of all the days.</summary>
    public ComplaintSums Total { get; } = ComplaintSums.Of(Days.Select(it => it.Sums));

    /// <summary>Of one class; null is not verified yet, or dismissed before it was.</summary>
    public ComplaintSums Of(Element? element) => ComplaintSums.Of(Days.Where(it => it.Class == element).Select(it => it.Sums));

    /// <summary>The part of a period.</summary>
    public ComplaintFigures Within(ReportPeriod period) =>
        new(period.From, period.To, Computed, [.. Days.Where(it => period.Contains(it.Day))]);

    internal static ComplaintFigures Of(
        DateOnly from, DateOnly to, Computed computed, Zone zone, IReadOnlyCollection<ComplaintFact> facts) => new(
        from, to, computed,
        [
            .. facts.GroupBy(it => (it.Day, it.Row.Class)).OrderBy(it => it.Key.Day).ThenBy(it => it.Key.Class)
                .Select(it => new ComplaintDay(it.Key.Day, it.Key.Class, ComplaintSums.Of([.. it], zone.Day(computed.At)))),
        ]);
}

/// <param name="Class">Null where it is not known.</param>
public sealed record ComplaintDay(DateOnly Day, Element? Class, ComplaintSums Sums);
