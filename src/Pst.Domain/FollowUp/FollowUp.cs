using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>What the next decision about a follow-up action must know.</summary>
[SuppressMessage("Naming", "CA1724", Justification = "The stream's name; its folder is only a folder.")]
public abstract record FollowUp
{
    public sealed record NotOpened : FollowUp;
    public sealed record Underway(Guid Owner, DateOnly Deadline) : FollowUp;
    public sealed record Finished(bool IsPublic) : FollowUp;
    public sealed record Dropped : FollowUp;

    public static FollowUp Initial { get; } = new NotOpened();

    /// <exception cref="InvalidDataException">The stored stream is impossible: never a user's doing.</exception>
    public static FollowUp Evolve(FollowUp action, FollowUpEvent happened) => (action, happened) switch
    {
        (NotOpened, FollowUpOpened it) => new Underway(it.Owner, it.Deadline),
        (Underway underway, FollowUpAssigned it) => underway with { Owner = it.Owner },
        (Underway underway, FollowUpRescheduled it) => underway with { Deadline = it.Deadline },
        (Underway, FollowUpProgressed) => action,
        (Underway, FollowUpFinished) => new Finished(IsPublic: false),
        (Underway, FollowUpDropped) => new Dropped(),
        (Finished, FollowUpPublished) => new Finished(IsPublic: true),
        (Finished { IsPublic: true }, FollowUpUnpublished) => new Finished(IsPublic: false),
        _ => throw new InvalidDataException($"{happened} cannot follow {action}."),
    };

    private FollowUp() { }
}
