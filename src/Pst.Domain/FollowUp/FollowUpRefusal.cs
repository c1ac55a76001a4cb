namespace Pst.Domain;

/// <summary>All that can be refused about a follow-up action.</summary>
public abstract record FollowUpRefusal : Refusal
{
    public sealed record NotFound() : FollowUpRefusal("follow_up_not_found");
    public sealed record AlreadyOpen() : FollowUpRefusal("follow_up_already_open");
    public sealed record DeadlinePassed() : FollowUpRefusal("follow_up_deadline_passed");
    public sealed record OwnerUnknown() : FollowUpRefusal("follow_up_owner_unknown");

    /// <summary>It is done or dropped.</summary>
    public sealed record Over() : FollowUpRefusal("follow_up_over");

    /// <summary>The public is told what was done, not what is planned.</summary>
    public sealed record NotFinished() : FollowUpRefusal("follow_up_not_finished");

    public sealed record NotPublished() : FollowUpRefusal("follow_up_not_published");

    private FollowUpRefusal(string code) : base(code) { }
}
