namespace Pst.Projections;

/// <summary>
/// What is counted of complaints by the day on which they came. <see cref="ComplaintFact.Count"/> has each one's formula, the page of
/// definitions its words.
/// </summary>
public enum ComplaintFigure
{
    Received,

    // By the way that they came, in the order of ComplaintWay.
    Online, Desk, Box, Phone, Whatsapp, Email, Letter,

    Anonymous,

    // The promised working days (PermenPANRB 62/2018): of each promise every complaint has one.
    VerifiedInTime, VerifiedLate, VerificationDue,
    AnsweredInTime, AnsweredLate, AnswerDue,

    // Closed without a resolution before its last day, by a dismissal or by silence, is neither kept nor broken.
    ResolvedInTime, ResolvedLate, ResolutionDue, Unresolved,

    Open, Closed,
}
