using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>All open visits of an office that have signed; each list with priority first, then first signed or transferred.</summary>
/// <param name="Waiting">Not served yet, whether called or not.</param>
/// <param name="Order">In which they are called.</param>
/// <param name="Skipped">They did not come when called; <c>requeue</c> brings them back.</param>
public sealed record QueueView(
    DateTimeOffset AsOf, IReadOnlyList<QueueLine> Waiting, IReadOnlyList<QueueLine> InService, IReadOnlyList<QueueLine> Skipped,
    [property: JsonIgnore] CallOrder Order)
{
    public QueueCounts Counts => new(Waiting.Count, InService.Count, Skipped.Count);

    /// <summary>Who is called next; null where nobody waits.</summary>
    public VisitId? Next => Order.Next?.Visit;

    /// <summary>The same where calls were made before.</summary>
    /// <param name="called">Of this day, the last first.</param>
    internal QueueView After(IEnumerable<VisitRow> called) => !Order.DependsOnCalls ? this :
        this with { Order = Order with { PriorityCalls = called.TakeWhile(it => it.Arrived.Priority != Priority.None).Count() } };

    internal static QueueView Of(IEnumerable<QueueLine> lines, DateTimeOffset now)
    {
        var ordered = lines.OrderBy(it => it.Priority == Priority.None).ThenBy(it => it.Since).ThenBy(it => it.Order)
            .ToLookup(it => it.Status == VisitStatus.Called ? VisitStatus.Waiting : it.Status);
        var waiting = ordered[VisitStatus.Waiting].ToList();
        return new(
            now, waiting, [.. ordered[VisitStatus.InService]], [.. ordered[VisitStatus.Skipped]],
            new([.. waiting.Where(it => it.MayBeCalled).Select(it => new Candidate(it.Visit, it.Priority != Priority.None, it.State))], 0));
    }
}

/// <summary>How many.</summary>
public sealed record QueueCounts(int Waiting, int InService, int Skipped);

/// <summary>One visitor in the queue or at a desk.</summary>
/// <param name="Status">Waiting, called, skipped or in service.</param>
/// <param name="Since">Signed or, if later, transferred.</param>
/// <param name="Due">Null where nothing was promised, or the promise has no end yet.</param>
/// <param name="State">Of the promise, now or when it was served.</param>
/// <param name="Called">How often.</param>
/// <param name="Desk">That called last, or serves.</param>
/// <param name="ServiceEndedAt">From here on the desk is free, while the visitor reads on.</param>
/// <param name="OutSince">Null unless out for lunch or prayer; who is out is not called.</param>
/// <param name="Purpose">By the code book; so is the occupation.</param>
public sealed record QueueLine(
    VisitId Visit, Ticket? Ticket, ServiceCode Service, Channel Channel, Priority Priority, int PartySize, VisitStatus Status,
    DateTimeOffset Since, DateTimeOffset? Due, Urgency State, int Called, Desk? Desk, DateTimeOffset? ServedAt,
    int Purpose, int Occupation, bool? AccommodationNeeded, DateTimeOffset? ServiceEndedAt = null,
    DateTimeOffset? OutSince = null)
{
    /// <summary>Tells those of one moment apart.</summary>
    internal long Order { get; init; }

    internal bool MayBeCalled => this is { Status: VisitStatus.Waiting, Channel: Channel.Offline, OutSince: null };
}
