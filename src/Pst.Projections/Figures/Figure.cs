namespace Pst.Projections;

/// <summary>
/// What is counted of visits by their day of arrival. <see cref="VisitFact.Count"/> has each one's formula, the page of definitions its
/// words. The order is that of the stored sums: a change of it needs another version of the projection.
/// </summary>
public enum Figure
{
    // Visits that were not voided.
    Visits, People, Signed, Companions, Offline, Online, Served, Used,

    // The promise on time: every visit has one of these.
    Met, Missed, Withdrawn, Pending, Unknown, NoPromise, Voided,

    // Signs that the promise is being gamed.
    LateVisits, LateEntries, LateMet, LateMissed, VoidedAfterMissed, WithdrawnAtLast, MetUnused, CalledTwiceAbsent,

    Sheets, CopyOverrides, HourOverrides,

    // For promises that were missed; what was given was offered, too.
    CompensationsOffered, CompensationsGiven,

    // What went wrong with cards and bags, also where it was resolved since.
    IdsLost, IdsHandedOver, BagsLeft, LockersJammed,

    // Of visitors who have left.
    Ratings, Mark1, Mark2, Mark3, Mark4,

    // Ratings with all nine elements, and each element's sum over them (PermenPANRB 14/2017).
    Complete, Persyaratan, Prosedur, Waktu, Biaya, Produk, Kompetensi, Perilaku, Pengaduan, Sarana,
}
