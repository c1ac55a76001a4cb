using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Vault;

/// <summary>
/// What the vault holds of visitors, opened: first it is recorded who looks and why, then it is shown. This is the one way to it; what
/// cannot be recorded is not shown.
/// </summary>
public sealed class VisitorFile(VaultReads vault, ReadRecords records)
{
    /// <summary>The details; null for somebody whom this office does not know, and then nothing was looked at.</summary>
    public async Task<VisitorDetails?> OpenAsync(
        OfficeCode office, VisitorId visitor, ReadPurpose purpose, Caller caller, CancellationToken cancel) =>
        (await OpenAsync(office, [visitor], purpose, caller, cancel)).GetValueOrDefault(visitor);

    /// <summary>The details of several at once; with each it is recorded that somebody looked.</summary>
    public async Task<IReadOnlyDictionary<VisitorId, VisitorDetails>> OpenAsync(
        OfficeCode office, IReadOnlyCollection<VisitorId> visitors, ReadPurpose purpose, Caller caller, CancellationToken cancel)
    {
        var details = await vault.VisitorsAsync(office, visitors, cancel);
        await records.RecordAsync(office, details.Keys, purpose, caller, cancel);
        return details;
    }

    /// <summary>What a visitor, or somebody about them, wrote; null where it is no more.</summary>
    public async Task<string?> OpenTextAsync(
        OfficeCode office, Guid text, ReadPurpose purpose, Caller caller, CancellationToken cancel) =>
        (await OpenTextsAsync(office, [text], purpose, caller, cancel)).GetValueOrDefault(text);

    /// <summary>The texts that are still there, by their references; an erased one is missing.</summary>
    public async Task<Dictionary<Guid, string>> OpenTextsAsync(
        OfficeCode office, IReadOnlyCollection<Guid> references, ReadPurpose purpose, Caller caller, CancellationToken cancel) =>
        await ShownAsync(office, await vault.TextsAsync(office, references, cancel), purpose, caller, cancel);

    /// <summary>Who made a complaint; null for an anonymous one, and then nobody was looked at.</summary>
    public async Task<ComplainantDetails?> OpenComplainantAsync(
        OfficeCode office, ComplaintId complaint, Caller caller, CancellationToken cancel)
    {
        if (await vault.ComplainantAsync(office, complaint, cancel) is not { } who) return null;
        var purpose = new ReadPurpose(Seen.Contact, SeenFor.Complaint);
        await records.RecordAsync(office, [VisitorId.OfUnsigned(new(complaint.Value))], purpose, caller, cancel);
        return who;
    }

    /// <summary>A file that was attached to a complaint; null where it is no more, and then nobody was looked at.</summary>
    public async Task<byte[]?> OpenAttachmentAsync(
        OfficeCode office, ComplaintId complaint, AttachmentId file, Caller caller, CancellationToken cancel)
    {
        if (await vault.AttachmentAsync(office, complaint, file, cancel) is not { } content) return null;
        var purpose = new ReadPurpose(Seen.Text, ReadPurpose.UsualOf(caller.Role));
        await records.RecordAsync(office, [VisitorId.OfUnsigned(new(complaint.Value))], purpose, caller, cancel);
        return content;
    }

    /// <summary>Who asked for a softcopy; null where that was erased, and then nobody was looked at.</summary>
    public async Task<ComplainantDetails?> OpenRequesterAsync(
        OfficeCode office, SoftcopyId request, Caller caller, CancellationToken cancel)
    {
        if (await vault.ComplainantAsync(office, new(request.Value), cancel) is not { } who) return null;
        var purpose = new ReadPurpose(Seen.Contact, ReadPurpose.UsualOf(caller.Role));
        await records.RecordAsync(office, [VisitorId.OfUnsigned(new(request.Value))], purpose, caller, cancel);
        return who;
    }

    /// <summary>The names of those who made appointments, for the list of whom the office awaits; an erased one is missing.</summary>
    public async Task<IReadOnlyDictionary<AppointmentId, string>> OpenBookersAsync(
        OfficeCode office, IReadOnlyCollection<AppointmentId> appointments, Caller caller, CancellationToken cancel)
    {
        var names = await vault.BookersAsync(office, appointments, cancel);
        var purpose = ReadPurpose.OnScreen(Seen.AppointmentList, caller.Role);
        await records.RecordAsync(office, names.Keys.Select(it => VisitorId.OfUnsigned(new(it.Value))), purpose, caller, cancel);
        return names;
    }

    /// <summary>The last characters of held cards, by the events' commitments, for the screens of those who hold the cards.</summary>
    public async Task<Dictionary<string, string>> TailsAsync(
        OfficeCode office, IReadOnlyCollection<string> commitments, Caller caller, CancellationToken cancel) =>
        await ShownAsync(
            office, await vault.TailsAsync(office, commitments, cancel), ReadPurpose.OnScreen(Seen.CardTail, caller.Role), caller, cancel);

    /// <summary>The incidents with what is known of them, as the same screens show them.</summary>
    public async Task<IReadOnlyList<IncidentLine>> ToldAsync(
        OfficeCode office, IReadOnlyList<IncidentLine> incidents, Caller caller, CancellationToken cancel)
    {
        var texts = await OpenTextsAsync(
            office, [.. incidents.Select(it => it.ReasonRef)], ReadPurpose.OnScreen(Seen.Reasons, caller.Role), caller, cancel);
        return [.. incidents.Select(it => it with { Reason = texts.GetValueOrDefault(it.ReasonRef) })];
    }

    /// <summary>All visits that a visitor has signed; that is no more than their numbers, and nobody's data.</summary>
    public Task<IReadOnlyList<VisitId>> VisitsAsync(OfficeCode office, VisitorId visitor, CancellationToken cancel) =>
        vault.VisitsAsync(office, visitor, cancel);

    async Task<Dictionary<TKey, string>> ShownAsync<TKey>(
        OfficeCode office, IReadOnlyList<KeptText<TKey>> kept, ReadPurpose purpose, Caller caller, CancellationToken cancel)
        where TKey : notnull
    {
        var whose = kept.Where(it => it.Visit is not null).Select(it => (it.Visitor ?? VisitorId.OfUnsigned(it.Visit!.Value), it.Visit));
        await records.RecordAsync(office, whose, purpose, caller, cancel);
        return kept.ToDictionary(it => it.Key, it => it.Text);
    }
}
