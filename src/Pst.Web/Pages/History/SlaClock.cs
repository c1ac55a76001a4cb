using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.History;

/// <summary>The clock of a visit's promise, ready to be drawn: stretches and marks by their places on one line, in percent.</summary>
/// <param name="Kind">Null where no promise was made.</param>
/// <param name="Verdict">As of the moment that is drawn; null for a voided visit.</param>
/// <param name="Stretches">Nothing where no clock ran.</param>
public sealed record SlaClock(CompletionKind? Kind, Verdict? Verdict, IReadOnlyList<Stretch> Stretches, IReadOnlyList<ClockMark> Marks)
{
    const double Margin = 3; // percent, so that a mark at an end is seen whole

    /// <summary>From the clock's start to its end, or to the moment that is drawn; null where it did not run.</summary>
    public TimeSpan? Taken { get; private init; }

    /// <summary>What was promised; null where that is no length of time.</summary>
    public TimeSpan? Allowed { get; private init; }

    /// <param name="promise">With its clock set; null where none was made.</param>
    /// <param name="used">When something was first read, scanned or copied.</param>
    /// <param name="amberAtPercent">Of the allowance.</param>
    /// <param name="now">The moment that is drawn.</param>
    public static SlaClock Of(VisitRow row, Promise? promise, DateTimeOffset? used, int amberAtPercent, DateTimeOffset now)
    {
        var verdict = row.VerdictAt(now, promise);
        if (!row.Arrived.Promised || promise is null) return new(null, verdict, [], []);

        var end = (promise.Kind == CompletionKind.Immediate ? used : row.ServedAt) ?? row.LeftAt ?? row.VoidedAt;
        var marks = MarksOf(row, promise, used, amberAtPercent);
        if (end is null && row.Departed is null) marks.Add(("now", now));
        if (promise is { ClockStarts: null, Kind: not CompletionKind.Immediate }) return new(promise.Kind, verdict, [], []);

        var starts = promise.ClockStarts ?? row.ArrivedAt;
        var until = end ?? (row.Departed is null ? now : promise.Due ?? starts); // nobody knows when it ended
        var line = new Line(
            promise.Spans.Select(it => it.From).Concat(marks.Select(it => it.At)).Append(starts).Min(),
            promise.Spans.Select(it => it.To).Concat(marks.Select(it => it.At)).Append(starts).Max());
        return new(
            promise.Kind, verdict,
            [.. Pieces(promise, starts, until, amberAtPercent).SelectMany(it => Cut(it, until)).Select(it => line.Stretch(it))],
            [.. marks.OrderBy(it => it.At).Select(it => new ClockMark(it.Name, it.At, line.Place(it.At)))])
        {
            Taken = promise.Kind == CompletionKind.Immediate || until < starts || (end is null && row.Departed is not null)
                ? null : until - starts,
            Allowed = promise.Minutes is { } minutes ? TimeSpan.FromMinutes(minutes) : null,
        };
    }

    static List<(string Name, DateTimeOffset At)> MarksOf(VisitRow row, Promise promise, DateTimeOffset? used, int amberAtPercent)
    {
        var online = promise.Kind == CompletionKind.Immediate;
        (string Name, DateTimeOffset? At)[] all =
        [
            ("arrived", online ? row.ArrivedAt : null), ("signed", promise.ClockStarts > row.SignedAt ? row.SignedAt : null),
            ("start", promise.ClockStarts), ("amber", AmberFrom(promise, amberAtPercent)), ("due", promise.Due),
            ("used", online ? used : null), ("served", online ? null : row.ServedAt),
            ("left", (online ? used : row.ServedAt) is null ? row.LeftAt : null),
        ];
        return [.. all.Where(it => it.At is not null).Select(it => (it.Name, it.At!.Value))];
    }

    static DateTimeOffset? AmberFrom(Promise promise, int percent) =>
        promise is { ClockStarts: { } starts, Due: { } due } && due > starts ? starts + (due - starts) * (percent / 100.0) : null;

    // What the queue showed while it ran; hours outside the promise's spans are neither.
    static IEnumerable<(string Look, DateTimeOffset From, DateTimeOffset To)> Pieces(
        Promise promise, DateTimeOffset starts, DateTimeOffset end, int amberAtPercent)
    {
        if (promise.Kind == CompletionKind.Immediate) return [("green", starts, end)];
        var amber = AmberFrom(promise, amberAtPercent);
        Period[] open = promise.Spans is [_, ..] ? [.. promise.Spans] : [new(starts, promise.Due ?? end)];
        return open.SelectMany(it => new[]
        {
            ("green", Later(it.From, starts), Earlier(it.To, amber ?? it.To)),
            ("amber", Later(Later(it.From, starts), amber ?? it.To), it.To),
        }).Append(("red", promise.Due ?? end, end));
    }

    // What of it has passed, and what was left.
    static IEnumerable<(string Look, bool IsSpent, DateTimeOffset From, DateTimeOffset To)> Cut(
        (string Look, DateTimeOffset From, DateTimeOffset To) it, DateTimeOffset until) =>
        new[] { (it.Look, true, it.From, Earlier(it.To, until)), (it.Look, false, Later(it.From, until), it.To) }
            .Where(piece => piece.Item3 < piece.Item4);

    static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
    static DateTimeOffset Earlier(DateTimeOffset one, DateTimeOffset other) => one < other ? one : other;

    sealed record Line(DateTimeOffset From, DateTimeOffset To)
    {
        public double Place(DateTimeOffset at) =>
            To == From ? 50 : Math.Round(Margin + (100 - 2 * Margin) * ((at - From) / (To - From)), 2);

        public Stretch Stretch((string Look, bool IsSpent, DateTimeOffset From, DateTimeOffset To) it) =>
            new(it.Look, it.IsSpent, Place(it.From), Math.Round(Place(it.To) - Place(it.From), 2));
    }
}

/// <param name="Look">green, amber or red.</param>
/// <param name="IsSpent">False for what of the allowance was left.</param>
/// <param name="From">In percent of the line.</param>
public sealed record Stretch(string Look, bool IsSpent, double From, double Width);

/// <param name="Name">arrived, signed, start, amber, due, used, served, left or now.</param>
/// <param name="Place">In percent of the line.</param>
public sealed record ClockMark(string Name, DateTimeOffset At, double Place);
