using Pst.EventStore;

namespace Pst.Projections;

/// <summary>What was copied in a visit. One that ended without copies or was voided has no row.</summary>
/// <param name="Standard">The day from which the standard is in force whose limit holds.</param>
/// <param name="Visitor">Null until the guestbook is signed.</param>
public sealed record CopiesRow(DateOnly Standard, VisitorId? Visitor, ValueList<CopiedEntry> Entries)
{
    /// <summary>The row after one more event of its visit.</summary>
    public static CopiesRow? After(CopiesRow? row, StoredEvent stored) => (row, stored.Data) switch
    {
        (null, Arrived it) => new(it.Standard, null, []),
        (_, Voided) or ({ Entries.Count: 0 }, Departed) => null,
        (_, Undone) => row,
        (null, Departed or EntryCorrected) => null,
        ({ } begun, GuestbookSigned it) => begun with { Visitor = it.VisitorId },
        ({ } begun, CopiesMade it) => begun with { Entries = begun.Entries.With(it, stored) },
        ({ } begun, EntryCorrected it) => begun with { Entries = begun.Entries.After(it) },
        ({ } begun, Departed) => begun,
        _ => throw new InvalidDataException($"{stored.Alias} cannot follow here."),
    };
}
