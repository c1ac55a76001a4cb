using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Vault;

namespace Pst.Web.Pages.History;

/// <summary>Reads what a visit's page tells: how it stands, and the events that made it so.</summary>
public sealed class StoryReads(Streams streams, Visits visits, VisitorFile file, Story story, TimeProvider clock)
{
    /// <returns>Null where the office has no such visit.</returns>
    public async Task<(VisitView View, IReadOnlyList<StoryLine> Lines)?> ReadAsync(
        OpenOffice office, VisitId visit, Caller reader, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        if (await visits.FindAsync(office.Code, office.State, visit, VisitMoment.Now, now, cancel) is not { } view) return null;

        var events = await streams.ReadAsync(office.Code.Value, visit.Value, cancel);
        var reasons = await file.OpenTextsAsync(
            office.Code, [.. events.SelectMany(it => EventJson.Reasons(it.Data))], ReadPurpose.OnScreen(Seen.Reasons, reader.Role), reader,
            cancel);
        return (view, story.Tell(
            events, reasons, reader.Role.SeesRatingsEarly() || view.Status is VisitStatus.Departed or VisitStatus.Voided));
    }
}
