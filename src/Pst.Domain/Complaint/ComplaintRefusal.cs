namespace Pst.Domain;

/// <summary>All that can be refused about a complaint.</summary>
public abstract record ComplaintRefusal : Refusal
{
    public sealed record AlreadyReceived() : ComplaintRefusal("complaint_already_received");
    public sealed record NotFound() : ComplaintRefusal("complaint_not_found");
    public sealed record AlreadyClosed() : ComplaintRefusal("complaint_closed");
    public sealed record AlreadyVerified() : ComplaintRefusal("complaint_already_verified");
    public sealed record NotVerified() : ComplaintRefusal("complaint_not_verified");
    public sealed record AlreadyResolved() : ComplaintRefusal("complaint_already_resolved");

    /// <summary>There is nothing yet that the complainant could agree with.</summary>
    public sealed record NotResolved() : ComplaintRefusal("complaint_not_resolved");

    /// <summary>Whoever stands above knows of it already.</summary>
    public sealed record AlreadyEscalated() : ComplaintRefusal("complaint_already_escalated");

    /// <summary>The office's codes of that day are used up.</summary>
    public sealed record TooManyToday() : ComplaintRefusal("too_many_complaints_today");

    private ComplaintRefusal(string code) : base(code) { }
}
