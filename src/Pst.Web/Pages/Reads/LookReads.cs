using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Reads;

/// <summary>Puts together what the page of reads tells. It names readers and tickets, and no visitor.</summary>
public sealed class LookReads(
    Projections.Reads reads, VisitorVisits visits, Streams streams, ReaderNames names, OpenWords words)
{
    /// <summary>The looks that a filter lets through, the last first.</summary>
    public async Task<IReadOnlyList<ShownLook>> ListAsync(ReadFilter filter, int most, CancellationToken cancel)
    {
        var lines = await reads.ListAsync(filter, most, cancel);
        var shown = new List<ShownLook>();
        foreach (var ofOffice in lines.GroupBy(it => it.Office)) shown.AddRange(await ShowAsync(ofOffice.Key, [.. ofOffice], cancel));
        return [.. shown.OrderByDescending(it => it.Line.Row.At).ThenByDescending(it => it.Line.Position)];
    }

    /// <summary>Everybody that the look at a visit may stand under; nobody where the office has no such visit.</summary>
    public async Task<IReadOnlyCollection<VisitorId>> WhoseAsync(OfficeCode office, VisitId visit, CancellationToken cancel)
    {
        var events = await streams.ReadAsync(office.Value, visit.Value, cancel);
        if (events.Select(it => it.Data).OfType<GuestbookSigned>().FirstOrDefault() is not { } signed)
            return [VisitorId.OfUnsigned(visit)];
        return [.. await visits.RecordsAsync(office, signed.VisitorId, cancel), VisitorId.OfUnsigned(visit)];
    }

    async Task<IEnumerable<ShownLook>> ShowAsync(OfficeCode office, IReadOnlyList<ReadLine> lines, CancellationToken cancel)
    {
        var known = await visits.OfAsync(office, [.. lines.Select(it => it.Row.Visitor).Distinct()], cancel);
        var called = await names.FindAsync(lines.SelectMany(it => new[] { it.Row.Reader, it.Row.Device }).OfType<string>(), cancel);
        var reasons = await words.OfReadersAsync(office, lines, cancel);
        return lines.Select(it => new ShownLook(
            it, called[it.Row.Reader], it.Row.Device is { } device ? called[device] : null,
            it.Row.ReasonRef is { } reason ? reasons.GetValueOrDefault(reason) : null, About(it.Row, [.. known[it.Row.Visitor]])));
    }

    // The visit that it was about; else the last one before.
    static VisitorVisit? About(ReadRow look, IReadOnlyList<VisitorVisit> visits) =>
        look.Visit is { } visit
            ? visits.FirstOrDefault(it => it.Visit == visit) ?? new(look.Visitor, visit, "", look.At)
            : visits.FirstOrDefault(it => it.ArrivedAt <= look.At) ?? (visits is [var next, ..] ? next : null);
}

/// <summary>A look as people read it.</summary>
/// <param name="Reason">As typed; null where none was, or it was erased.</param>
/// <param name="Visit">One of the visitor's; null where there is none, as of a form that never became a visit.</param>
public sealed record ShownLook(ReadLine Line, string Reader, string? Device, string? Reason, VisitorVisit? Visit);
