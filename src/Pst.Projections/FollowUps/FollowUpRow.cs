using System.Text.Json.Serialization;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>A follow-up action as its events tell it. What people wrote lies in the vault, under these references.</summary>
/// <param name="Owner">The account of who answers for it.</param>
/// <param name="Note">The last one; null before the first.</param>
/// <param name="Notes">How many there are.</param>
/// <param name="Evidence">All of it, the oldest first.</param>
/// <param name="Ended">When it was finished or dropped.</param>
/// <param name="Words">Its outcome, or why it was dropped.</param>
/// <param name="Published">What the public reads; null where it reads nothing.</param>
public sealed record FollowUpRow(
    FollowUpCause Cause, Guid Plan, Guid Owner, DateOnly Deadline, DateTimeOffset OpenedAt, FollowUpStatus Status, Guid? Note, int Notes,
    ValueList<Guid> Evidence, DateTimeOffset? Ended, Guid? Words, PublishedRefs? Published, long Version)
{
    public bool IsOverdue(DateOnly today) => Status == FollowUpStatus.Underway && Deadline < today;

    /// <summary>Whether it belongs to a plan for some days: what it is about showed in them, or it was opened in them.</summary>
    public bool IsOf(DateOnly from, DateOnly to, Zone zone) => Cause is { From: { } first, To: { } last }
        ? first <= to && last >= from
        : zone.Day(OpenedAt) >= from && zone.Day(OpenedAt) <= to;

    /// <summary>All that was written about it and is shown with it, by reference.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Texts =>
        new Guid?[] { Plan, Note, Words, Published?.Said, Published?.Done }.OfType<Guid>().Concat(Evidence);

    /// <summary>The row after one more event of its action.</summary>
    public static FollowUpRow? After(FollowUpRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, FollowUpOpened it) => new(
            it.Cause, it.Plan, it.Owner, it.Deadline, stored.Envelope.Occurred, FollowUpStatus.Underway, null, 0, [], null, null, null,
            stored.Version),
        ({ } open, FollowUpEvent it) => open.After(it, stored.Envelope.Occurred) with { Version = stored.Version },
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };

    FollowUpRow After(FollowUpEvent happened, DateTimeOffset at) => happened switch
    {
        FollowUpAssigned it => this with { Owner = it.Owner },
        FollowUpRescheduled it => this with { Deadline = it.Deadline },
        FollowUpProgressed it => this with { Note = it.Note, Notes = Notes + 1, Evidence = With(it.Evidence) },
        FollowUpFinished it => this with
        {
            Status = FollowUpStatus.Finished, Ended = at, Words = it.Outcome, Evidence = With(it.Evidence),
        },
        FollowUpDropped it => this with { Status = FollowUpStatus.Dropped, Ended = at, Words = it.Reason },
        FollowUpPublished it => this with { Published = new(it.Said, it.Done, at) },
        FollowUpUnpublished => this with { Published = null },
        _ => throw new InvalidDataException($"{happened} cannot follow here."),
    };

    ValueList<Guid> With(Guid? evidence) => evidence is { } it ? [.. Evidence, it] : Evidence;
}

/// <summary>How far an action has come.</summary>
public enum FollowUpStatus { Underway, Finished, Dropped }

/// <summary>References of what the public reads.</summary>
public sealed record PublishedRefs(Guid Said, Guid Done, DateTimeOffset At);
