using System.Text.Json.Serialization;

namespace Pst.Projections;

/// <summary>A visit as it is shown.</summary>
/// <param name="Ticket">Null online.</param>
/// <param name="Due">Null before the guestbook, where nothing was promised, and while the promise's end is not known.</param>
/// <param name="DepartedAt">Null also where nobody knows when it ended.</param>
/// <param name="Sla">Null for a voided visit.</param>
/// <param name="ServiceEndedAt">From here on the desk was free, while the visitor read on.</param>
/// <param name="OutSince">Null unless out for lunch or prayer.</param>
/// <param name="Locker">Of the first card; <paramref name="Cards"/> has those of a party.</param>
/// <param name="Incidents">What went wrong with cards and bags and is not over.</param>
/// <param name="Notes">How many were taken; what they say lies in the vault.</param>
/// <param name="Compensation">For a missed promise; null where none was offered.</param>
/// <param name="Late">At least one entry was made after it happened.</param>
/// <param name="Visitor">Who signed, for those who may look into the vault.</param>
public sealed record VisitView(
    VisitId Id, Channel Channel, ServiceCode Service, Ticket? Ticket, VisitStatus Status, Priority Priority, int PartySize,
    DateTimeOffset ArrivedAt, DateTimeOffset? GuestbookAt, DateTimeOffset? Due, DateTimeOffset? ServedAt, DateTimeOffset? DepartedAt,
    Verdict? Sla, Locker? Locker, HeldIdView? IdHeld, IReadOnlyList<HeldCard> Cards, CopiesView Copies, RatingView? Rating,
    bool Late, long Version, VisitorId? Visitor, int? Purpose, Demographics? Demographics, bool? AccommodationNeeded,
    DateTimeOffset? ServiceEndedAt, DateTimeOffset? OutSince, IReadOnlyList<IncidentLine> Incidents, [property: JsonIgnore] int Notes,
    Compensation? Compensation)
{
    /// <param name="promise">With its clock set.</param>
    internal static VisitView Of(VisitId visit, VisitRow row, Promise? promise, CopiesView copies, DateTimeOffset now) =>
        new(visit, row.Arrived.Channel, row.Service, Last(row.Tickets), row.Status, row.Arrived.Priority,
            row.Arrived.PartySize, row.ArrivedAt, row.SignedAt, promise?.Due, row.ServedAt, row.LeftAt, row.VerdictAt(now, promise),
            row.Cards is [{ Locker: var locker }, ..] ? locker : null,
            row.Cards is [{ IsGone: false } first, ..] ? new(first.Kind, first.Commitment, null) : null, row.Cards, copies,
            row.Rated is { } rated ? new(rated.Overall, rated.Elements) : null, row.Late, row.Version,
            row.Signed?.VisitorId, row.Signed?.Purpose, row.Signed?.Demographics, row.Signed?.AccommodationNeeded,
            row.ServiceEndedAt, row.OutSince, [.. (row.Incidents ?? []).Select(it => IncidentLine.Of(visit, Last(row.Tickets), it))],
            row.Notes, row.Compensation);

    static Ticket? Last(ValueList<Ticket> tickets) => tickets is [.., var ticket] ? ticket : null;
}

/// <summary>The first card that is held.</summary>
/// <param name="Tail">The number's last characters, which lie in the vault; null until put in, and where none were given.</param>
public sealed record HeldIdView(IdKind Kind, [property: JsonIgnore] string Commitment, string? Tail);

/// <param name="Sheets">Of this visit.</param>
/// <param name="Used">By its visitor in the standard's window that the arrival lies in, all visits together.</param>
/// <param name="Limit">Null where the standard offers no copies; so is what remains of it.</param>
public sealed record CopiesView(int Sheets, int Used, int? Limit, int? Remaining);

/// <param name="Elements">Null where none was marked.</param>
public sealed record RatingView(int Overall, Ratings? Elements);
