using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>
/// All that is counted of some visits: a pure function of their facts, so that the figures of days and offices are the sum of each one's.
/// </summary>
/// <param name="By">Visits that were not voided, by what they have in common; 0 is not known. Days are not among them.</param>
/// <param name="Waits">From the clock's start to the service.</param>
/// <param name="ToGuestbook">From the arrival to the signing.</param>
/// <param name="SheetsOf">Visits with copies by how many sheets they made.</param>
/// <param name="Marks">Over the complete answers: element by element the counts of 1 to 4.</param>
/// <param name="Open">Promises that time alone turns from pending to missed, where that has not been done.</param>
public sealed record Figures(
    Sums Sums, ValueList<Tally> By, Durations Waits, Durations ToGuestbook, Tally SheetsOf, Tally Marks, ValueList<OpenPromise> Open)
{
    // Before every due.
    static readonly DateTimeOffset AtFirst = DateTimeOffset.MinValue;

    static readonly VisitGrouping[] Groupings = Enum.GetValues<VisitGrouping>();

    public static Figures None { get; } = Of([]);

    [JsonIgnore] public int this[Figure figure] => Sums[figure];

    /// <summary>The figures as they stand at a moment.</summary>
    public static Figures Of(IEnumerable<VisitFact> facts, DateTimeOffset now) => Of([.. facts]).At(now);

    /// <summary>The same with every open promise pending, until <see cref="At"/> says at which moment it is judged.</summary>
    internal static Figures Of(IReadOnlyList<VisitFact> facts)
    {
        var judged = facts.Select(it => (Fact: it, Verdict: it.VerdictAt(AtFirst))).ToList();
        var counted = facts.Where(it => !it.Row.IsVoided).ToList();
        return new(
            Sums.Of(figure => judged.Sum(it => it.Fact.Count(figure, it.Verdict))),
            [.. Groupings.Select(by => by == VisitGrouping.Day ? Tally.None
                : Tally.Of(counted.Select(it => VisitGroups.Place(by.CodeOf(it)))))],
            Durations.Of(counted.Select(it => it.Waited).OfType<TimeSpan>()),
            Durations.Of(counted.Select(it => it.ToGuestbook).OfType<TimeSpan>()),
            Tally.Of(counted.Select(it => it.Row.Copies.Sum(copied => copied.Sheets)).Where(it => it > 0)),
            Tally.Of(counted.Select(it => it.Rated?.Elements).OfType<Ratings>().Where(it => it.IsComplete)
                .SelectMany(it => it.Marks.Select(mark => MarkAt(mark.Key, mark.Value)))),
            InOrder(facts.Where(it => it.MissedFrom is not null).Select(it => new OpenPromise(it.MissedFrom!.Value, it.Row.Late))));
    }

    /// <summary>Judged at a moment; nothing is open after that.</summary>
    internal Figures At(DateTimeOffset now)
    {
        if (Open.Count == 0) return this;
        var missed = Open.Where(it => it.MissedFrom <= now).ToList();
        return this with { Sums = Sums + Sums.Missed(missed.Count, missed.Count(it => it.Late)), Open = [] };
    }

    public static Figures operator +(Figures left, Figures right) => Sum([left, right]);

    /// <summary>All of them together.</summary>
    public static Figures Sum(IReadOnlyCollection<Figures> many) => many.Count == 0 ? None : new(
        many.Select(it => it.Sums).Aggregate((left, right) => left + right),
        many.Select(it => it.By).Aggregate((left, right) => [.. left.Zip(right, (one, other) => one + other)]),
        Durations.Sum(many.Select(it => it.Waits)), Durations.Sum(many.Select(it => it.ToGuestbook)),
        many.Select(it => it.SheetsOf).Aggregate((left, right) => left + right),
        many.Select(it => it.Marks).Aggregate((left, right) => left + right), InOrder(many.SelectMany(it => it.Open)));

    /// <summary>The visits of each group, by the codes of the guestbook, hours 0–23, or the numbers of a choice.</summary>
    public IReadOnlyList<FigureCell> Cells(VisitGrouping by) =>
        [.. by.Codes().Select(code => new FigureCell(code, CountOf(by, code)))];

    /// <summary>Visits of one group; null for those of which it is not known.</summary>
    public int CountOf(VisitGrouping by, int? code) => By[(int)by][VisitGroups.Place(code)];

    /// <summary>How many complete answers gave an element that mark.</summary>
    public int MarksOf(Element element, int mark) => Marks[MarkAt(element, mark)];

    static ValueList<OpenPromise> InOrder(IEnumerable<OpenPromise> open) =>
        [.. open.OrderBy(it => it.MissedFrom).ThenBy(it => it.Late)];

    static int MarkAt(Element element, int mark) => ((int)element - 1) * 4 + mark - 1;
}

/// <param name="MissedFrom">The first moment at which it is missed.</param>
/// <param name="Late">Something in the visit was entered late.</param>
public sealed record OpenPromise(DateTimeOffset MissedFrom, bool Late);

/// <param name="Code">Null for visits of which it is not known.</param>
public sealed record FigureCell(int? Code, int Count);
