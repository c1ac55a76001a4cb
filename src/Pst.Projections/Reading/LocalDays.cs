namespace Pst.Projections;

/// <summary>An office's days as points in time. A day that is not given has no bound.</summary>
internal static class LocalDays
{
    /// <summary>The first moment of a day.</summary>
    internal static DateTimeOffset StartOf(this Zone zone, DateOnly? day) =>
        day is { } known && known > DateOnly.MinValue ? zone.At(known, TimeOnly.MinValue).ToUniversalTime() : DateTimeOffset.MinValue;

    /// <summary>The first moment after a day.</summary>
    internal static DateTimeOffset EndOf(this Zone zone, DateOnly? day) =>
        day is { } known && known < DateOnly.MaxValue ? zone.StartOf(known.AddDays(1)) : DateTimeOffset.MaxValue;
}
