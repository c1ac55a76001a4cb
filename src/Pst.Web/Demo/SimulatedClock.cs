namespace Pst.Web.Demo;

/// <summary>Stands where it is put, so that what the demo does occurs when it is said to.</summary>
internal sealed class SimulatedClock : TimeProvider
{
    public DateTimeOffset Now { get; set; }

    public override DateTimeOffset GetUtcNow() => Now;
}
