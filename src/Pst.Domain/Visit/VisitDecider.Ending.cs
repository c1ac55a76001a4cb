namespace Pst.Domain;

using static Visit;
using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> Rate(Rate asked, Begun visit, VisitFacts facts)
    {
        if (visit is AwaitingGuestbook) return new GuestbookNotSigned();
        if (visit is not (InService or Ended { WasServed: true })) return new NotServed();
        if (visit.Stay.IsRated) return new AlreadyRated();
        if (visit is Ended(_, _, var left) && facts.At > left.AddHours(facts.RatingOpenHours)) return new RatingClosed();
        return new Rated(asked.Overall, asked.Elements, asked.CommentRef);
    }

    static Decision<VisitEvent> Depart(Depart asked, Begun visit)
    {
        var reason = visit is InService ? DepartureReason.Finished : DepartureReason.LeftUnserved;
        var stay = visit.Stay;
        if (stay.Custody.Values.Any(it => it.Locker is not null)) return new LockerNotReleased();
        if (stay.HasCustody) return new IdNotReturned();
        return asked.Reason is null || asked.Reason == reason
            ? new Departed(reason)
            : new WrongField("reason", new InputError.NotAWord([Words.Of(reason)]));
    }

    // Whoever left nothing is let go; a card or bag keeps the visit open and on the custody board.
    static Decision<VisitEvent> CloseUnended(Stay stay) =>
        stay.HasCustody ? new Accepted<VisitEvent>([]) : new Departed(DepartureReason.UnknownEnd);

    static Decision<VisitEvent> Correct(Correct asked, Begun visit)
    {
        var entry = visit.Stay.Entries.GetValueOrDefault(asked.EventVersion);
        if (entry is null) return new WrongField("eventVersion", new InputError.NotThere());
        if (!Entry.Has(entry, asked.Field)) return new WrongField("field", new InputError.NotThere());

        var wrong = Entry.Wrong(entry, asked.Field, asked.To) ?? (entry is Departed ? WrongReason(asked.To, visit) : null);
        if (wrong is not null) return new WrongField("to", wrong);
        return new EntryCorrected(asked.EventVersion, asked.Field, Entry.Value(entry, asked.Field), asked.To, asked.Reason);
    }

    // The reason agrees with whether there was service; an unknown end is written by the end of a day alone.
    static InputError.NotAWord? WrongReason(EntryValue to, Begun visit)
    {
        var agreeing = Words.Of(visit is Ended { WasServed: true } ? DepartureReason.Finished : DepartureReason.LeftUnserved);
        return to == agreeing ? null : new InputError.NotAWord([agreeing]);
    }
}
