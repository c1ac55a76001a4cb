using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Vault;

/// <summary>Words of the vault that may be read without it being recorded who does.</summary>
public sealed class OpenWords(VaultReads vault)
{
    /// <summary>The office's own: notes of how a day was closed, plans of follow-up. What was written in a visit is none.</summary>
    public async Task<Dictionary<Guid, string>> OfOfficeAsync(
        OfficeCode office, IReadOnlyCollection<Guid> references, CancellationToken cancel) =>
        (await vault.TextsAsync(office, references, cancel)).Where(it => it.Visit is null).ToDictionary(it => it.Key, it => it.Text);

    /// <summary>What a complainant and the office wrote to each other, for whoever holds the complaint's secret.</summary>
    public async Task<Dictionary<Guid, string>> ToComplainantAsync(
        OfficeCode office, ComplaintId complaint, IReadOnlyCollection<Guid> references, CancellationToken cancel) =>
        (await vault.TextsAsync(office, references, cancel)).Where(it => it.Visit?.Value == complaint.Value)
            .ToDictionary(it => it.Key, it => it.Text);

    /// <summary>Why a softcopy was declined or called back, to whoever asked for it; null where that was erased.</summary>
    public Task<string?> ToRequesterAsync(OfficeCode office, SoftcopyId request, Guid reason, CancellationToken cancel) =>
        OfAsync(office, request.Value, reason, cancel);

    /// <summary>Why the office cancelled an appointment, to whoever had made it; null where that was erased.</summary>
    public Task<string?> ToBookerAsync(OfficeCode office, AppointmentId appointment, Guid reason, CancellationToken cancel) =>
        OfAsync(office, appointment.Value, reason, cancel);

    /// <summary>What readers typed for why they looked; it is told with the looks, and a look at that is none.</summary>
    public async Task<Dictionary<Guid, string>> OfReadersAsync(
        OfficeCode office, IReadOnlyCollection<ReadLine> looks, CancellationToken cancel) =>
        (await vault.TextsAsync(office, [.. looks.Select(it => it.Row.ReasonRef).OfType<Guid>().Distinct()], cancel))
            .ToDictionary(it => it.Key, it => it.Text);

    /// <summary>What somebody has just written, for the answer to the same.</summary>
    /// <param name="references">Of the events of that one command.</param>
    public async Task<Dictionary<Guid, string>> BackToWriterAsync(
        OfficeCode office, IReadOnlyCollection<Guid> references, CancellationToken cancel) =>
        (await vault.TextsAsync(office, references, cancel)).ToDictionary(it => it.Key, it => it.Text);

    // The stream stands in the place of a visit.
    async Task<string?> OfAsync(OfficeCode office, Guid stream, Guid reference, CancellationToken cancel) =>
        (await vault.TextsAsync(office, [reference], cancel)).SingleOrDefault(it => it.Visit?.Value == stream)?.Text;
}
