using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Identity;
using Pst.Web.Proving;
using Pst.Web.Vault;

namespace Pst.Web.Pages.History;

/// <summary>Reads what a visit's page tells: the events, what each changed, how its promise ran, whether all is as it was signed.</summary>
public sealed class StoryReads(
    Streams streams, Visits visits, PromiseClocks clocks, VisitorFile file, KnownActors actors, StreamProof proof, Story story,
    TimeProvider clock)
{
    /// <param name="version">The event after which the state is shown; the last one where there is no such.</param>
    /// <returns>Null where the office has no such visit.</returns>
    public async Task<StoryView?> ReadAsync(OpenOffice office, VisitId visit, Caller reader, int? version, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await visits.FindAsync(office.Code, office.State, visit, VisitMoment.Now, now, cancel) is not { } view) return null;

        var events = await streams.ReadAsync(office.Code.Value, visit.Value, cancel);
        var seesRating = reader.Role.SeesRatingsEarly() || view.Status is VisitStatus.Departed or VisitStatus.Voided;
        var reasons = await file.OpenTextsAsync(
            office.Code, [.. events.SelectMany(it => EventJson.Reasons(it.Data))], ReadPurpose.OnScreen(Seen.Reasons, reader.Role), reader,
            cancel);
        var names = await actors.OfAsync(events.Select(it => it.Envelope), cancel);
        var steps = ToldState.Steps(events, seesRating);
        var shown = version is > 0 && version < events.Count ? version.Value : events.Count;
        return new(
            view, story.Tell(events, reasons, names, steps, seesRating), shown, steps[shown],
            await ClockAsync(office, events, shown, now, cancel), StandardOf(office, events),
            await proof.OfAsync(office.Code, visit, events.Count, cancel));
    }

    async Task<SlaClock> ClockAsync(
        OpenOffice office, IReadOnlyList<StoredEvent> events, int version, DateTimeOffset now, CancellationToken cancel)
    {
        var past = events.Take(version).Standing().ToList();
        var row = past.Aggregate((VisitRow?)null, VisitRow.After)!;
        var before = row.SignedAt is { } signed
            ? await clocks.BeforeAsync(office.Code, office.Zone, row.Signed?.Promise, signed, cancel) : VisitorBefore.None;
        var used = past.FirstOrDefault(it => VisitRow.IsUse(it.Data))?.Envelope.Occurred;
        return SlaClock.Of(
            row, row.Signed?.Promise?.After(before), used, office.State.Local.AmberAtPercent,
            version == events.Count ? now : events[version - 1].Envelope.Occurred);
    }

    static Domain.Standard StandardOf(OpenOffice office, IReadOnlyList<StoredEvent> events)
    {
        var day = events.Select(it => it.Data).OfType<Arrived>().First().Standard;
        return office.State.Standards.Single(it => it.EffectiveFrom == day);
    }
}
