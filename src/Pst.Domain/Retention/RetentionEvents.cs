namespace Pst.Domain;

/// <summary>
/// What an office does about how long it keeps personal data: one stream an office. Stored for ever under the type's name in snake_case.
/// Counts and days only; whose data it was is known to nobody any more.
/// </summary>
public abstract record RetentionEvent
{
    private protected RetentionEvent() { }
}

/// <summary>A legal hold over a period: nothing is erased of who visited the office then, until it is lifted.</summary>
/// <param name="From">The first office-local day of arrival.</param>
/// <param name="To">The last one.</param>
public sealed record PeriodHeld(DateOnly From, DateOnly To, Guid Reason) : RetentionEvent;

/// <param name="EventVersion">Of the hold.</param>
public sealed record PeriodHoldLifted(int EventVersion, Guid Reason) : RetentionEvent;

/// <summary>
/// Personal data whose time had passed was destroyed by the retention schedule (JRA): what the Berita Acara Pemusnahan says.
/// </summary>
/// <param name="Erasure">The <see cref="DataErased"/> of each person has the same.</param>
/// <param name="Number">Counts up in the office from 1.</param>
/// <param name="From">The day on which the first of these visits arrived.</param>
/// <param name="To">The last one's.</param>
/// <param name="RetentionDays">As it was in force.</param>
/// <param name="Visits">Whose guestbook entries, cards' characters and texts are gone.</param>
/// <param name="People">Of whom nothing is left at all.</param>
/// <param name="Withheld">Visits whose time had passed, but which a hold kept.</param>
public sealed record RecordsDestroyed(
    Guid Erasure, int Number, DateOnly From, DateOnly To, int RetentionDays, int Visits, int People, DestroyedRows Rows, int Withheld)
    : RetentionEvent;

/// <summary>What lay in the vault, counted.</summary>
/// <param name="Signings">Guestbook entries.</param>
/// <param name="Cards">Last characters of held cards.</param>
/// <param name="Texts">Reasons, comments and notes.</param>
public sealed record DestroyedRows(int Signings, int Cards, int Texts);
