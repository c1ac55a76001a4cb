namespace Pst.Domain;

using static VisitCommand;
using static VisitRefusal;

public static partial class VisitDecider
{
    static Decision<VisitEvent> Arrive(Arrive asked, VisitFacts facts)
    {
        if (facts.Standard is not { } standard) return new NoStandardInForce();

        var isOnline = asked.Channel == Channel.Online;
        var isAdmitted = isOnline || facts.Hours.Admits(facts.At);
        if (!isAdmitted && asked.Override is null) return new OutsideServiceHours();

        return new Arrived(
            asked.Channel, asked.PartySize, asked.Service, asked.Priority,
            isOnline ? null : new Ticket(asked.Service, facts.NextTicket),
            standard.EffectiveFrom, standard.Services.Contains(asked.Service), isAdmitted ? null : asked.Override);
    }

    static Decision<VisitEvent> SignGuestbook(SignGuestbook asked, Stay stay, VisitFacts facts)
    {
        var standard = StandardOf(facts);
        bool Misses(RequirementRule rule, bool given) => !given && standard.Requires(rule, stay.Channel);

        if (Misses(RequirementRule.ActiveEmail, asked.Contact.HasEmail)) return new EmailRequired();
        if (Misses(RequirementRule.WhatsappNumber, asked.Contact.HasWhatsapp)) return new WhatsappRequired();
        // In person an account is needed for digital use alone, by signing in there.
        var needsAccount = stay.Channel == Channel.Online;
        if (needsAccount && Misses(RequirementRule.ServiceAccount, asked.Contact.HasAccount)) return new AccountRequired();
        if (facts.IsInside) return new VisitorAlreadyInside();

        var promise = ArrivalOf(stay).Promised
            ? Promise.Made(standard.Completion, facts.Hours, stay.Channel, stay.ArrivedAt, facts.At)
            : null;
        return new GuestbookSigned(
            facts.Visitor, asked.Purpose, asked.Demographics, CodeBook.Edition, asked.AccommodationNeeded, asked.Commitment, promise,
            asked.ConfirmedBy);
    }

    static Arrived ArrivalOf(Stay stay) => (Arrived)stay.Entries[1];
}
