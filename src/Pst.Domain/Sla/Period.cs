namespace Pst.Domain;

/// <summary>A stretch of time, half-open: at <paramref name="To"/> it is over.</summary>
public sealed record Period(DateTimeOffset From, DateTimeOffset To)
{
    public bool Contains(DateTimeOffset at) => From <= at && at < To;
}
