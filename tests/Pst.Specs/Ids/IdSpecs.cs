using System.Text.Json;

namespace Pst.Domain.Specs;

public sealed class IdSpecs
{
    static readonly Guid Some = new("0195a3c2-7e11-7000-8000-0123456789ab");

    [Theory, InlineData("1872", true), InlineData("0000", true), InlineData("187", false), InlineData("18720", false)]
    [InlineData("METR", false), InlineData("１８７２", false), InlineData("", false), InlineData(null, false)]
    public void An_office_code_is_four_digits(string? text, bool read) => OfficeCode.TryParse(text, null, out _).ShouldBe(read);

    [Fact]
    public void An_office_stream_is_known_by_the_code_and_is_a_uuid_of_version_8()
    {
        var stream = new OfficeCode("1872").StreamId;
        stream.ShouldBe(new Guid("50535400-0000-8000-8000-000000001872"));
        stream.Version.ShouldBe(8);
    }

    [Theory, InlineData("PS-001", true), InlineData("RS-999", true), InlineData("KS-1000", true), InlineData("PS-000", false)]
    [InlineData("PS-0001", false), InlineData("PS-01", false), InlineData("ps-001", false), InlineData("XX-001", false)]
    [InlineData("1-0001", false), InlineData("PS-+01", false), InlineData("PS-99999999999", false)]
    public void A_ticket_is_read_as_it_is_printed(string text, bool read) =>
        (Ticket.TryParse(text, null, out var ticket) && $"{ticket}" == text).ShouldBe(read);

    [Theory, InlineData("PGD260302001", true), InlineData("PGD260230001", false), InlineData("PGD260302000", false)]
    [InlineData("pgd260302001", false), InlineData("PGD26030201", false), InlineData("PGD260302+01", false)]
    public void A_complaint_is_read_as_its_receipt_says(string text, bool read) =>
        (ComplaintCode.TryParse(text, null, out var code) && $"{code}" == text).ShouldBe(read);

    [Theory, InlineData("1", true), InlineData("Meja depan, kiri (1)", true), InlineData("Meja depan, kiri (12)", false)]
    [InlineData("", false), InlineData("  ", false), InlineData("1\n", false), InlineData("📚", true)]
    public void A_desk_is_one_short_line(string text, bool read) => Desk.TryParse(text, null, out _).ShouldBe(read);

    [Fact]
    public void Half_a_character_is_no_name() => Locker.TryParse("\ud83d", null, out _).ShouldBeFalse();

    [Theory, InlineData("offline", true), InlineData("Offline", false), InlineData("1", false), InlineData("fax", false)]
    [InlineData(null, false)]
    public void A_word_is_read_only_as_it_is_spelled(string? word, bool read) => Words.TryRead<Channel>(word, out _).ShouldBe(read);

    [Fact]
    public void Words_are_snake_case_and_codes_stay_capitals()
    {
        Words.Of(CompletionKind.AfterPreviousVisitor).ShouldBe("after_previous_visitor");
        Words.All<ServiceCode>().ShouldBe(["PS", "KS", "PJ", "RS"]);
    }

    sealed record Stored(
        OfficeCode Office, VisitId Visit, VisitorId? Visitor, Desk Desk, Locker Locker, Ticket Ticket, PublicationId Publication,
        Channel Channel, DateOnly Day, ValueList<TimeOnly> Times);

    [Fact]
    public void Ids_are_stored_as_text_and_choices_as_numbers()
    {
        var value = new Stored(
            new("1872"), new(Some), null, new("1"), new("A01"), new(ServiceCode.PS, 7), new("pub-1"),
            Channel.Online, new(2026, 3, 2), [new(8, 0)]);
        var stored = JsonSerializer.Serialize(value, StoredJson.Options);

        stored.ShouldBe("""{"Office":"1872","Visit":"0195a3c2-7e11-7000-8000-0123456789ab","Visitor":null,"Desk":"1","Locker":"A01","""
            + """
            "Ticket":"PS-007","Publication":"pub-1","Channel":2,"Day":"2026-03-02","Times":["08:00:00"]}
            """);
        JsonSerializer.Deserialize<Stored>(stored, StoredJson.Options).ShouldBe(value);
    }

    [Theory, InlineData("7"), InlineData("\"PS-7\""), InlineData("null")]
    public void A_stored_id_that_is_none_is_damage(string stored) =>
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<Ticket>(stored, StoredJson.Options));
}
