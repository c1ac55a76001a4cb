using Pst.Domain;
using Pst.EventStore;

namespace Pst.Web.Writing;

/// <summary>Between a visit and its stored stream.</summary>
internal static class VisitStream
{
    /// <summary>The visit as its stream leaves it.</summary>
    public static Visit Fold(this StreamHistory stream) =>
        stream.Events.Aggregate(Visit.Initial, (visit, it) => Visit.Evolve(visit, (VisitEvent)it.Data, it.Envelope.Occurred));

    /// <summary>What stands around every event of a request.</summary>
    public static Envelope Envelope(this VisitRequest request, DateTimeOffset at) => new(at, request.Caller.Id)
    {
        Late = request.Asked.OccurredAt is not null,
        Role = Words.Of(request.Caller.Role),
        Device = request.Caller.Device?.ToString(),
        Causation = request.Id.Value.ToString(),
        Correlation = System.Diagnostics.Activity.Current?.TraceId.ToString(),
    };

    /// <summary>PostgreSQL keeps microseconds: what is decided is what is stored.</summary>
    public static DateTimeOffset WholeMicroseconds(this DateTimeOffset at) =>
        new(at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMicrosecond, TimeSpan.Zero);
}
