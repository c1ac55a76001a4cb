using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Vault;

namespace Pst.Web.Writing;

/// <summary>One command on a visit, from whichever page or program it comes.</summary>
/// <param name="Id">Two taps are one: the same id with the same content is carried out once.</param>
/// <param name="Asked">What is asked, read and in its ranges.</param>
public sealed record VisitRequest(OfficeCode Office, VisitId Visit, AskedCommand Asked, Caller Caller, CommandId Id)
{
    /// <summary>The version that the caller has seen; null where it does not matter.</summary>
    public long? IfMatch { get; init; }
}

/// <summary>A command with what comes along with it.</summary>
/// <param name="Reach">How far back the caller may say that it occurred.</param>
public sealed record AskedCommand(
    VisitCommand Command, DateTimeOffset? OccurredAt, TimeSpan Reach, params IReadOnlyList<VaultEntry> Entries)
{
    /// <summary>By what one who signs is known again; null for strangers and other commands.</summary>
    internal string? Contact => Entries.OfType<VaultEntry.Signing>().SingleOrDefault()?.Details.Contact;
}
