using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Vault;

/// <summary>What the vault holds of a visitor, opened: first it is recorded who looks, then it is shown.</summary>
public sealed class VisitorFile(VaultReads vault, Streams streams, TimeProvider clock, Sequencer sequencer)
{
    /// <summary>The details; null for somebody whom this office does not know, and then nothing was looked at.</summary>
    public async Task<VisitorDetails?> OpenAsync(OfficeCode office, VisitorId visitor, Caller caller, CancellationToken cancel)
    {
        if (await vault.VisitorAsync(office, visitor, cancel) is not { } details) return null;
        await Attempts.UntilAppendedAsync(() => RecordAsync(office, visitor, caller, cancel));
        return details;
    }

    /// <summary>What a visitor wrote; null where it is no more.</summary>
    public async Task<string?> OpenTextAsync(OfficeCode office, VisitorId visitor, Guid text, Caller caller, CancellationToken cancel)
    {
        if (!(await vault.TextsAsync(office, [text], cancel)).TryGetValue(text, out var written)) return null;
        await Attempts.UntilAppendedAsync(() => RecordAsync(office, visitor, caller, cancel));
        return written;
    }

    async Task<Appended> RecordAsync(OfficeCode office, VisitorId visitor, Caller caller, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await using var open = await streams.BeginAsync(new(office.Value, id, [visitor.Value]), cancel);
        var envelope = caller.Envelope(new(id, []), clock.GetUtcNow().WholeMicroseconds());
        var appended = await open.AppendAsync(new([new(visitor.Value, [new(new DetailsSeen(), envelope)])]), cancel);
        sequencer.Wake();
        return appended;
    }
}
