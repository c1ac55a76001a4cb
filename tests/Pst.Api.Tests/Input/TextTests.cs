using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Input;

/// <summary>What people write is text and nothing else: it is kept and shown as it was written.</summary>
public sealed class TextTests(RunningApi api) : IClassFixture<RunningApi>
{
    public static TheoryData<string> Texts =>
    [
        "Robert'); drop table pst.mt_events;--", "' or '1'='1", "<script>alert(1)</script>", "<b>tebal</b> & \"kutip\"",
        "{{7*7}} ${7*7} %s %n {0}", "Siti 🙂 👩‍👩‍👧", "陳大文", "عبد الله", "O’Brien—Ñandú", "\\\\server\\bagi",
        "=HYPERLINK(\"http://x\")", "null", "  spasi  ",
    ];

    [Theory, MemberData(nameof(Texts))]
    public async Task A_name_is_kept_as_it_was_written(string name)
    {
        var office = await api.OpenAsync();
        var visit = await SignedAsync(office, name);
        var auditor = await office.AsAsync("auditor");
        var visitor = (await auditor.GetAsync(office.Now($"/visits/{visit}"))).Json.GetProperty("visitor").GetString();

        var shown = await auditor.GetAsync($"{office.Path}/visitors/{visitor}");

        shown.Json.GetProperty("name").GetString().ShouldBe(name);
        shown.Json.GetProperty("institution").GetString().ShouldBe(name);
        shown.ContentType.ShouldBe("application/json");
        shown.Headers["X-Content-Type-Options"].ShouldBe("nosniff");
    }

    [Theory, MemberData(nameof(Texts))]
    public async Task A_reason_is_kept_as_it_was_written(string reason)
    {
        var office = await api.OpenAsync();
        var visit = await office.SignedAsync("sari");

        var voided = await office.DoAsync(visit, "void", JsonSerializer.Serialize(new { reason }));
        var events = await (await office.AsAsync("auditor")).GetAsync($"{office.Visit(visit)}/events");

        voided.Json.GetProperty("events")[0].GetProperty("data").GetProperty("reason").GetString().ShouldBe(reason);
        events.Json[2].GetProperty("data").GetProperty("reason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task A_reason_may_have_lines_and_2_000_characters_of_any_kind()
    {
        var office = await api.OpenAsync();
        var reason = string.Concat(Enumerable.Repeat("🙂\n", 1000));

        var voided = await office.DoAsync(await office.SignedAsync("sari"), "void", JsonSerializer.Serialize(new { reason }));

        voided.Json.GetProperty("events")[0].GetProperty("data").GetProperty("reason").GetString().ShouldBe(reason);
    }

    [Fact]
    public async Task Null_is_the_same_as_absent()
    {
        var office = await api.OpenAsync();
        var body = JsonNode.Parse(Office.Guestbook("sari"))!;
        (body["visitor"]!["phone"], body["accommodationNeeded"], body["occurredAt"]) = (null, null, null);
        var visit = Office.NewVisit();
        await office.DoAsync(visit, "arrive", """{"channel":"offline","partySize":null,"priority":null,"service":null,"override":null}""");

        (await office.DoAsync(visit, "sign_guestbook", body.ToJsonString())).Code.ShouldBe(200);
    }

    [Theory, InlineData("publicationId"), InlineData("desk"), InlineData("locker")]
    public async Task Names_of_things_are_taken_as_text(string what)
    {
        var office = await api.OpenAsync(change: it => it["local"]!["lockers"]!.AsArray().Add("<i>'7'</i> 🙂"));
        var visit = await office.ServedAsync("sari");
        if (what == "locker") await office.DoAsync(visit, "hold_id", """{"kind":"sim"}""");
        var (command, body) = what switch
        {
            "locker" => ("assign_locker", """{"locker":"<i>'7'</i> 🙂"}"""),
            "desk" => ("serve", """{"desk":"<i>'7'</i> 🙂"}"""),
            _ => ("record_reading", """{"publicationId":"<i>'7'</i> 🙂","form":"digital"}"""),
        };
        if (what == "desk") visit = await office.SignedAsync("budi");

        var done = await office.DoAsync(visit, command, body);

        done.Json.GetProperty("events")[0].GetProperty("data").GetProperty(what).GetString().ShouldBe("<i>'7'</i> 🙂");
    }

    static async Task<string> SignedAsync(Office office, string name)
    {
        var body = JsonNode.Parse(Office.Guestbook("tamu"))!;
        (body["visitor"]!["name"], body["visitor"]!["institution"]) = (name, name);
        var visit = Office.NewVisit();
        await office.DoAsync(visit, "arrive", """{"channel":"offline"}""");
        await office.DoAsync(visit, "sign_guestbook", body.ToJsonString());
        return visit;
    }
}
