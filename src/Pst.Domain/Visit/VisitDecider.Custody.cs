namespace Pst.Domain;

using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> HoldId(HoldId asked, Stay stay, VisitFacts facts)
    {
        var standard = StandardOf(facts);
        var item = asked.Item ?? 1;
        if (item > stay.PartySize) return new WrongField("item", new InputError.OutOfRange(1, stay.PartySize));
        if (!standard.AcceptedIds.Contains(asked.Kind)) return new IdKindNotAccepted();
        if (asked.ValidUntil < facts.Today && standard.Requires(RequirementRule.ValidId, stay.Channel)) return new IdExpired();
        if (stay.At(item).Card is not null) return new IdAlreadyHeld();
        return new IdHeld(asked.Kind, asked.Commitment, item);
    }

    static Decision<VisitEvent> AssignLocker(AssignLocker asked, Stay stay, VisitFacts facts)
    {
        var item = stay.ItemOr(asked.Item);
        if (stay.At(item).Card is null) return new IdNotHeld();
        if (stay.At(item).Locker is not null) return new LockerAlreadyAssigned();
        return CannotTake(facts.Locker) is { } refusal ? refusal : new LockerAssigned(asked.Locker, item);
    }

    static VisitRefusal? CannotTake(LockerStanding locker) => locker switch
    {
        LockerStanding.Unknown => new UnknownLocker(),
        LockerStanding.OutOfOrder => new LockerOutOfOrder(),
        LockerStanding.Taken => new LockerTaken(),
        _ => null,
    };

    static Decision<VisitEvent> ReleaseLocker(ReleaseLocker asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return stay.At(item).Locker is { } locker ? new LockerReleased(locker, item) : new NoLocker();
    }

    // A locker that cannot be opened must not keep a person's card; it stays behind as an incident.
    static Decision<VisitEvent> ReturnId(ReturnId asked, Stay stay)
    {
        var item = stay.ItemOr(asked.Item);
        return (stay.At(item), asked.Override) switch
        {
            ({ Card: null }, _) => new IdNotHeld(),
            ({ Locker: null }, _) => new IdReturned(item),
            ({ Locker: { } locker }, { } reason) =>
                new Accepted<VisitEvent>([new LockerJammed(locker, item, reason.Reason), new IdReturned(item, reason)]),
            _ => new LockerNotReleased(),
        };
    }
}
