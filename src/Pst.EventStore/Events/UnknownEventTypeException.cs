namespace Pst.EventStore;

/// <summary>
/// An event of a type that this program does not know: it was written by a newer one, or the list lacks it. Nothing may pass over it.
/// </summary>
public sealed class UnknownEventTypeException(string alias) : Exception($"No type is known for events named '{alias}'.")
{
    /// <summary>The stored name.</summary>
    public string Alias { get; } = alias;
}
