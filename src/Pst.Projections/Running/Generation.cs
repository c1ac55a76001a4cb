namespace Pst.Projections;

/// <summary>One filling of a projection's table. Numbers rise and never come again, so a name never stands for another table.</summary>
/// <param name="Serves">Queries read it; another is being filled.</param>
internal sealed record Generation(string Name, int Number, int Version, long Position, bool Serves)
{
    internal string Table => $"read.{Name}_{Number}";
}

/// <summary>How a projection stands, for the operations page and for health.</summary>
/// <param name="Serves">Queries read this generation; one that does not is being filled.</param>
/// <param name="Position">What it has read of the log.</param>
/// <param name="Stopped">Why it reads no further; null while it does.</param>
/// <param name="Parked">The streams that it passes over.</param>
public sealed record ProjectionStanding(
    string Name, int Generation, int Version, bool Serves, long Position, string? Stopped, IReadOnlyList<ParkedNote> Parked);

/// <summary>A stream that a projection could not follow.</summary>
/// <param name="Position">Of the event that it stumbled over.</param>
public sealed record ParkedNote(string Tenant, Guid Stream, long Position, string Error);
