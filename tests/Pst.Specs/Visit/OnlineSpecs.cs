using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

public sealed class OnlineSpecs
{
    static readonly VisitStory SignedIn = Metro.Given(CameOnline, SignedOnline);
    static readonly VisitStory InService = SignedIn.Given(new Served(OnlineDesk));

    public static TheoryData<VisitCommand> WhatTakesADesk =>
    [
        GivesId, TakesLocker, TakesBag, TakesIdBack, new Call(Desk1), new Skip(), new Requeue(), new Transfer(ServiceCode.KS),
        Copies(1), new ScanSoftcopy(Yearbook, 1),
    ];

    [Theory, MemberData(nameof(WhatTakesADesk))]
    public void What_takes_a_desk_is_for_visits_in_person(VisitCommand command)
    {
        SignedIn.When(command).ThenRefused(new OfflineOnly());
        InService.When(command).ThenRefused(new OfflineOnly());
    }

    [Fact]
    public void The_digital_library_is_read_where_the_standard_offers_it()
    {
        InService.When(Reads(ReadingForm.Digital)).Then(Read with { Form = ReadingForm.Digital });
        Rekaan.Given(CameOnline with { Standard = March(2) }, SignedOnline, new Served(OnlineDesk)).When(Reads(ReadingForm.Digital))
            .ThenRefused(new ReadingNotOffered());
    }

    [Fact]
    public void It_is_served_once_and_before_it_is_used()
    {
        SignedIn.When(Reads(ReadingForm.Digital)).ThenRefused(new NotServed());
        SignedIn.When(Rates(4)).ThenRefused(new NotServed());
        InService.When(new Serve(OnlineDesk)).ThenRefused(new AlreadyServed());
    }

    [Fact]
    public void One_open_visit_a_person_also_online() =>
        Metro.Given(CameOnline).WithAnotherVisitOpen().When(Signs).ThenRefused(new VisitorAlreadyInside());

    [Fact]
    public void It_ends_as_any_other()
    {
        SignedIn.When(Leaves).Then(GaveUp);
        InService.When(Leaves).Then(WentHome);
        InService.Given(WentHome).When(Leaves).ThenRefused(new VisitClosed());
    }
}
