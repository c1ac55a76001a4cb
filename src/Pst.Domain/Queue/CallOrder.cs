namespace Pst.Domain;

/// <summary>
/// Whom a desk calls next: priority first; but after two calls of priority visitors comes one of the others, if there is one whose time is
/// running out (amber) or over (red).
/// </summary>
/// <param name="Waiting">Who may be called now, in the order of the queue: priority first.</param>
/// <param name="PriorityCalls">How many of the last calls, without another between them, were of priority visitors.</param>
public sealed record CallOrder(ValueList<Candidate> Waiting, int PriorityCalls)
{
    /// <summary>So many priority visitors are called before one of the others has a turn.</summary>
    public const int MostInARow = 2;

    /// <summary>Null where nobody waits.</summary>
    public Candidate? Next =>
        (PriorityCalls >= MostInARow ? Waiting.FirstOrDefault(it => it.IsHurried) : null) ?? (Waiting is [var first, ..] ? first : null);

    /// <summary>Whether the last calls matter: someone with priority waits, and another whose time is running out.</summary>
    public bool DependsOnCalls => Waiting.Any(it => it.HasPriority) && Waiting.Any(it => it.IsHurried);

    /// <summary>The order when that one has been called.</summary>
    public CallOrder After(Candidate called) => Without(called) with { PriorityCalls = called.HasPriority ? PriorityCalls + 1 : 0 };

    /// <summary>The order when that one is not there to be called.</summary>
    public CallOrder Without(Candidate gone) => this with { Waiting = [.. Waiting.Where(it => it != gone)] };
}

/// <summary>Someone who waits to be called.</summary>
public sealed record Candidate(VisitId Visit, bool HasPriority, Urgency Urgency)
{
    internal bool IsHurried => !HasPriority && Urgency != Urgency.Green;
}
