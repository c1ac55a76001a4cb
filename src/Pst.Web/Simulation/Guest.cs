using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>Somebody who comes through the door.</summary>
internal sealed record Guest(
    VisitId Visit, SamplePerson Person, DateTimeOffset At, Turn Turn, ServiceCode Service = ServiceCode.PS, int PartySize = 1);

/// <summary>What becomes of a visit.</summary>
internal enum Turn
{
    Served,

    /// <summary>Not there when called, served when called again.</summary>
    ComesBack,

    /// <summary>Not there when called, and seen no more.</summary>
    DoesNotCome,

    Transferred,
    LeavesEarly,
    NeverSigns,

    /// <summary>Nobody enters the departure; the end of the day does.</summary>
    IsNotSeenLeaving,

    /// <summary>Leaves without the identity card, and comes for it the next morning.</summary>
    LeavesCard,

    /// <summary>The same, and did not come yet.</summary>
    LeavesCardForLong,

    /// <summary>The locker cannot be opened until a locksmith comes; the card is given back all the same.</summary>
    LockerJams,

    /// <summary>The card is not where it should be, and is found after the visitor has left.</summary>
    CardMislaid,

    /// <summary>Forgets bag and card; a friend comes for both.</summary>
    BagForgotten,

    /// <summary>Entered twice, and voided.</summary>
    Mistaken,

    /// <summary>A supervisor lets more sheets through than the limit.</summary>
    BeyondQuota,

    /// <summary>Signed on paper while the power was cut, and entered late.</summary>
    OnPaper,
}
