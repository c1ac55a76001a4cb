namespace Pst.EventStore;

/// <summary>An event that is to be stored.</summary>
/// <param name="Data">Of a type that <see cref="EventTypes"/> knows.</param>
/// <param name="Envelope">Who, when, how.</param>
public sealed record EventToAppend(object Data, Envelope Envelope);
