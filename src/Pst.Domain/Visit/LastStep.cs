namespace Pst.Domain;

/// <summary>The last thing that happened in a visit and was not taken back, as the one who would take it back finds it.</summary>
/// <param name="Version">The event's place in the visit.</param>
/// <param name="IsOwn">The same person recorded it.</param>
/// <param name="Age">Since it occurred; what was entered late is old at once.</param>
public sealed record LastStep(long Version, VisitEvent Event, bool IsOwn, TimeSpan Age)
{
    /// <summary>A wrong tap is noticed at once; what is noticed later is corrected or voided by a supervisor.</summary>
    public static readonly TimeSpan MostAge = TimeSpan.FromSeconds(10);

    /// <summary>The locker that it left to others.</summary>
    public Locker? GaveBack => Event switch
    {
        LockerReleased it => it.Locker,
        BagLeft it => it.Locker,
        IncidentResolved it => it.Freed,
        _ => null,
    };

    public bool IsFresh => Age <= MostAge;

    /// <summary>Others rely on these: the visitor's own words, what a supervisor answers for, what a librarian works on.</summary>
    public bool IsFinal => Event is Arrived or GuestbookSigned or Rated or SoftcopyRequested or EntryCorrected or Voided;
}
