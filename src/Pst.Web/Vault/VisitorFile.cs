using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Vault;

/// <summary>What the vault holds of a visitor, opened: first it is recorded who looks, then it is shown.</summary>
public sealed class VisitorFile(VaultReads vault, Streams streams, TimeProvider clock, Sequencer sequencer)
{
    /// <summary>The details; null for somebody whom this office does not know, and then nothing was looked at.</summary>
    public async Task<VisitorDetails?> OpenAsync(OfficeCode office, VisitorId visitor, Caller caller, CancellationToken cancel) =>
        (await OpenAsync(office, [visitor], caller, cancel)).GetValueOrDefault(visitor);

    /// <summary>The details of several at once; with each it is recorded that somebody looked.</summary>
    public async Task<IReadOnlyDictionary<VisitorId, VisitorDetails>> OpenAsync(
        OfficeCode office, IReadOnlyCollection<VisitorId> visitors, Caller caller, CancellationToken cancel)
    {
        var details = await vault.VisitorsAsync(office, visitors, cancel);
        if (details.Count > 0) await Attempts.UntilAppendedAsync(() => RecordAsync(office, [.. details.Keys], caller, cancel));
        return details;
    }

    /// <summary>What a visitor wrote; null where it is no more.</summary>
    public async Task<string?> OpenTextAsync(OfficeCode office, VisitorId visitor, Guid text, Caller caller, CancellationToken cancel)
    {
        if (!(await vault.TextsAsync(office, [text], cancel)).TryGetValue(text, out var written)) return null;
        await Attempts.UntilAppendedAsync(() => RecordAsync(office, [visitor], caller, cancel));
        return written;
    }

    /// <summary>Records a look at what somebody filled in whom the office does not know yet.</summary>
    /// <param name="form">Its command: all that is known of that person.</param>
    public Task RecordAsync(OfficeCode office, Guid form, Caller caller, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => RecordAsync(office, [new VisitorId(form)], caller, cancel));

    async Task<Appended> RecordAsync(OfficeCode office, IReadOnlyList<VisitorId> visitors, Caller caller, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await using var open = await streams.BeginAsync(new(office.Value, id, [.. visitors.Select(it => it.Value)]), cancel);
        var envelope = caller.Envelope(new(id, []), clock.GetUtcNow().WholeMicroseconds());
        var appended = await open.AppendAsync(
            new([.. visitors.Select(it => new StreamAppend(it.Value, [new(new DetailsSeen(), envelope)]))]), cancel);
        sequencer.Wake();
        return appended;
    }
}
