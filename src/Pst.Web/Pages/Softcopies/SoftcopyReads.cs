using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Library;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Softcopies;

/// <summary>One request for a softcopy as pages show it.</summary>
public sealed class SoftcopyReads(Streams streams, OfficeMemory offices, PublicationTitles titles, OpenWords words)
{
    /// <summary>Null where the office has none such.</summary>
    public async Task<SoftcopyView?> FindAsync(OfficeCode office, SoftcopyId request, CancellationToken cancel)
    {
        if (await offices.FindAsync(office, cancel) is not { } state
            || await FindAsync(office, request, VisitMoment.Now, cancel) is not { } row) return null;
        var book = row.Asked.PublicationId;
        return new(new(request, row), state.Details.Name, state.Details.TimeZone, (await titles.OfAsync([book], cancel))[book]);
    }

    /// <summary>How far a request is, or was; null where the office has, or then had, none such.</summary>
    public async Task<SoftcopyRow?> FindAsync(OfficeCode office, SoftcopyId request, VisitMoment moment, CancellationToken cancel) =>
        (await EventsAsync(office, request, cancel))?.Where(moment.Includes).Aggregate((SoftcopyRow?)null, SoftcopyRow.After);

    /// <summary>All that happened to it; null where the office has none such.</summary>
    public async Task<IReadOnlyList<StoredEvent>?> EventsAsync(OfficeCode office, SoftcopyId request, CancellationToken cancel) =>
        await streams.ReadAsync(office.Value, request.Value, cancel) is [{ Data: SoftcopyAsked }, ..] events ? events : null;

    /// <summary>Why it was declined or called back, to whoever asked for it.</summary>
    public async Task<string?> ReasonToRequesterAsync(OfficeCode office, SoftcopyLine line, CancellationToken cancel) =>
        line.Row.Reason is { } reason
            ? (await words.ToRequesterAsync(office, line.Id, reason, cancel)) : null;
}

/// <summary>A request with the names around it.</summary>
public sealed record SoftcopyView(SoftcopyLine Line, string OfficeName, Zone Zone, string Title);
