using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.Vault;

/// <summary>A visitor's details, opened: first it is recorded who looks, then they are shown.</summary>
public sealed class VisitorFile(VaultReads vault, Streams streams, TimeProvider clock, Sequencer sequencer)
{
    /// <summary>The details; null for somebody whom this office does not know, and then nothing was looked at.</summary>
    public async Task<VisitorDetails?> OpenAsync(OfficeCode office, VisitorId visitor, Caller caller, CancellationToken cancel)
    {
        if (await vault.VisitorAsync(office, visitor, cancel) is not { } details) return null;
        await Attempts.UntilAppendedAsync(() => RecordAsync(office, visitor, caller, cancel));
        return details;
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
