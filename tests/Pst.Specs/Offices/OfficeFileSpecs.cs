using System.Text.Json;
using System.Text.Json.Nodes;

namespace Pst.Domain.Specs;

public sealed class OfficeFileSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/offices-invalid.json");

    public static TheoryData<string> Refused => NamesOf("refused");
    public static TheoryData<string> Accepted => NamesOf("accepted");

    const string Pledge = """{"text": "Kami sanggup.", "signedBy": "Ratna Dewi", "position": "Kepala", "signedOn": "2026-01-05"}""";

    static TheoryData<string> NamesOf(string list) =>
        [.. Vectors.GetProperty(list).EnumerateArray().Select(it => it.GetProperty("name").GetString()!)];

    static JsonElement Vector(string list, string name) =>
        Vectors.GetProperty(list).EnumerateArray().Single(it => it.GetProperty("name").GetString() == name);

    [Theory, MemberData(nameof(Refused))]
    public void A_file_with_a_fault_is_refused_for_that_fault_alone(string name)
    {
        var vector = Vector("refused", name);
        var field = vector.GetProperty("field").GetString()!;
        var read = OfficeFile.Read(OfficeFiles.Patched(vector.GetProperty("patch")));
        read.ShouldBeOfType<Invalid<Office>>().Errors.Paths.ShouldAllBe(it => IsIn(it, field));
    }

    static bool IsIn(string path, string field) =>
        path == field || path.StartsWith($"{field}.", StringComparison.Ordinal) || path.StartsWith($"{field}[", StringComparison.Ordinal);

    [Theory, MemberData(nameof(Accepted))]
    public void An_unusual_file_is_taken(string name) =>
        OfficeFile.Read(OfficeFiles.Patched(Vector("accepted", name).GetProperty("patch"))).ShouldBeOfType<Valid<Office>>();

    [Theory, InlineData("1872"), InlineData("5272")]
    public void A_file_is_given_back_as_it_was_read(string code)
    {
        var file = Shared.Json($"offices/{code}.json");
        JsonNode.DeepEquals(OfficeFile.Write(OfficeFiles.Read(code)), JsonNode.Parse(file.GetRawText())).ShouldBeTrue();
    }

    [Fact]
    public void Two_readings_of_one_file_are_equal() => OfficeFiles.Read("5272").ShouldBe(OfficeFiles.Read("5272"));

    [Fact]
    public void What_a_file_may_leave_out_is_given_back_too()
    {
        var file = JsonNode.Parse(Shared.Json("offices/1872.json").GetRawText())!;
        var local = file["local"]!;
        local["dayOverrides"] = JsonNode.Parse("""{"2026-03-02": [["08:00", "11:00"]], "2026-03-07": []}""");
        local["holidays"] = JsonNode.Parse("""["2026-08-17", "2026-01-01"]""");
        local["seasonalHours"] = JsonNode.Parse("""[{"from": "2026-02-18", "to": "2026-03-19", "hours": {}}]""");
        local["seasonalHours"]![0]!["hours"] = local["hours"]!.DeepClone();
        local["uses"] = JsonNode.Parse("""{"tickets": true, "display": true, "voice": false}""");
        local["earlyArrivalMinutes"] = 15;
        local["pledge"] = JsonNode.Parse(Pledge);
        local["compensation"] = "Permohonan maaf dan 5 lembar fotokopi gratis";
        local["archiveDays"] = 365;
        local["appointmentPlaces"] = 3;

        var read = OfficeFile.Read(JsonSerializer.SerializeToElement(file)).ShouldBeOfType<Valid<Office>>().Value;
        JsonNode.DeepEquals(OfficeFile.Write(read), file).ShouldBeTrue();
    }

    [Theory]
    [InlineData("/local/hours/mon", """[["08:00", "12:00", "13:00"]]""", "local.hours.mon[0]")]
    [InlineData("/local/hours/mon", """[["08:00"]]""", "local.hours.mon[0]")]
    [InlineData("/local/hours/mon", """[["13:00", "15:00"], ["08:00", "13:01"]]""", "local.hours.mon[0]")]
    [InlineData("/local/hours/mon", """[["08:00", "24:00"]]""", "local.hours.mon[0][1]")]
    [InlineData("/local/hours/mon", """[["8:00", "12:00"]]""", "local.hours.mon[0][0]")]
    [InlineData("/local/lockers", """["A01", ""]""", "local.lockers[1]")]
    [InlineData("/local/desks", """["1", "2", "1"]""", "local.desks[2]")]
    [InlineData("/local/desks", """["123456789012345678901"]""", "local.desks[0]")]
    [InlineData("/local/seasonalHours", """[{"from": "2026-03-19", "to": "2026-03-18"}]""", "local.seasonalHours[0].hours")]
    [InlineData("/local/seasonalHours", """[{"from": "2026-03-19", "to": "2026-03-18", "hours": WEEK}]""", "local.seasonalHours[0]")]
    [InlineData(
        "/local/seasonalHours",
        """[{"from": "2026-03-19", "to": "2026-03-20", "hours": WEEK}, {"from": "2026-03-18", "to": "2026-03-19", "hours": WEEK}]""",
        "local.seasonalHours[0]")]
    [InlineData("/local/uses", """{"tickets": true, "display": true}""", "local.uses.voice")]
    [InlineData("/local/uses", """{"tickets": true, "display": "yes", "voice": true}""", "local.uses.display")]
    [InlineData("/local/uses", """{"tickets": true, "display": true, "voice": true, "music": true}""", "local.uses.music")]
    [InlineData("/local/earlyArrivalMinutes", "241", "local.earlyArrivalMinutes")]
    [InlineData("/local/earlyArrivalMinutes", "-1", "local.earlyArrivalMinutes")]
    [InlineData("/local/pledge", """{"text": "Kami sanggup.", "signedBy": "Ratna Dewi", "position": "Kepala"}""", "local.pledge.signedOn")]
    [InlineData("/local/pledge", """{"text": "", "signedBy": "R", "position": "K", "signedOn": "2026-01-05"}""", "local.pledge.text")]
    [InlineData("/local/compensation", "5", "local.compensation")]
    [InlineData("/local/archiveDays", "-1", "local.archiveDays")]
    [InlineData("/local/appointmentPlaces", "51", "local.appointmentPlaces")]
    [InlineData("/website", "\"https://metrokota.bps.go.id/a b\"", "website")]
    [InlineData("/standard/completion/minutes", "100001", "standard.completion.minutes")]
    public void A_fault_is_told_at_its_place(string at, string value, string path)
    {
        const string week = """{"mon": [], "tue": [], "wed": [], "thu": [], "fri": [], "sat": [], "sun": []}""";
        value = value.Replace("WEEK", week, StringComparison.Ordinal);
        var patch = JsonElement.Parse($$"""[{"op": "add", "path": "{{at}}", "value": {{value}}}]""");
        OfficeFile.Read(OfficeFiles.Patched(patch)).ShouldBeOfType<Invalid<Office>>().Errors.Paths.ShouldBe([path]);
    }

    [Fact]
    public void A_pledge_is_as_long_as_the_display_has_room_for()
    {
        static Input<Office> WithPledge(int length)
        {
            var pledge = Pledge.Replace("Kami sanggup.", new('a', length), StringComparison.Ordinal);
            var patch = $$"""[{"op": "add", "path": "/local/pledge", "value": {{pledge}}}]""";
            return OfficeFile.Read(OfficeFiles.Patched(JsonElement.Parse(patch)));
        }
        WithPledge(600).ShouldBeOfType<Valid<Office>>();
        WithPledge(601).ShouldBeOfType<Invalid<Office>>().Errors.Paths.ShouldBe(["local.pledge.text"]);
    }

    [Fact]
    public void An_office_that_does_not_say_uses_all_of_the_queues_equipment() =>
        OfficeFiles.Read("1872").Local.InUse.ShouldBe(new(Tickets: true, Display: true, Voice: true));

    [Fact]
    public void A_rule_holds_for_the_channels_that_the_decree_names()
    {
        var bima = OfficeFiles.Read("5272").Standard;
        bima.Requires(RequirementRule.WhatsappNumber, Channel.Online).ShouldBeTrue();
        bima.Requires(RequirementRule.WhatsappNumber, Channel.Offline).ShouldBeFalse();
        bima.Requires(RequirementRule.ServiceAccount, Channel.Online).ShouldBeFalse();
    }

    [Fact]
    public void Local_hours_depart_from_those_that_the_decree_names_where_the_office_is_open_at_others()
    {
        var bima = OfficeFiles.Read("5272");
        bima.Standard.Deviations(bima.Local.Hours).ShouldBeEmpty();
        ValueList<Span> touching = [new(new(8, 0), new(12, 0)), new(new(12, 0), new(15, 30))], shorter = [new(new(8, 0), new(15, 0))];
        bima.Standard.Deviations(bima.Local.Hours with { Mon = touching, Fri = shorter, Sat = shorter })
            .ShouldBe([DayOfWeek.Friday, DayOfWeek.Saturday]);
    }
}
