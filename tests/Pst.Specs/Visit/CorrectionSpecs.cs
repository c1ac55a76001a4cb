using static Pst.Domain.Specs.Steps;
using static Pst.Domain.Specs.VisitStory;
using static Pst.Domain.VisitCommand;
using static Pst.Domain.VisitRefusal;

namespace Pst.Domain.Specs;

/// <summary>A supervisor puts right what was entered wrong; the original stays.</summary>
public sealed class CorrectionSpecs
{
    const long Arrival = 1, Signing = 2, Service = 3, Reading = 4, Copying = 5, Scanning = 6, Rating = 7, Departure = 8;

    static readonly VisitStory AtHome = Bima.Given(CameInBima, Signed, WasServed, Read, Copied(8), Scanned, WasRated, WentHome);

    static readonly VisitStory GaveUpWaiting = Bima.Given(CameInBima, Signed, GaveUp);

    static Correct Corrects(long version, string field, EntryValue to) => new(version, field, to, Because);
    static EntryCorrected Corrected(long version, string field, EntryValue? from, EntryValue to) => new(version, field, from, to, Because);

    [Theory]
    [InlineData(Arrival, "partySize", 1, 200), InlineData(Signing, "purpose", 1, 5), InlineData(Signing, "demographics.gender", 2, 2)]
    [InlineData(Signing, "demographics.age", 2, 7), InlineData(Signing, "demographics.disability", 2, 2)]
    [InlineData(Signing, "demographics.education", 1, 5), InlineData(Signing, "demographics.occupation", 1, 7)]
    [InlineData(Signing, "demographics.institutionKind", 6, 9), InlineData(Copying, "sheets", 8, 1000)]
    [InlineData(Scanning, "pages", 4, 1000), InlineData(Rating, "overall", 4, 4)]
    [InlineData(Rating, "elements.WAKTU", 4, 4), InlineData(Rating, "elements.BIAYA", 3, 4)]
    public void A_number_may_become_any_other_in_its_range(long version, string field, int from, int max)
    {
        AtHome.When(Corrects(version, field, 1)).Then(Corrected(version, field, from, 1));
        AtHome.When(Corrects(version, field, max)).Then(Corrected(version, field, from, max));
        AtHome.When(Corrects(version, field, 0)).ThenMistaken("to", new InputError.OutOfRange(1, max));
        AtHome.When(Corrects(version, field, max + 1)).ThenMistaken("to", new InputError.OutOfRange(1, max));
        AtHome.When(Corrects(version, field, "1")).ThenMistaken("to", new InputError.NotAnInteger());
    }

    [Fact]
    public void An_element_that_was_not_marked_gets_its_mark() =>
        AtHome.When(Corrects(Rating, "elements.SARANA", 2)).Then(Corrected(Rating, "elements.SARANA", null, 2));

    [Fact]
    public void A_rating_without_elements_gets_them_too() =>
        Bima.Given(CameInBima, Signed, WasServed, new Rated(3, null, null))
            .Then(Corrects(4, "elements.PRODUK", 4), Corrected(4, "elements.PRODUK", null, 4))
            .When(Corrects(4, "elements.PRODUK", 1)).Then(Corrected(4, "elements.PRODUK", 4, 1));

    [Fact]
    public void A_word_may_become_any_other_of_its_list()
    {
        foreach (var priority in Words.All<Priority>())
            AtHome.When(Corrects(Arrival, "priority", priority)).Then(Corrected(Arrival, "priority", "none", priority));
        AtHome.When(Corrects(Reading, "form", "digital")).Then(Corrected(Reading, "form", "printed", "digital"));
        AtHome.When(Corrects(Arrival, "priority", "vip")).ThenMistaken("to", new InputError.NotAWord([.. Words.All<Priority>()]));
        AtHome.When(Corrects(Reading, "form", 1)).ThenMistaken("to", new InputError.NotAWord(["printed", "digital"]));
    }

    [Theory, InlineData(Reading), InlineData(Copying), InlineData(Scanning)]
    public void A_publication_may_become_another(long version)
    {
        AtHome.When(Corrects(version, "publicationId", "pub-2")).Then(Corrected(version, "publicationId", Yearbook.Value, "pub-2"));
        AtHome.When(Corrects(version, "publicationId", 2)).ThenMistaken("to", new InputError.Malformed());
        AtHome.When(Corrects(version, "publicationId", "")).ThenMistaken("to", new InputError.Malformed());
    }

    [Fact]
    public void Loose_sheets_get_their_publication() =>
        Bima.Given(CameInBima, Signed, WasServed, Copied(1) with { PublicationId = null })
            .When(Corrects(4, "publicationId", "pub-2")).Then(Corrected(4, "publicationId", null, "pub-2"));

    [Fact]
    public void What_was_corrected_is_corrected_again_from_what_held_then() =>
        AtHome.Then(Corrects(Copying, "sheets", 6), Corrected(Copying, "sheets", 8, 6))
            .Then(Corrects(Copying, "sheets", 7), Corrected(Copying, "sheets", 6, 7))
            .Then(Corrects(Copying, "publicationId", "pub-2"), Corrected(Copying, "publicationId", Yearbook.Value, "pub-2"));

    [Fact]
    public void A_correction_is_not_held_to_the_quota() =>
        AtHome.WithSheetsUsed(10).When(Corrects(Copying, "sheets", 11)).Then(Corrected(Copying, "sheets", 8, 11));

    [Fact]
    public void A_party_that_was_counted_too_small_may_give_more_cards() =>
        Bima.Given(CameInBima, Signed, GaveId)
            .Then(Corrects(Arrival, "partySize", 2), Corrected(Arrival, "partySize", 1, 2))
            .When(GivesId with { Item = 2 }).Then(GaveId with { Item = 2 });

    [Fact]
    public void The_reason_of_a_departure_agrees_with_whether_there_was_service()
    {
        AtHome.When(Corrects(Departure, "reason", "finished")).Then(Corrected(Departure, "reason", "finished", "finished"));
        AtHome.When(Corrects(Departure, "reason", "left_unserved")).ThenMistaken("to", new InputError.NotAWord(["finished"]));
        GaveUpWaiting.When(Corrects(3, "reason", "left_unserved")).Then(Corrected(3, "reason", "left_unserved", "left_unserved"));
        GaveUpWaiting.When(Corrects(3, "reason", "finished")).ThenMistaken("to", new InputError.NotAWord(["left_unserved"]));
    }

    [Fact]
    public void An_unknown_end_may_become_known_and_no_known_one_unknown()
    {
        var unserved = Bima.Given(CameInBima, EndUnknown);
        unserved.When(Corrects(2, "reason", "left_unserved")).Then(Corrected(2, "reason", "unknown_end", "left_unserved"));
        AtHome.When(Corrects(Departure, "reason", "unknown_end")).ThenMistaken("to", new InputError.NotAWord(["finished"]));
    }

    [Theory]
    [InlineData(Arrival, "service"), InlineData(Arrival, "channel"), InlineData(Arrival, "ticket"), InlineData(Arrival, "purpose")]
    [InlineData(Signing, "visitorId"), InlineData(Signing, "demographics"), InlineData(Signing, "demographics.name")]
    [InlineData(Signing, "partySize"), InlineData(Rating, "elements.waktu"), InlineData(Rating, "elements.3")]
    [InlineData(Rating, "elements."), InlineData(Rating, "comment")]
    [InlineData(Departure, "Reason"), InlineData(Copying, "override"), InlineData(Copying, "")]
    public void Who_when_and_what_is_no_field_is_not_corrected(long version, string field) =>
        AtHome.When(Corrects(version, field, 1)).ThenMistaken("field", new InputError.NotThere());

    [Theory, InlineData(Service), InlineData(0), InlineData(9), InlineData(-1)]
    public void An_entry_that_is_not_there_is_not_corrected(long version) =>
        AtHome.When(Corrects(version, "sheets", 1)).ThenMistaken("eventVersion", new InputError.NotThere());

    [Fact]
    public void A_correction_is_itself_no_entry() =>
        AtHome.Given(Corrected(Copying, "sheets", 8, 6)).When(Corrects(9, "sheets", 7))
            .ThenMistaken("eventVersion", new InputError.NotThere());

    [Fact]
    public void A_visit_is_corrected_also_while_it_is_open_and_not_once_voided()
    {
        Bima.Given(CameInBima).When(Corrects(Arrival, "partySize", 3)).Then(Corrected(Arrival, "partySize", 1, 3));
        Bima.When(Corrects(Arrival, "partySize", 3)).ThenRefused(new NotFound());
        AtHome.Given(new Voided(Because)).When(Corrects(Arrival, "partySize", 3)).ThenRefused(new VisitClosed());
    }
}
