using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

public sealed class GuestbookSpecs
{
    static readonly Contact NoEmail = Reachable with { HasEmail = false }, NoWhatsapp = Reachable with { HasWhatsapp = false };
    static readonly Contact NoAccount = Reachable with { HasAccount = false };

    [Fact]
    public void Metro_wants_an_active_email_on_both_channels()
    {
        Metro.Given(Came).When(Signs with { Contact = NoEmail }).ThenRefused(new EmailRequired());
        Metro.Given(CameOnline).When(Signs with { Contact = NoEmail }).ThenRefused(new EmailRequired());
        Metro.Given(Came).When(Signs with { Contact = NoWhatsapp }).Then(Signed);
    }

    [Fact]
    public void Metro_wants_an_account_online_alone()
    {
        Metro.Given(Came).When(Signs with { Contact = NoAccount }).Then(Signed);
        Metro.Given(CameOnline).When(Signs with { Contact = NoAccount }).ThenRefused(new AccountRequired());
    }

    [Fact]
    public void Bima_wants_whatsapp_online_alone_and_no_account()
    {
        var online = CameOnline with { Standard = new(2023, 1, 1) };
        Bima.Given(online).When(Signs with { Contact = NoWhatsapp }).ThenRefused(new WhatsappRequired());
        Bima.Given(online).When(Signs with { Contact = NoAccount }).Then(SignedOnline);
        Bima.Given(CameInBima).When(Signs with { Contact = NoWhatsapp }).ShouldBeOfType<Accepted<VisitEvent>>();
        Bima.Given(CameInBima).When(Signs with { Contact = NoEmail }).ThenRefused(new EmailRequired());
    }

    [Fact]
    public void Another_office_wants_whatsapp_in_person()
    {
        Rekaan.Given(CameInRekaan).When(Signs with { Contact = NoWhatsapp }).ThenRefused(new WhatsappRequired());
        Rekaan.Given(CameInRekaan).When(Signs with { Contact = NoEmail }).Then(Signed with { Promise = null });
    }

    [Fact]
    public void One_open_visit_a_person() => Metro.Given(Came).WithAnotherVisitOpen().When(Signs).ThenRefused(new VisitorAlreadyInside());

    [Fact]
    public void The_guestbook_is_signed_once()
    {
        Metro.Given(Came, Signed).When(Signs).ThenRefused(new GuestbookAlreadySigned());
        Metro.Given(Came, Signed, WasServed).When(Signs).ThenRefused(new GuestbookAlreadySigned());
    }

    public static TheoryData<VisitCommand> AllThatFollows =>
    [
        GivesId, TakesLocker, new Call(Desk1), new Skip(), new Requeue(), new Transfer(ServiceCode.KS), new Serve(Desk1),
        Reads(ReadingForm.Printed), Copies(1), new ScanSoftcopy(Yearbook, 1), Rates(4), TakesBag, TakesIdBack,
    ];

    [Theory, MemberData(nameof(AllThatFollows))]
    public void The_guestbook_comes_first(VisitCommand next) => Metro.Given(Came).When(next).ThenRefused(new GuestbookNotSigned());

    [Fact]
    public void What_is_written_is_kept_as_it_is() =>
        Metro.Given(Came).When(Signs with { Purpose = 4, AccommodationNeeded = null, Commitment = "other" })
            .Then(Signed with { Purpose = 4, AccommodationNeeded = null, Commitment = "other" });

    [Fact]
    public void Signed_in_the_break_the_promise_begins_when_the_desk_opens_again()
    {
        Metro.At("11:58").Given(Came).At("12:10").When(Signs).Then(Signed with { Promise = FiveMinutesFrom("2026-03-02T13:00:00+07:00") });
        Metro.On(March(6)).At("15:29").Given(Came).At("15:30").When(Signs)
            .Then(Signed with { Promise = FiveMinutesFrom("2026-03-09T08:00:00+07:00") });
    }

    [Fact]
    public void The_promise_is_made_by_the_hours_known_at_the_signing()
    {
        var afternoon = Metro.Office.Local with { DayOverrides = [new(March(2), [new(new(13, 0), new(15, 0))])] };
        Metro.Given(Came).Meanwhile(new SettingsChanged(Metro.Office.Details, afternoon)).When(Signs)
            .Then(Signed with { Promise = FiveMinutesFrom("2026-03-02T13:00:00+07:00") });
    }

    [Fact]
    public void A_service_that_the_standard_does_not_promise_has_no_promise() =>
        Metro.Given(Came with { Service = ServiceCode.KS, Promised = false }).When(Signs).Then(Signed with { Promise = null });
}
