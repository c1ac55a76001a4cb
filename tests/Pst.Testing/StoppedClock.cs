namespace Pst.Testing;

/// <summary>Stands still until it is moved.</summary>
public sealed class StoppedClock : TimeProvider
{
    /// <summary>From a Monday morning on, 09.00 in Metro and 10.00 in Bima.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
