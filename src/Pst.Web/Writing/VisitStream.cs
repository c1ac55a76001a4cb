using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Writing;

/// <summary>Between a visit and its stored stream.</summary>
internal static class VisitStream
{
    /// <summary>The visit as its stream leaves it.</summary>
    public static Visit Fold(this StreamHistory stream) =>
        Visit.Of([.. stream.Events.Select(it => ((VisitEvent)it.Data, it.Envelope.Occurred))]);

    /// <summary>What a caller could take back; null in a visit that does not exist.</summary>
    public static LastStep? LastStep(this IReadOnlyList<StoredEvent> events, Caller caller, DateTimeOffset now) =>
        events.Standing().LastOrDefault(it => it.Data is not Undone) is { } last
            ? new(last.Version, (VisitEvent)last.Data, last.Envelope.Actor == caller.Id, now - last.Envelope.Occurred)
            : null;

    /// <summary>What follows from a request, once all is known that it needs: the part of the write path that asks nobody.</summary>
    /// <param name="newcomer">Whose record it is that begins, should one who signs not be known.</param>
    /// <returns>The decision, with the facts that it was made by; without facts where the moment itself was wrong.</returns>
    public static (Decision<VisitEvent> Decision, VisitFacts? Facts) Decide(
        this VisitRequest request, StreamHistory past, OfficeState office, VisitFactsFound found, DateTimeOffset now, VisitorId newcomer)
    {
        DateTimeOffset? last = past.Events is [.., var it] ? it.Envelope.Occurred : null;
        var (at, wrong) = OccurrenceRule.At(request.Asked.OccurredAt, now, last, request.Asked.Reach);
        if (wrong is not null) return (new WrongField("occurredAt", wrong), null);

        var before = past.Fold();
        var facts = found.At(at, office, StandardFor(before, office, at), newcomer, past.Events.LastStep(request.Caller, now));
        return (VisitDecider.Decide(request.Asked.Command, before, facts), facts);
    }

    /// <summary>What an event of this request does to the guards.</summary>
    /// <param name="version">Its place in the visit.</param>
    public static IEnumerable<GuardChange> Guards(this StreamHistory past, VisitEvent happened, long version, VisitFacts facts) =>
        happened is Undone undone
            ? GuardChange.Of(undone, past.Events, facts.Hours.Zone) : GuardChange.Of(happened, version, facts.Today);

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

    static Standard? StandardFor(Visit visit, OfficeState office, DateTimeOffset at) =>
        visit is Visit.Begun { Stay: var stay }
            ? office.Standards.Single(it => it.EffectiveFrom == stay.ArrivedUnder)
            : office.StandardOn(office.Hours.LocalDay(at));
}
