using FsCheck;
using FsCheck.Fluent;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>What holds whatever people ask, and in whatever order.</summary>
public sealed class VisitLawSpecs
{
    static void Holds(Func<BusyOffice, bool> law) => Law.HoldsFor(Arb.From(BusyDay.Any, it => it.Shorter()), day => law(day.Lived()));

    [Fact]
    public void No_locker_has_two_holders() => Holds(office => office.Moments.All(standing =>
        standing.GroupBy(it => it.Visit).SelectMany(LockersOf).GroupBy(it => it).All(it => it.Count() == 1)));

    static HashSet<Locker> LockersOf(IEnumerable<Logged> visit) => visit.Aggregate(new HashSet<Locker>(), (held, it) => it.Happened switch
    {
        LockerAssigned given => [.. held, given.Locker],
        LockerReleased back => [.. held.Where(locker => locker != back.Locker)],
        BagLeft left => [.. held.Where(locker => locker != left.Locker)],
        IncidentResolved over => [.. held.Where(locker => locker != over.Freed)],
        Voided => [],
        _ => held,
    });

    [Fact]
    public void No_card_is_held_after_departure() => Holds(office =>
        office.Standing.GroupBy(it => it.Visit).All(visit =>
        {
            var cards = new HashSet<int>();
            return visit.All(it => it.Happened switch
            {
                IdHeld held => cards.Add(held.Item),
                IdReturned back => cards.Remove(back.Item),
                IdLost lost => cards.Remove(lost.Item),
                IdHandedOver given => cards.Remove(given.Item),
                Departed => cards.Count == 0,
                _ => true,
            });
        }));

    [Fact]
    public void A_party_gives_no_more_cards_than_it_has_people() => Holds(office =>
        office.Visits.Values.All(it => it.Visit is not Visit.Begun { Stay: var stay } || stay.Custody.Count <= stay.PartySize));

    [Fact]
    public void Sheets_without_override_never_pass_the_limit_of_a_person_and_window() => Holds(office =>
        office.Limit is not { MaxSheets: var max }
            ? !office.Standing.Any(it => it.Happened is CopiesMade)
            : office.Standing
                .Where(it => it.Happened is CopiesMade { Override: null } && !office.IsVoided(it.Visit) && !IsCorrected(office, it))
                .GroupBy(it => (office.VisitorOf(it.Visit), office.WindowOf(it)))
                .All(it => it.Sum(office.SheetsOf) <= max));

    // A correction says what was copied and is not held to the quota.
    static bool IsCorrected(BusyOffice office, Logged copies) =>
        office.EventsOf(copies.Visit).Any(it => it.Happened is EntryCorrected corrected && corrected.EventVersion == copies.Version);

    [Fact]
    public void Ticket_numbers_count_up_without_gaps() => Holds(office =>
        office.Log.Where(it => BusyOffice.TicketIn(it) is not null)
            .GroupBy(it => (BusyOffice.TicketIn(it)!.Value.Service, office.DayOf(it)), it => BusyOffice.TicketIn(it)!.Value.Number)
            .All(it => it.SequenceEqual(Enumerable.Range(1, it.Count()))));

    [Fact]
    public void A_visitor_has_one_open_visit_a_channel() => Holds(office => office.Moments.All(standing =>
        standing.GroupBy(it => it.Visit).Where(visit => !visit.Any(it => it.Happened is Departed or Voided))
            .Select(visit => (Signed: visit.Select(it => it.Happened).OfType<GuestbookSigned>().SingleOrDefault(), Visit: visit.Key))
            .Where(it => it.Signed is not null)
            .GroupBy(it => (it.Signed!.VisitorId, office.ChannelOf(it.Visit))).All(it => it.Count() == 1)));

    [Fact]
    public void A_visit_read_from_the_store_is_the_same_and_its_versions_have_no_gap() => Holds(office =>
    {
        foreach (var (number, story) in office.Visits)
        {
            var lived = office.EventsOf(number).ToList();
            var read = Visit.Of([.. lived.Select(it => (Stored.AndReadBack(it.Happened), it.At))]);
            read.ShouldBeEquivalentTo(story.Visit);
            if (story.Visit is Visit.Begun { Stay.Version: var version }) version.ShouldBe(lived.Count);
        }
        return true;
    });

    [Fact]
    public void Much_happens_in_a_busy_office()
    {
        var days = BusyDay.Any.Sample(50, new Rnd(1945), 50).Select(it => it.Lived()).ToList();
        days.SelectMany(it => it.Log).Select(it => it.Happened.GetType()).Distinct()
            .ShouldBe(typeof(VisitEvent).Assembly.GetTypes().Where(it => it.BaseType == typeof(VisitEvent)), ignoreOrder: true);
        Refusal[] across = [new LockerTaken(), new VisitorAlreadyInside(), new CopyQuotaExceeded(0), new IdNotReturned()];
        across.ShouldBeSubsetOf(days.SelectMany(it => it.Refusals));
    }
}
