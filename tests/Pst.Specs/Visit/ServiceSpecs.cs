using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>What is read, copied and scanned: as much as the office's standard offers.</summary>
public sealed class ServiceSpecs
{
    static readonly GuestbookSigned SignedHere = Signed with { Promise = null };
    static readonly VisitStory InMetro = Metro.Given(Came, Signed, WasServed);
    static readonly VisitStory InBima = Bima.Given(CameInBima, SignedHere, WasServed);
    static readonly VisitStory InRekaan = Rekaan.Given(CameInRekaan, SignedHere, WasServed);

    public static TheoryData<VisitCommand> Uses =>
    [
        Reads(ReadingForm.Printed), Reads(ReadingForm.Digital), Copies(1), new ScanSoftcopy(Yearbook, 1), new SearchCatalogue(),
        AsksForSoftcopy, Downloads,
    ];

    [Theory, MemberData(nameof(Uses))]
    public void Service_comes_before_use(VisitCommand use)
    {
        Metro.Given(Came, Signed).When(use).ThenRefused(new NotServed());
        Metro.Given(Came, Signed, WasCalled).When(use).ThenRefused(new NotServed());
    }

    [Fact]
    public void What_is_offered_may_be_read()
    {
        InMetro.When(Reads(ReadingForm.Printed)).Then(Read);
        InBima.When(Reads(ReadingForm.Digital)).Then(Read with { Form = ReadingForm.Digital });
        InRekaan.When(Reads(ReadingForm.Printed)).ThenRefused(new ReadingNotOffered());
        InRekaan.When(Reads(ReadingForm.Digital)).ThenRefused(new ReadingNotOffered());
    }

    [Fact]
    public void What_is_offered_may_be_scanned()
    {
        InMetro.When(new ScanSoftcopy(Yearbook, 4)).Then(Scanned);
        InRekaan.When(new ScanSoftcopy(Yearbook, 4)).ThenRefused(new ScanNotOffered());
    }

    [Fact]
    public void In_Metro_a_softcopy_is_had_by_filling_in_the_request_form()
    {
        InMetro.When(AsksForSoftcopy).Then(AskedForSoftcopy);
        InMetro.When(Downloads).ThenRefused(new SoftcopyDownloadNotOffered());
    }

    [Fact]
    public void In_Bima_it_is_downloaded_at_the_computers_there()
    {
        InBima.When(Downloads).Then(Downloaded);
        InBima.When(AsksForSoftcopy).ThenRefused(new SoftcopyRequestNotOffered());
    }

    [Fact]
    public void The_catalogue_is_searched_wherever_there_is_service() => InRekaan.When(new SearchCatalogue()).Then(Searched);

    [Fact]
    public void Metro_makes_no_copies_and_no_override_makes_any()
    {
        InMetro.When(Copies(1)).ThenRefused(new CopiesNotOffered());
        InMetro.When(Copies(1) with { Override = Allowed }).ThenRefused(new CopiesNotOffered());
    }

    [Theory, InlineData(0, 10), InlineData(7, 3), InlineData(9, 1)]
    public void Bima_makes_ten_copies_a_person_and_not_one_more(int used, int remaining)
    {
        InBima.WithSheetsUsed(used).When(Copies(remaining)).Then(Copied(remaining));
        InBima.WithSheetsUsed(used).When(Copies(remaining + 1)).ThenRefused(new CopyQuotaExceeded(remaining));
    }

    [Theory, InlineData(10), InlineData(12)]
    public void Past_the_limit_nothing_remains(int used) =>
        InBima.WithSheetsUsed(used).When(Copies(1)).ThenRefused(new CopyQuotaExceeded(0));

    [Fact]
    public void The_limit_is_the_offices()
    {
        InRekaan.When(Copies(3)).Then(Copied(3));
        InRekaan.When(Copies(4)).ThenRefused(new CopyQuotaExceeded(3));
    }

    [Fact]
    public void A_party_has_the_limit_of_one_person() =>
        Bima.Given(CameInBima with { PartySize = 30 }, SignedHere, WasServed)
            .When(Copies(11)).ThenRefused(new CopyQuotaExceeded(10));

    [Fact]
    public void A_supervisor_lets_more_through_and_the_copies_say_why()
    {
        InBima.When(Copies(11) with { Override = Allowed }).Then(Copied(11) with { Override = Allowed });
        InBima.WithSheetsUsed(10).When(Copies(1) with { Override = Allowed }).Then(Copied(1) with { Override = Allowed });
    }

    [Fact]
    public void An_override_that_let_nothing_through_is_not_kept() => InBima.When(Copies(10) with { Override = Allowed }).Then(Copied(10));

    [Fact]
    public void Loose_sheets_are_of_no_publication() =>
        InBima.When(Copies(2) with { PublicationId = null }).Then(Copied(2) with { PublicationId = null });

    [Theory, MemberData(nameof(Uses))]
    public void Nothing_is_used_after_the_end(VisitCommand use) => InMetro.Given(WentHome).When(use).ThenRefused(new VisitClosed());
}
