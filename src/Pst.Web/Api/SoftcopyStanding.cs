using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Api;

/// <summary>How far a request for a softcopy is: nobody's name, and nothing of what was written.</summary>
/// <param name="Purpose">By the code book of the guestbook.</param>
/// <param name="Pages">Null for the whole publication.</param>
/// <param name="Due">The last day by which the office means to deliver.</param>
/// <param name="File">What was prepared last; null before.</param>
/// <param name="Until">The delivery link's last moment.</param>
/// <param name="Fetched">How often it was downloaded.</param>
/// <param name="EndedAt">When it was declined or called back, or its link ended.</param>
public sealed record SoftcopyStanding(
    SoftcopyId Id, SoftcopyNumber Number, PublicationId PublicationId, SoftcopyWay Way, SoftcopyStage Stage, int? Purpose,
    SoftcopyPages? Pages, VisitId? Visit, DateTimeOffset AskedAt, DateOnly Due, bool Overdue, PreparedFile? File,
    DateTimeOffset? DeliveredAt, DateTimeOffset? Until, int Fetched, DateTimeOffset? EndedAt, long Version)
{
    /// <param name="today">The office's day: by it what is overdue is judged.</param>
    internal static SoftcopyStanding Of(SoftcopyId request, SoftcopyRow row, DateOnly today) => new(
        request, row.Asked.Number, row.Asked.PublicationId, row.Asked.Way, row.Stage, row.Asked.Purpose,
        row.Asked.Pages is { } pages ? new(pages.From, pages.To) : null, row.Asked.Visit, row.AskedAt, row.Asked.Due,
        row.IsOverdue(today), row.File is { } it ? new(it.Sha256, it.Size, it.Pages, it.IsWatermarked) : null, row.DeliveredAt, row.Until,
        row.Fetched, row.EndedAt, row.Version);
}

/// <summary>Both included, counted from 1.</summary>
public sealed record SoftcopyPages(int From, int To);

/// <summary>A file as it is given away.</summary>
/// <param name="Size">In bytes.</param>
public sealed record PreparedFile(string Sha256, long Size, int Pages, bool Watermarked);

/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record SoftcopyList(IReadOnlyList<SoftcopyStanding> Items, string? Next);

/// <summary>What anybody is told of the code on a softcopy's pages; all but the first is null where no such softcopy was issued.</summary>
/// <param name="CalledBackAt">When the office took it back; null where it did not.</param>
public sealed record SoftcopyCheck(
    bool Issued, SoftcopyNumber? Number, OfficeCode? Office, string? OfficeName, PublicationId? PublicationId, string? Title,
    DateTimeOffset? DeliveredAt, DateTimeOffset? CalledBackAt);
