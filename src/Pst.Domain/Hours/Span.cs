namespace Pst.Domain;

/// <summary>A part of a day, half-open: at <paramref name="To"/> it is over. It ends on the day it began.</summary>
public sealed record Span(TimeOnly From, TimeOnly To)
{
    public bool Contains(TimeOnly time) => From <= time && time < To;

    /// <summary>The same time in order and in as few spans as it takes.</summary>
    public static IReadOnlyList<Span> Joined(IEnumerable<Span> spans)
    {
        var joined = new List<Span>();
        foreach (var span in spans.OrderBy(it => it.From))
            if (joined.Count > 0 && joined[^1].To == span.From) joined[^1] = joined[^1] with { To = span.To };
            else joined.Add(span);
        return joined;
    }
}
