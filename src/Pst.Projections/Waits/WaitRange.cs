namespace Pst.Projections;

/// <summary>How long one may expect to wait: longer than a quarter of the visitors did, and no longer than nine tenths of them.</summary>
/// <param name="FromMinutes">0 for hardly at all.</param>
/// <param name="ToMinutes">At least 1, and not below <paramref name="FromMinutes"/>.</param>
public sealed record WaitRange(int FromMinutes, int ToMinutes)
{
    /// <summary>Fewer waits than this tell nothing about the next.</summary>
    public const int Fewest = 8;

    // People do not believe "17 minutes".
    const int Exact = 10, Step = 5;

    /// <summary>Null where there are too few to tell.</summary>
    internal static WaitRange? Of(IEnumerable<TimeSpan> waits)
    {
        var sorted = waits.Order().ToList();
        if (sorted.Count < Fewest) return null;

        TimeSpan Rank(int percent) => sorted[(sorted.Count * percent + 99) / 100 - 1]; // nearest rank
        return new(Down(Rank(25)), Up(Rank(90)));
    }

    static int Down(TimeSpan wait)
    {
        var minutes = Math.Max(0, (int)wait.TotalMinutes);
        return minutes < Exact ? minutes : minutes / Step * Step;
    }

    static int Up(TimeSpan wait)
    {
        var minutes = Math.Max(1, (int)Math.Ceiling(wait.TotalMinutes));
        return minutes <= Exact ? minutes : (minutes + Step - 1) / Step * Step;
    }
}
