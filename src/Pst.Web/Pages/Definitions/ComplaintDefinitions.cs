using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Definitions;

using static ComplaintFigure;

/// <summary>What the figures of complaints mean.</summary>
static class ComplaintDefinitions
{
    internal static IReadOnlyList<Definition> All { get; } =
    [
        Of("complaints_received", [Received, Online, Desk, Box, Phone, Whatsapp, Email, Letter, Anonymous], typeof(ComplaintReceived)),
        Of("complaints_verified", [VerifiedInTime, VerifiedLate], typeof(ComplaintVerified), typeof(ComplaintClosed)) with
        {
            Uncounted = [VerificationDue],
        },
        Of("complaints_answered", [AnsweredInTime, AnsweredLate], typeof(ComplaintAnswered), typeof(InformationAsked),
            typeof(ComplaintResolved), typeof(ComplaintClosed)) with { Uncounted = [AnswerDue] },
        Of("complaints_resolved", [ResolvedInTime, ResolvedLate], typeof(ComplaintResolved), typeof(ComplainantReplied)) with
        {
            Uncounted = [ResolutionDue, Unresolved],
        },
        Of("complaints_open", [Open, Closed], typeof(ComplaintReceived), typeof(ComplaintClosed)),
    ];

    static Definition Of(string anchor, IReadOnlyList<ComplaintFigure> counts, params IReadOnlyList<Type> events) =>
        new(anchor, Origin.Complaints, events) { Counts = counts, LeavesOut = [] };
}
