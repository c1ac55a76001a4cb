using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>What the next decision about a complaint must know.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "The stream's name; its folder is only a folder.")]
public abstract record Complaint
{
    public sealed record NotReceived : Complaint;

    /// <param name="IsAnswered">The complainant has heard from the office.</param>
    /// <param name="ClosesAfter">The last day to wait for the complainant; null where it is the office's turn.</param>
    /// <param name="Escalated">For what it went up already.</param>
    public sealed record Open(
        ComplaintStage Stage, bool IsAnswered, DateOnly? ClosesAfter, ComplaintDeadlines Deadlines, ValueList<Escalation> Escalated)
        : Complaint
    {
        /// <summary>The promises that are broken on a day and that nobody above was told of, in the order of a complaint's life.</summary>
        public IEnumerable<Escalation> NewlyOverdue(DateOnly today) => Overdue(today).Except(Escalated);

        /// <summary>The promises that are broken on a day.</summary>
        public IEnumerable<Escalation> Overdue(DateOnly today)
        {
            if (Stage == ComplaintStage.Received && today > Deadlines.VerifyBy) yield return Escalation.Verification;
            if (!IsAnswered && today > Deadlines.RespondBy) yield return Escalation.Response;
            if (Stage != ComplaintStage.Resolved && today > Deadlines.ResolveBy) yield return Escalation.Resolution;
        }
    }

    public sealed record Closed : Complaint;

    public static Complaint Initial { get; } = new NotReceived();

    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static Complaint Evolve(Complaint complaint, ComplaintEvent happened) => (complaint, happened) switch
    {
        (NotReceived, ComplaintReceived it) => new Open(ComplaintStage.Received, IsAnswered: false, null, it.Deadlines, []),
        (Open { Stage: ComplaintStage.Received } open, ComplaintVerified it) => open with
        {
            Stage = ComplaintStage.Verified,
            Deadlines = it.NeedsOversight ? open.Deadlines with { ResolveBy = open.Deadlines.OversightBy } : open.Deadlines,
        },
        (Open open, ComplaintAnswered) => open with { IsAnswered = true },
        (Open open, InformationAsked it) => open with { IsAnswered = true, ClosesAfter = it.ClosesAfter },
        (Open open, ComplainantReplied) => open with
        {
            ClosesAfter = null, Stage = open.Stage == ComplaintStage.Resolved ? ComplaintStage.Verified : open.Stage,
        },
        (Open open, ComplaintResolved it) => open with
        {
            Stage = ComplaintStage.Resolved, IsAnswered = true, ClosesAfter = it.ClosesAfter,
        },
        (Open open, ComplaintEscalated it) => open with { Escalated = [.. open.Escalated, it.Because] },
        (Open, ComplaintClosed) => new Closed(),
        _ => throw new InvalidDataException($"{happened} cannot follow {complaint}."),
    };

    private Complaint() { }
}

/// <summary>How far an open complaint has come.</summary>
public enum ComplaintStage { Received, Verified, Resolved }
