namespace Pst.EventStore;

/// <summary>What is true of an event beside its data: who did it, when it happened, and how it came about.</summary>
/// <param name="Occurred">When it happened; stored to the microsecond. When it was recorded is the database's to say.</param>
/// <param name="Actor">Who did it: the id of an account, a device or a worker, never a person's name.</param>
public sealed record Envelope(DateTimeOffset Occurred, string Actor)
{
    /// <summary>The caller named the moment, because it was entered after it happened.</summary>
    public bool Late { get; init; }

    /// <summary>The role in which the actor did it.</summary>
    public string? Role { get; init; }

    /// <summary>The enrolled device it was done at.</summary>
    public string? Device { get; init; }

    /// <summary>What binds the events of one undertaking, such as a request's trace.</summary>
    public string? Correlation { get; init; }

    /// <summary>What brought the event about: the id of the command.</summary>
    public string? Causation { get; init; }
}
