using Pst.EventStore;

namespace Pst.Projections;

/// <summary>An open visit as the desk needs it, also before it has signed; a visit that ended or was voided has no row.</summary>
/// <param name="Arrived">As corrected.</param>
/// <param name="Ticket">The one it waits with.</param>
/// <param name="Signed">As corrected; null until then.</param>
/// <param name="Since">When it was signed or, if later, transferred last: its place in the queue.</param>
/// <param name="Order">Of that event in the store, for those of one moment.</param>
/// <param name="Called">How often.</param>
/// <param name="Desk">That called last, or serves; null from when the service has ended.</param>
/// <param name="OutSince">Null unless out for lunch or prayer.</param>
/// <param name="ArrivedAt">By which one knows who is in the house, signed or not.</param>
public sealed record QueueRow(
    Arrived Arrived, Ticket? Ticket, ServiceCode Service, GuestbookSigned? Signed = null, DateTimeOffset? SignedAt = null,
    DateTimeOffset? Since = null, long Order = 0, QueuePlace Place = QueuePlace.Waiting, int Called = 0, Desk? Desk = null,
    DateTimeOffset? ServedAt = null, DateTimeOffset? ServiceEndedAt = null, DateTimeOffset? OutSince = null,
    DateTimeOffset ArrivedAt = default)
{
    internal VisitStatus Status => ServedAt is not null ? VisitStatus.InService : Place switch
    {
        QueuePlace.Called => VisitStatus.Called,
        QueuePlace.Skipped => VisitStatus.Skipped,
        _ => VisitStatus.Waiting,
    };

    /// <summary>The row after one more event of its visit.</summary>
    public static QueueRow? After(QueueRow? row, StoredEvent happened) => (row, happened.Data) switch
    {
        (_, Departed or Voided) => null,
        (null, Arrived it) => new(it, it.Ticket, it.Service) { ArrivedAt = happened.Envelope.Occurred },
        (null, EntryCorrected or Undone) => null, // of a visit that has ended
        ({ } open, VisitEvent it) => open.After(it, happened),
        _ => throw new InvalidDataException($"{happened.Alias} cannot follow here."),
    };

    QueueRow After(VisitEvent happened, StoredEvent stored) => happened switch
    {
        GuestbookSigned it => (this with { Signed = it, SignedAt = stored.Envelope.Occurred }).Queued(stored),
        Called it => this with { Place = QueuePlace.Called, Called = Called + 1, Desk = it.Desk },
        Skipped => this with { Place = QueuePlace.Skipped },
        Requeued => this with { Place = QueuePlace.Waiting },
        Transferred it => (this with { Service = it.Service, Ticket = it.Ticket, Place = QueuePlace.Waiting }).Queued(stored),
        Served it => this with { ServedAt = stored.Envelope.Occurred, Desk = it.Desk },
        ServiceEnded => this with { ServiceEndedAt = stored.Envelope.Occurred, Desk = null },
        SteppedOut => this with { OutSince = stored.Envelope.Occurred, Place = Place == QueuePlace.Called ? QueuePlace.Waiting : Place },
        CameBack => this with { OutSince = null },
        EntryCorrected it when Entry.Has(Arrived, it.Field) => this with { Arrived = (Arrived)Entry.Corrected(Arrived, it.Field, it.To) },
        EntryCorrected it when Signed is not null && Entry.Has(Signed, it.Field) =>
            this with { Signed = (GuestbookSigned)Entry.Corrected(Signed, it.Field, it.To) },
        EntryCorrected or Undone => this,
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };

    QueueRow Queued(StoredEvent stored) => this with { Since = stored.Envelope.Occurred, Order = stored.Sequence };
}
