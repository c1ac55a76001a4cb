namespace Pst.Domain;

/// <summary>What a decider answers: what happens now, or why nothing does.</summary>
/// <typeparam name="TEvent">The stream's closed hierarchy of events.</typeparam>
public abstract record Decision<TEvent>
{
    private protected Decision() { }

    // A rule then reads "this case => this event", "this case => this refusal", "this case => this field is wrong".
    public static implicit operator Decision<TEvent>(TEvent happened) => new Accepted<TEvent>([happened]);
    public static implicit operator Decision<TEvent>(Refusal reason) => new Refused<TEvent>(reason);
    public static implicit operator Decision<TEvent>(WrongField wrong) => new Mistaken<TEvent>(wrong);
}

/// <summary>These events are to be appended, all or none; an empty list says that the wish is fulfilled already.</summary>
public sealed record Accepted<TEvent>(IReadOnlyList<TEvent> Events) : Decision<TEvent>;

/// <summary>The rules say no; nothing is stored.</summary>
public sealed record Refused<TEvent>(Refusal Reason) : Decision<TEvent>;

/// <summary>The input cannot mean anything for this stream (a correction of an entry that does not exist); nothing is stored.</summary>
public sealed record Mistaken<TEvent>(WrongField Wrong) : Decision<TEvent>;

/// <summary>A field of the request that only the stream could show to be wrong.</summary>
/// <param name="Field">Its name as in the body.</param>
public sealed record WrongField(string Field, InputError Error);
