namespace Pst.Projections;

/// <summary>
/// Sets the clocks of promises that begin with the visitor before, as <see cref="PromiseClocks"/> does, where all who signed on those days
/// are at hand.
/// </summary>
/// <param name="visits">Those; a visit may be among them twice.</param>
internal sealed class ClocksInMemory(IEnumerable<(VisitId Visit, VisitRow Row)> visits, Zone zone)
{
    readonly ILookup<DateOnly, VisitRow> preceding = visits.Where(it => it.Row is { Precedes: true, SignedAt: not null })
        .OrderBy(it => it.Row.SignedAt).ThenBy(it => it.Visit.Value).ToLookup(it => zone.Day(it.Row.SignedAt!.Value), it => it.Row);

    /// <summary>The promise as it runs.</summary>
    internal Promise? Of(Promise? promise, DateTimeOffset? signedAt)
    {
        if (promise?.Kind != CompletionKind.AfterPreviousVisitor) return promise;
        var before = preceding[zone.Day(signedAt!.Value)].LastOrDefault(it => it.SignedAt < signedAt);
        return promise.After(before is null ? VisitorBefore.None : new(true, before.ServedAt));
    }
}
