using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Api;
using Pst.Web.Erasing;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.Erasing;

/// <summary>Whether a person can be forgotten now, without saying who it is.</summary>
public sealed class PersonStandings(PstDatabase database, Streams streams, TimeProvider clock)
{
    /// <summary>Null for somebody whom the office never knew.</summary>
    public async Task<PersonStanding?> OfAsync(OfficeCode office, OfficeState state, VisitorId visitor, CancellationToken cancel)
    {
        var (found, isHeld) = (new KeptFound(office, visitor), false);
        foreach (var query in found.Queries.Append(GuardQueries.IsHeld(office, visitor, it => isHeld = it)))
        {
            await using var rows = await OfficeReads.QueryAsync(database.App, office, query.Command, cancel);
            await query.Read(rows, cancel);
        }
        var history = new StreamHistory(visitor.Value, await streams.ReadAsync(office.Value, visitor.Value, cancel));
        var retention = new StreamHistory(
            office.RetentionStreamId, await streams.ReadAsync(office.Value, office.RetentionStreamId, cancel)).Retention();
        if (found.Of(history, state, retention, clock.GetUtcNow()) is not { } kept) return null;

        var decision = VisitorDecider.Decide(
            new VisitorCommand.Erase(Guid.Empty, null), new(visitor, null, HasOthers: false) { Kept = kept });
        return new(kept.HasData, found.Visits.Count, isHeld, decision is Refused<VisitorEvent>(var no) ? Problems.SentenceOf(no) : null);
    }
}

/// <param name="Visits">How many are recorded.</param>
/// <param name="IsHeld">Whether this record is under a hold.</param>
/// <param name="Obstacle">Why it cannot be erased now; null where it can.</param>
public sealed record PersonStanding(bool HasData, int Visits, bool IsHeld, string? Obstacle);
