namespace Pst.EventStore;

/// <summary>The database could not take the command now: nothing was stored, it may be sent again.</summary>
public sealed class StoreBusyException(Exception inner) : Exception("The store is not to be had at the moment.", inner);
