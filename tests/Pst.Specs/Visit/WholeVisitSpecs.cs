using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;

namespace Pst.Domain.Specs;

/// <summary>The procedures as the decrees tell them, step by step.</summary>
public sealed class WholeVisitSpecs
{
    [Fact]
    public void Metro_guestbook_card_locker_served_in_five_minutes_reading_scan_rating_bag_card_home()
    {
        var home = Metro
            .At("09:00").Then(Comes, Came)
            .At("09:01").Then(Signs, Signed with { Promise = FiveMinutesFrom("2026-03-02T09:01:00+07:00") })
            .At("09:02").Then(GivesId, GaveId).Then(TakesLocker, TookLocker)
            .At("09:04").Then(new Call(Desk1), WasCalled)
            .At("09:05").Then(new Serve(Desk1), WasServed)
            .At("09:20").Then(Reads(ReadingForm.Printed), Read).Then(Reads(ReadingForm.Digital), Read with { Form = ReadingForm.Digital })
            .At("09:40").Then(new ScanSoftcopy(Yearbook, 4), Scanned)
            .At("09:50").Then(Rates(4), WasRated)
            .At("09:55").Then(TakesBag, TookBag).Then(TakesIdBack, TookIdBack)
            .At("10:00").Then(Leaves, WentHome);

        var ended = home.Visit.ShouldBeOfType<Visit.Ended>();
        (ended.WasServed, ended.At, ended.Stay.Version).ShouldBe((true, home.Facts.At, 13));
    }

    [Fact]
    public void Bima_guestbook_card_locker_served_in_the_hours_ten_copies_scan_rating_bag_card_home()
    {
        ValueList<Period> hours = [new(new(2026, 3, 2, 8, 0, 0, TimeSpan.FromHours(8)), new(2026, 3, 2, 15, 30, 0, TimeSpan.FromHours(8)))];
        var two = new Locker("2");
        var promise = new Promise(CompletionKind.WithinHours, Bima.At("10:05").Facts.At, null, hours[0].To, hours);
        Bima.At("10:00").Then(Comes, CameInBima)
            .At("10:05").Then(Signs, Signed with { Promise = promise })
            .Then(GivesId with { Kind = IdKind.Sim }, GaveId with { Kind = IdKind.Sim })
            .Then(new AssignLocker(two, null), new LockerAssigned(two, 1))
            .At("15:29:59").Then(new Serve(Desk1), WasServed)
            .Then(Copies(10), Copied(10)).Then(new ScanSoftcopy(Yearbook, 4), Scanned)
            .Then(Rates(4), WasRated)
            .Then(TakesBag, new LockerReleased(two, 1)).Then(TakesIdBack, TookIdBack).Then(Leaves, WentHome);
    }

    [Fact]
    public void Another_office_is_other_data()
    {
        var biru = new Locker("biru");
        Rekaan.Then(Comes, CameInRekaan)
            .Then(Signs with { Contact = new(HasEmail: false, HasWhatsapp: true, HasAccount: false) }, Signed with { Promise = null })
            .Then(GivesId with { Kind = IdKind.Passport, ValidUntil = March(2) }, GaveId with { Kind = IdKind.Passport })
            .Then(new AssignLocker(biru, null), new LockerAssigned(biru, 1))
            .Then(new Serve(Desk1), WasServed)
            .Then(Copies(3), Copied(3))
            .Then(TakesBag, new LockerReleased(biru, 1)).Then(TakesIdBack, TookIdBack).Then(Leaves, WentHome);
    }

    [Fact]
    public void Online_the_visitor_signs_in_reads_and_rates()
    {
        Metro.On(March(1)).At("23:00").Then(ComesOnline, CameOnline)
            .Then(Signs, SignedOnline)
            .Then(new Serve(OnlineDesk), new Served(OnlineDesk))
            .Then(Reads(ReadingForm.Digital), Read with { Form = ReadingForm.Digital })
            .Then(Rates(4), WasRated).Then(Leaves, WentHome);
    }

    [Fact]
    public void Metro_online_the_visitor_signs_in_asks_for_a_softcopy_by_the_form_and_rates() =>
        Metro.On(March(1)).At("23:00").Then(ComesOnline, CameOnline).Then(Signs, SignedOnline)
            .Then(new Serve(OnlineDesk), new Served(OnlineDesk))
            .Then(new SearchCatalogue(), Searched).Then(Reads(ReadingForm.Digital), Read with { Form = ReadingForm.Digital })
            .Then(AsksForSoftcopy, AskedForSoftcopy)
            .Then(Rates(4), WasRated).Then(Leaves, WentHome);

    [Fact]
    public void Bima_online_the_visitor_signs_in_searches_and_downloads_by_oneself() =>
        Bima.On(March(1)).At("21:00").Then(ComesOnline, CameOnline with { Standard = CameInBima.Standard }).Then(Signs, SignedOnline)
            .Then(new Serve(OnlineDesk), new Served(OnlineDesk))
            .Then(new SearchCatalogue(), Searched).Then(Downloads, Downloaded)
            .Then(Leaves, WentHome).Then(Rates(4), WasRated);

    [Fact]
    public void Neither_locker_nor_call_nor_rating_has_to_be() =>
        Metro.Then(Comes, Came).Then(Signs, Signed).Then(new Serve(Desk1), WasServed).Then(Leaves, WentHome);
}
