using System.Collections.Concurrent;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Vault;

/// <summary>
/// Who has what on the screen, as this node has recorded it: a desk that shows the same card all morning, and again at each change, would
/// else fill the log with one look.
/// </summary>
public sealed class Looks(TimeProvider clock)
{
    /// <summary>A look is over after this long; who still has it on the screen then looks anew.</summary>
    public static readonly TimeSpan Span = TimeSpan.FromMinutes(30);

    const int Most = 20_000;
    readonly ConcurrentDictionary<Look, DateTimeOffset> seen = new();

    internal IReadOnlyList<Look> New(IEnumerable<Look> looks) =>
        [.. looks.Where(it => !seen.TryGetValue(it, out var since) || clock.GetUtcNow() - since >= Span)];

    /// <summary>Once they are recorded, and not before.</summary>
    internal void Remember(IEnumerable<Look> looks)
    {
        var now = clock.GetUtcNow();
        if (seen.Count > Most)
            foreach (var old in seen.Where(it => now - it.Value >= Span).ToList()) seen.TryRemove(old);
        foreach (var look in looks) seen[look] = now;
    }
}

/// <summary>One reader at one thing of one visitor.</summary>
internal sealed record Look(OfficeCode Office, string Reader, Guid? Device, Seen What, SeenFor Why, VisitorId Visitor, VisitId? Visit)
{
    internal static Look Of(OfficeCode office, ReadPurpose purpose, Caller caller, VisitorId visitor, VisitId? visit) =>
        new(office, caller.Id, caller.Device, purpose.What, purpose.Why, visitor, visit ?? purpose.Visit);
}
