using System.Diagnostics;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>The write path of legal holds over a period.</summary>
public sealed class RetentionWriter(Streams streams, OfficeMemory offices, TimeProvider clock, Sequencer sequencer)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<RetentionEvent>> SendAsync(RetentionRequest request, CancellationToken cancel) =>
        Attempts.UntilAppendedAsync(() => TryAsync(request, cancel));

    async Task<Outcome<RetentionEvent>> TryAsync(RetentionRequest request, CancellationToken cancel)
    {
        var (office, stream) = (request.Office, request.Office.RetentionStreamId);
        var (lockOffice, state) = offices.Lock(office);
        await using var open = await streams.BeginAsync(new(office.Value, request.Id.Value, [stream]) { Lock = lockOffice }, cancel);
        if (state() is null) return new OfficeNotFound<RetentionEvent>();
        if (open.Earlier is { } earlier)
            return earlier.Digest.AsSpan().SequenceEqual(request.Id.Digest)
                ? new Done<RetentionEvent>((RetentionEvent)open[stream].Events[(int)earlier.LastVersion! - 1].Data, IsReplayed: true)
                : new IdReused<RetentionEvent>();

        return RetentionDecider.Decide(request.Command, open[stream].Retention()) switch
        {
            Refused<RetentionEvent>(var reason) => reason,
            Accepted<RetentionEvent>([var happened]) => await AppendAsync(open, request, happened, cancel),
            _ => throw new UnreachableException(),
        };
    }

    async Task<Outcome<RetentionEvent>> AppendAsync(
        StreamTransaction open, RetentionRequest request, RetentionEvent happened, CancellationToken cancel)
    {
        var envelope = request.Caller.Envelope(request.Id, clock.GetUtcNow().WholeMicroseconds());
        await open.AppendAsync(
            new([new(request.Office.RetentionStreamId, [new(happened, envelope)])])
            {
                Guards = [.. request.Entries.SelectMany(it => VaultSql.Of(it, request.Office))],
                Receipt = new(request.Id.Digest),
            }, cancel);
        sequencer.Wake();
        return new Done<RetentionEvent>(happened);
    }
}

/// <summary>One command about how an office keeps personal data.</summary>
/// <param name="Entries">What the vault keeps with it: the reason.</param>
public sealed record RetentionRequest(
    OfficeCode Office, RetentionCommand Command, Caller Caller, CommandId Id, params IReadOnlyList<VaultEntry> Entries);

/// <summary>Between an office's retention and its stored stream.</summary>
internal static class RetentionStream
{
    public static Retention Retention(this StreamHistory stream) =>
        Domain.Retention.Of(stream.Events.Select(it => (RetentionEvent)it.Data));
}
