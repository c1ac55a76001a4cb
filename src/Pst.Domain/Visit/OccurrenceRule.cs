namespace Pst.Domain;

/// <summary>
/// When a command occurs. Without a word about it: now, and never before what the visit has seen. A time that was said marks the entry as
/// late; it lies not in the future, not before the visit's previous event, and not further back than the caller may reach.
/// </summary>
public static class OccurrenceRule
{
    /// <summary>Clocks of several nodes differ; up to this far ahead is taken as now.</summary>
    public static readonly TimeSpan ClockSkew = TimeSpan.FromMinutes(2);

    /// <param name="said">The time that the caller gave; null where none was given.</param>
    /// <param name="previous">When the visit's last event occurred; null for a new one.</param>
    /// <param name="reach">How far back the caller may reach.</param>
    public static (DateTimeOffset At, InputError? Wrong) At(
        DateTimeOffset? said, DateTimeOffset now, DateTimeOffset? previous, TimeSpan reach)
    {
        var latest = previous > now ? previous.Value : now;
        if (said is not { } at) return (latest, null);
        if (at > now + ClockSkew) return (at, new InputError.InTheFuture());
        if (at > now) at = latest;
        if (at < previous) return (at, new InputError.BeforePrevious());
        return at < now - reach ? (at, new InputError.TooLongAgo()) : (at, null);
    }
}
