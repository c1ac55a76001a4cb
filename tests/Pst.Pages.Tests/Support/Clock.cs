namespace Pst.Pages.Tests.Support;

/// <summary>Stands still until it is moved.</summary>
public sealed class Clock : TimeProvider
{
    /// <summary>A Monday morning, 09.00 in Metro and 10.00 in Bima.</summary>
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
