using Npgsql;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>
/// A question that is kept answered: a table with a row a stream, or a row an event, made from the log by a pure fold and by nothing else.
/// See docs/decisions/0005-projections.md.
/// </summary>
public abstract class Projection
{
    private protected Projection(string name, int version, IReadOnlyCollection<Type> reads) =>
        (Name, Version, Reads) = (name, version, reads.ToHashSet());

    /// <summary>snake_case; the tables are named for it.</summary>
    public string Name { get; }

    /// <summary>Another one whenever fold, row or columns change: the table is then filled anew from the log.</summary>
    public int Version { get; }

    /// <summary>The types of events that the fold is given.</summary>
    public IReadOnlyCollection<Type> Reads { get; }

    /// <summary>Its rows are visits, which are added up day by day in a table beside.</summary>
    internal bool HasDays { get; init; }

    /// <summary>The row that an event goes into: its stream's, unless each event has one of its own.</summary>
    internal virtual StreamKey KeyOf(LogEntry entry) => StreamKey.Of(entry);

    /// <summary>What makes the table, its rights and its indexes.</summary>
    internal abstract string Definition(string table);

    /// <summary>The rows of some streams after more events.</summary>
    /// <param name="documents">The rows as they lie in the table.</param>
    /// <param name="parked">Streams that are passed over.</param>
    internal abstract Folded Fold(
        string table, ReadPage page, Dictionary<StreamKey, byte[]> documents, IReadOnlySet<StreamKey> parked);
}

/// <summary>What a stretch of the log makes of a table.</summary>
/// <param name="Moments">Those by whose days the changed rows are counted; none where nothing is.</param>
internal sealed record Folded(
    IReadOnlyList<NpgsqlBatchCommand> Changes, IReadOnlyList<ParkedStream> Parked,
    IReadOnlyCollection<(string Tenant, DateTimeOffset At)> Moments);

/// <summary>A stream that a projection could not follow any further.</summary>
internal sealed record ParkedStream(StreamKey Key, long Position, string Error)
{
    internal static string Why(string alias, long version, Exception failure) => $"{alias} {version}: {failure.Message}";
}
