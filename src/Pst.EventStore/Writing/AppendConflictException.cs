namespace Pst.EventStore;

/// <summary>Somebody else was faster: nothing was stored. Load again and decide again.</summary>
/// <param name="constraint">The constraint that was violated, where it was one.</param>
/// <param name="inner">What the database said.</param>
public sealed class AppendConflictException(string? constraint, Exception inner)
    : Exception($"The append met another one ({constraint ?? "lost the race"}).", inner)
{
    /// <summary>The violated constraint's or index's name; null for a deadlock.</summary>
    public string? Constraint { get; } = constraint;
}
