namespace Pst.Domain;

/// <summary>How an office's personal data stands: what is withheld from destruction, and how often it was destroyed.</summary>
public sealed record Retention(ValueList<PeriodHold> Holds, int Destructions)
{
    public static Retention Initial { get; } = new([], 0);

    /// <summary>Whether visits that arrived on that day are withheld.</summary>
    public bool Withholds(DateOnly day) => Holds.Any(it => day >= it.From && day <= it.To);

    /// <param name="version">The event's place in the stream, by which a hold is named.</param>
    public Retention Evolve(RetentionEvent happened, int version) => happened switch
    {
        PeriodHeld held => this with { Holds = [.. Holds, new(version, held.From, held.To)] },
        PeriodHoldLifted lifted when Holds.Any(it => it.Version == lifted.EventVersion) =>
            this with { Holds = [.. Holds.Where(it => it.Version != lifted.EventVersion)] },
        RecordsDestroyed => this with { Destructions = Destructions + 1 },
        _ => throw new InvalidOperationException($"{happened} cannot follow."),
    };

    /// <summary>The state after all of these, the first one being version 1.</summary>
    public static Retention Of(IEnumerable<RetentionEvent> events) =>
        events.Index().Aggregate(Initial, (state, it) => state.Evolve(it.Item, it.Index + 1));
}

/// <summary>A hold that is not lifted.</summary>
/// <param name="Version">Of its event.</param>
public sealed record PeriodHold(int Version, DateOnly From, DateOnly To);
