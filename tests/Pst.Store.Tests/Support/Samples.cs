namespace Pst.Store.Tests;

/// <summary>Events of no domain: the store knows none.</summary>
public sealed record Opened(string Name);

public sealed record Counted(int Number);

public sealed record Closed;
