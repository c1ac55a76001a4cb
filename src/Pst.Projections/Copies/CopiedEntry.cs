using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Sheets that were copied in one go, as corrected.</summary>
/// <param name="Version">The event's place in its visit.</param>
/// <param name="Overridden">A supervisor let more through than the limit.</param>
public sealed record CopiedEntry(long Version, DateTimeOffset At, int Sheets, bool Overridden);

/// <summary>How a visit's copies come about.</summary>
internal static class CopiedEntries
{
    internal static ValueList<CopiedEntry> With(this ValueList<CopiedEntry> entries, CopiesMade made, StoredEvent stored) =>
        [.. entries, new(stored.Version, stored.Envelope.Occurred, made.Sheets, made.Override is not null)];

    /// <summary>A correction of anything else changes nothing here.</summary>
    internal static ValueList<CopiedEntry> After(this ValueList<CopiedEntry> entries, EntryCorrected corrected) => corrected switch
    {
        { Field: "sheets", To.Number: { } sheets } =>
            [.. entries.Select(it => it.Version == corrected.EventVersion ? it with { Sheets = sheets } : it)],
        _ => entries,
    };
}
