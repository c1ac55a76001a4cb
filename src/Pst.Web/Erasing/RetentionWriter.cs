using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Access;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Erasing;

/// <summary>The write path of legal holds over a period.</summary>
public sealed class RetentionWriter(StreamCommands commands)
{
    /// <exception cref="StoreBusyException">Nothing is stored; it may be sent again.</exception>
    public Task<Outcome<StreamAnswer>> SendAsync(RetentionRequest request, CancellationToken cancel) => commands.SendAsync(
        new StreamCommand<RetentionEvent>(
            request.Office, request.Office.RetentionStreamId, request.Caller, request.Id,
            found => RetentionDecider.Decide(request.Command, Retention.Of(found.Events)))
        {
            Entries = request.Entries,
        }, cancel);
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
