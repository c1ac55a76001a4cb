namespace Pst.Domain;

/// <summary>
/// What the office owes a visitor from the guestbook on, as the standard in force at the arrival gives it (the decrees' "waktu
/// penyelesaian").
/// It is stored whole with the signing: hours or standards that change later move no clock that has started.
/// </summary>
/// <param name="ClockStarts">
/// The guestbook's time or, signed outside the hours, the next opening; null where the office never opens again.
/// </param>
/// <param name="Minutes">The allowance, for the kinds that have one.</param>
/// <param name="Due">
/// The last good moment (<c>within_hours</c>: the first bad one); null where it is not known at the signing, or none is set.
/// </param>
/// <param name="Spans">The service hours of the arrival's day, for <c>within_hours</c>.</param>
public sealed record Promise(CompletionKind Kind, DateTimeOffset? ClockStarts, int? Minutes, DateTimeOffset? Due, ValueList<Period> Spans)
{
    /// <summary>The promise made to one who signs now.</summary>
    public static Promise Made(Completion completion, ServiceHours hours, Channel channel, DateTimeOffset arrived, DateTimeOffset signed)
    {
        if (channel == Channel.Online || completion.Kind == CompletionKind.Immediate)
            return new(CompletionKind.Immediate, null, null, null, []);

        var starts = hours.NextOpening(signed);
        ValueList<Period> spans = [.. hours.Instants(hours.LocalDay(arrived)).Select(it => new Period(it.From, it.To))];
        return completion.Kind switch
        {
            CompletionKind.AfterGuestbook =>
                new(completion.Kind, starts, completion.Minutes, starts?.AddMinutes(completion.Minutes!.Value), []),
            CompletionKind.AfterPreviousVisitor => new(completion.Kind, starts, completion.Minutes, null, []),
            CompletionKind.WithinHours => new(completion.Kind, starts, null, spans is [.., var last] ? last.To : null, spans),
            _ => throw new ArgumentOutOfRangeException(nameof(completion)),
        };
    }

    /// <summary>The promise with its clock set by the visitor before, where it depends on that one.</summary>
    /// <param name="before">The one who signed before this visitor on the same day.</param>
    public Promise After(VisitorBefore before) => this switch
    {
        { Kind: not CompletionKind.AfterPreviousVisitor } or { ClockStarts: null } => this,
        _ when before is { Exists: true, ServedAt: null } => this,
        _ when before.ServedAt > ClockStarts =>
            this with { ClockStarts = before.ServedAt, Due = before.ServedAt.Value.AddMinutes(Minutes!.Value) },
        _ => this with { Due = ClockStarts.Value.AddMinutes(Minutes!.Value) },
    };

    /// <summary>How the waiting looks now: amber from the given percentage of the allowance on, red past due.</summary>
    public Urgency UrgencyAt(DateTimeOffset now, int amberAtPercent) => this switch
    {
        { Due: null } or { ClockStarts: null } => Urgency.Green,
        _ when IsPast(now) => Urgency.Red,
        _ when (now - ClockStarts.Value).Ticks * 100 >= (Due.Value - ClockStarts.Value).Ticks * amberAtPercent => Urgency.Amber,
        _ => Urgency.Green,
    };

    /// <summary>Whether the time is over; the end of the hours itself lies outside them.</summary>
    internal bool IsPast(DateTimeOffset at) => Kind == CompletionKind.WithinHours ? at >= Due : at > Due;
}

/// <summary>
/// The last one who signed earlier that day, offline and with a promise; the unserved who left and the voided are passed over.
/// </summary>
/// <param name="ServedAt">Null while that one still waits.</param>
public readonly record struct VisitorBefore(bool Exists, DateTimeOffset? ServedAt)
{
    public static VisitorBefore None => default;
}

/// <summary>The colour of a waiting visitor, never shown without its word.</summary>
public enum Urgency { Green, Amber, Red }
