namespace Pst.EventStore;

/// <summary>
/// The connection was lost while the append was being committed: it may be stored, or not.
/// Only the command's id makes it safe to ask again.
/// </summary>
public sealed class OutcomeUnknownException(Exception inner) : Exception("Whether the command was carried out is unknown.", inner);
