namespace Pst.Api.Tests.Support;

/// <summary>Stands still until it is moved: a Monday morning, 09.00 in Metro and 10.00 in Bima.</summary>
public sealed class Clock : TimeProvider
{
    public DateTimeOffset Now { get; set; } = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public override DateTimeOffset GetUtcNow() => Now.ToUniversalTime();
}
