namespace Pst.Projections;

/// <summary>
/// A projection reads no further: the next event is of an unknown type, or program and table do not fit. The register says so too.
/// </summary>
public sealed class ProjectionStoppedException(string name, long position, Exception inner)
    : Exception($"The projection {name} stopped after position {position}: {inner.Message}", inner);
