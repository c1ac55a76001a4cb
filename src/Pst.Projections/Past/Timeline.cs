using Pst.EventStore;

namespace Pst.Projections;

/// <summary>By which of an event's two times a day is told.</summary>
public enum Timeline
{
    /// <summary>
    /// What had happened: late entries stand where they belong, corrections hold from the beginning, and what was taken back or voided
    /// never was.
    /// </summary>
    Occurred,

    /// <summary>What staff could see: what was recorded by then, and nothing that was made of it afterwards.</summary>
    Recorded,
}

/// <summary>What of a visit's events is told.</summary>
internal static class Timelines
{
    internal static DateTimeOffset TimeOf(this Timeline by, StoredEvent happened) =>
        by == Timeline.Recorded ? happened.Recorded : happened.Envelope.Occurred;

    /// <summary>The events that make the visit as it is told at a moment, without what was taken back; none before the arrival.</summary>
    /// <param name="visit">All that is known of it, in its order.</param>
    internal static IReadOnlyList<StoredEvent> Until(this Timeline by, IReadOnlyList<StoredEvent> visit, DateTimeOffset at) => by switch
    {
        Timeline.Recorded => [.. visit.Where(it => it.Recorded <= at).Standing()],
        _ => Happened([.. visit.Standing()], at),
    };

    // A correction says how it was from the beginning, and so does the word that all was a mistake.
    static IReadOnlyList<StoredEvent> Happened(IReadOnlyList<StoredEvent> standing, DateTimeOffset at)
    {
        var happened = standing.Where(it => it.Envelope.Occurred <= at).Select(it => it.Version).ToHashSet();
        return happened.Count == 0 ? [] :
        [
            .. standing.Where(it => it.Data switch
            {
                Voided => true,
                EntryCorrected corrected => happened.Contains(corrected.EventVersion),
                _ => happened.Contains(it.Version),
            }),
        ];
    }
}
