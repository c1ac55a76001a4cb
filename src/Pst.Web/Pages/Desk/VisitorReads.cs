using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Pages.Desk;

/// <summary>What only those see who open it, which is recorded: who a visitor is, what they came for before, what was noted.</summary>
public sealed class VisitorReads(VisitorFile file, EarlierVisits earlier, Streams streams)
{
    /// <summary>The visitor's visits before this one.</summary>
    public async Task<IReadOnlyList<EarlierVisit>> EarlierAsync(OfficeCode office, VisitView visit, CancellationToken cancel) =>
        visit.Visitor is { } visitor
            ? await earlier.ShowAsync(office, await file.VisitsAsync(office, visitor, cancel), visit.ArrivedAt, cancel) : [];

    /// <summary>All of it, once it is recorded who looks; null for somebody whom this office does not know.</summary>
    public async Task<OpenedFile?> OpenAsync(OfficeCode office, VisitView visit, VisitorId visitor, Caller caller, CancellationToken cancel)
    {
        var purpose = new ReadPurpose(Seen.Details, SeenFor.Serving, Visit: visit.Id);
        if (await file.OpenAsync(office, visitor, purpose, caller, cancel) is not { } details) return null;
        var told = (await streams.ReadAsync(office.Value, visit.Id.Value, cancel)).Standing()
            .Select(it => (At: it.Envelope.Occurred, Text: TextOf(it.Data), IsTaker: it.Data is IdHandedOver))
            .Where(it => it.Text is not null).ToList();
        var texts = await file.OpenTextsAsync(
            office, [.. told.Select(it => it.Text!.Value)], purpose with { What = Seen.Text }, caller, cancel);
        return new(
            details, await EarlierAsync(office, visit, cancel),
            [.. told.Where(it => texts.ContainsKey(it.Text!.Value)).Select(it => new Note(it.At, texts[it.Text!.Value], it.IsTaker))]);
    }

    static Guid? TextOf(object happened) => happened switch
    {
        NoteTaken it => it.Note,
        IdHandedOver it => it.To,
        _ => null,
    };
}

/// <summary>A visitor as shown to whoever opened it.</summary>
public sealed record OpenedFile(VisitorDetails Details, IReadOnlyList<EarlierVisit> Earlier, IReadOnlyList<Note> Notes);

/// <summary>What was noted about a visit.</summary>
/// <param name="IsTaker">It names somebody else to whom the card was given.</param>
public sealed record Note(DateTimeOffset At, string Text, bool IsTaker);
