using Pst.EventStore;

namespace Pst.Projections;

/// <summary>All that was ever asked about one record.</summary>
public sealed record DataRequestsRow(ValueList<DataRequest> Requests)
{
    internal DateTimeOffset? FirstDue => Requests.Where(it => it.Settled is null).Select(it => (DateTimeOffset?)it.Due).Min();

    /// <summary>The row after one more event of its record.</summary>
    public static DataRequestsRow? After(DataRequestsRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (_, DataRequested it) =>
            new([.. row?.Requests ?? [], new(stored.Version, it.Kind, stored.Envelope.Occurred, it.Due, it.Words, null, null, null)]),
        ({ }, RequestSettled it) => new([.. row.Requests.Select(asked => asked.Version == it.EventVersion ? asked with
        {
            Settled = stored.Envelope.Occurred, Outcome = it.Outcome, Reason = it.Reason,
        } : asked)]),
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };
}

/// <summary>Something that a visitor asked about their own data.</summary>
/// <param name="Version">Its place in the record.</param>
/// <param name="Words">What they wrote, in the vault.</param>
/// <param name="Settled">When; null while it waits. So are outcome and reason.</param>
public sealed record DataRequest(
    long Version, DataRequestKind Kind, DateTimeOffset Asked, DateTimeOffset Due, Guid? Words, DateTimeOffset? Settled,
    RequestOutcome? Outcome, Guid? Reason)
{
    // The last day is the one to see to it.
    static readonly TimeSpan Soon = TimeSpan.FromHours(24);

    /// <summary>How the law's clock stands; of what is settled, how it stood then.</summary>
    public DueState StateAt(DateTimeOffset now) =>
        Due < (Settled ?? now) ? DueState.Red : Due - (Settled ?? now) <= Soon ? DueState.Amber : DueState.Green;
}

/// <summary>With time, on the last day, past due.</summary>
public enum DueState { Green, Amber, Red }
