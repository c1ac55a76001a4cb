using Pst.Domain;

namespace Pst.Web.Writing;

/// <summary>What became of a request to write.</summary>
/// <typeparam name="TAnswer">What is answered when it was carried out.</typeparam>
public abstract record Outcome<TAnswer>
{
    private protected Outcome() { }

    public static implicit operator Outcome<TAnswer>(Refusal reason) => new Denied<TAnswer>(reason);
    public static implicit operator Outcome<TAnswer>(WrongField wrong) => new Wrong<TAnswer>(wrong);
}

/// <param name="IsReplayed">It was carried out before, under the same id: this is the first answer again.</param>
public sealed record Done<TAnswer>(TAnswer Answer, bool IsReplayed = false) : Outcome<TAnswer>;

public sealed record Denied<TAnswer>(Refusal Reason) : Outcome<TAnswer>;
public sealed record Wrong<TAnswer>(WrongField Field) : Outcome<TAnswer>;
public sealed record OfficeNotFound<TAnswer> : Outcome<TAnswer>;

/// <summary>The id was used for something else.</summary>
public sealed record IdReused<TAnswer> : Outcome<TAnswer>;

/// <summary>The stream has moved on from the version that the caller had seen.</summary>
public sealed record MovedOn<TAnswer> : Outcome<TAnswer>;

/// <summary>What a command on a visit answers.</summary>
/// <param name="Version">The visit's last event.</param>
/// <param name="Sequence">Of that event; readers that must see it wait for it.</param>
/// <param name="Events">What the command brought about.</param>
public sealed record VisitAnswer(VisitId Visit, long Version, long Sequence, IReadOnlyList<AnsweredEvent> Events);

/// <summary>An event as the answer to its command shows it.</summary>
/// <param name="Type">Its stored alias.</param>
public sealed record AnsweredEvent(long Version, string Type, object Data, DateTimeOffset Occurred, DateTimeOffset Recorded);
