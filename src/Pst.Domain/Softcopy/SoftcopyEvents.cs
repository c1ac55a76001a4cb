namespace Pst.Domain;

/// <summary>
/// What can happen to a request for a softcopy. Stored for ever under the type's name in snake_case. Who and when stand in the envelope;
/// who gets it, why, and every other word that somebody wrote lies in the vault.
/// </summary>
public abstract record SoftcopyEvent
{
    private protected SoftcopyEvent() { }
}

/// <param name="Purpose">What it is for, by the code book of the guestbook; null where nobody was asked.</param>
/// <param name="Why">What the visitor wrote beside it.</param>
/// <param name="Pages">Null for the whole publication.</param>
/// <param name="Visit">The one in which it was asked for.</param>
/// <param name="Visitor">Whose it is, where an account or a visit says so.</param>
/// <param name="Due">The last day by which the office means to deliver.</param>
public sealed record SoftcopyAsked(
    SoftcopyNumber Number, PublicationId PublicationId, SoftcopyWay Way, int? Purpose, Guid? Why, PageSpan? Pages, VisitId? Visit,
    VisitorId? Visitor, DateOnly Due) : SoftcopyEvent;

/// <summary>The file that will be given lies ready; prepared again, the later one counts.</summary>
public sealed record SoftcopyPrepared(SoftcopyFile File) : SoftcopyEvent;

/// <summary>It is handed over: from now on whoever has the link fetches it.</summary>
/// <param name="Until">The link's last moment.</param>
public sealed record SoftcopyDelivered(DateTimeOffset Until) : SoftcopyEvent;

/// <summary>It was downloaded once more.</summary>
public sealed record SoftcopyFetched : SoftcopyEvent;

/// <summary>It will not be given.</summary>
public sealed record SoftcopyDeclined(Guid Reason) : SoftcopyEvent;

/// <summary>The office takes back what it gave, before the link's time was over: nobody fetches it any more.</summary>
public sealed record SoftcopyCalledBack(Guid Reason) : SoftcopyEvent;

/// <summary>The link's time is over: nobody fetches it any more.</summary>
public sealed record SoftcopyExpired : SoftcopyEvent;

/// <summary>Whoever asked for it judged how it went, once.</summary>
/// <param name="Overall">1–4, as a visit is judged.</param>
public sealed record SoftcopyRated(int Overall, Guid? CommentRef) : SoftcopyEvent;

/// <summary>A file as it is given away.</summary>
/// <param name="Sha256">Of its bytes, in small hexadecimal digits.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Source">The same of what it was made from.</param>
/// <param name="IsWatermarked">Whether every page says whose it is; there are offices whose standard does not ask for that.</param>
public sealed record SoftcopyFile(string Sha256, long Size, int Pages, string Source, bool IsWatermarked);

/// <summary>Pages of a publication, both included, counted from 1.</summary>
public readonly record struct PageSpan(int From, int To)
{
    public override string ToString() => From == To ? $"{From}" : $"{From}–{To}";
}

// Stored as numbers, so the numbers are part of the contract.

/// <summary>How it came to a softcopy: by the form, by the scanner at the desk, or by the visitor alone.</summary>
public enum SoftcopyWay { Form = 1, Scan = 2, Self = 3 }
