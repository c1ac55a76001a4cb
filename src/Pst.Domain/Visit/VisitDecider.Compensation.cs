namespace Pst.Domain;

using static Visit;
using static VisitRefusal;

public static partial class VisitDecider
{
    // Once a visit, and only for a promise on time that is missed already; also to one who has left.
    static Decision<VisitEvent> OfferCompensation(Begun visit, VisitFacts facts)
    {
        if (facts.Compensation is not { } offer) return new NoCompensation();
        if (visit.Stay.Compensation is not null) return new CompensationAlreadyOffered();
        return VerdictOf(visit, facts) == Verdict.Missed ? new CompensationOffered(offer) : new PromiseNotMissed();
    }

    static Decision<VisitEvent> GiveCompensation(Stay stay) => stay.Compensation switch
    {
        null => new CompensationNotOffered(),
        Compensation.Given => new CompensationAlreadyGiven(),
        _ => new CompensationGiven(),
    };

    // Only what never is missed asks whether something was used: the immediate promises.
    static Verdict VerdictOf(Begun visit, VisitFacts facts)
    {
        var stay = visit.Stay;
        var promise = stay.Promise?.After(facts.Before);
        return Sla.Judge(new(ArrivalOf(stay).Promised, promise, stay.ServedAt, Used: false, stay.LeftAt, visit is Ended), facts.At);
    }
}
