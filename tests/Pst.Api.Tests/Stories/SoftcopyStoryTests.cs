using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Pst.Api.Tests.Support;
using Pst.Web.Hosting;
using Pst.Web.Library;
using Pst.Web.Softcopies;

namespace Pst.Api.Tests.Stories;

/// <summary>
/// A softcopy by programs alone: asked for, prepared from the catalogue's PDF, delivered, checked, called back; another one declined.
/// </summary>
public sealed class SoftcopyStoryTests(RunningApi api) : IClassFixture<RunningApi>
{
    const string Asked = """{"publicationId":"9997-buku","name":"Dewi","email":"dewi@contoh.example","purpose":4,"why":"skripsi saya"}""";

    [Fact]
    public async Task From_the_request_to_the_delivery_and_the_check_of_its_code()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (dewi, lina) = (await office.AsAsync("visitor"), await office.AsAsync("staff"));
        (await lina.PostAsync(At("prepare"), "{}")).Refusal.ShouldBe("softcopy_not_found");
        (await dewi.PostAsync(At("ask"), Asked)).Code.ShouldBe(200);
        (await lina.PostAsync(At("prepare"), "{}")).Json.GetProperty("fault").GetString().ShouldBe("empty");
        (await lina.PostAsync(At("deliver"), "{}")).Refusal.ShouldBe("softcopy_not_prepared");
        (await lina.PostAsync(At("call_back"), """{"reason":"salah","sure":true}""")).Refusal.ShouldBe("softcopy_nothing_to_call_back");
        (await lina.GetAsync(At("file"))).Code.ShouldBe(404);

        await KeepAsync("buku");
        (await lina.PostAsync(At("prepare"), "{}")).Code.ShouldBe(200);
        var pdf = await lina.GetAsync(At("file"));
        (pdf.Code, pdf.ContentType).ShouldBe((200, "application/pdf"));
        (await dewi.GetAsync(At("file"))).Code.ShouldBe(403);
        var token = (await lina.PostAsync(At("deliver"), "{}")).Json.GetProperty("token");

        var shown = (await lina.GetAsync($"{office.Path}/softcopies?stage=delivered&after={token}")).Json.GetProperty("items")[0];
        shown.GetProperty("file").GetProperty("watermarked").GetBoolean().ShouldBeTrue();
        shown.ToString().ShouldNotContain("dewi");
        (await lina.GetAsync($"{office.Path}/softcopies/{id}?version=1")).Json.GetProperty("stage").GetString().ShouldBe("asked");
        var number = Pst.Domain.SoftcopyNumber.Parse(shown.GetProperty("number").GetString()!, null);
        var code = api.Services.GetRequiredService<SoftcopyLinks>().CodeOf(number, new(Guid.Parse(id)));
        var known = (await dewi.GetAsync($"/api/v1/softcopy_checks/{code.ToLowerInvariant()}")).Json;
        (known.GetProperty("issued").GetBoolean(), known.GetProperty("office").GetString()).ShouldBe((true, office.Code));
        known.GetProperty("calledBackAt").ValueKind.ShouldBe(JsonValueKind.Null);
        (await dewi.PostAsync(At("call_back"), """{"reason":"salah orang","sure":true}""")).Code.ShouldBe(403);
        (await lina.PostAsync(At("call_back"), """{"reason":"salah orang"}""")).Json.GetProperty("errors").TryGetProperty("sure", out _)
            .ShouldBeTrue("what cannot be undone is confirmed");
        (await lina.PostAsync(At("call_back"), """{"reason":"salah orang","sure":true}""")).Code.ShouldBe(200);
        (await lina.PostAsync(At("call_back"), """{"reason":"sekali lagi","sure":true}""")).Refusal.ShouldBe("softcopy_called_back");
        known = (await dewi.GetAsync($"/api/v1/softcopy_checks/{code}")).Json;
        known.GetProperty("issued").GetBoolean().ShouldBeTrue("it was, and that stays true");
        known.GetProperty("calledBackAt").GetDateTimeOffset().ShouldNotBe(default);
        (await lina.GetAsync($"{office.Path}/softcopies/{id}")).Json.GetProperty("stage").GetString().ShouldBe("called_back");
        (await dewi.GetAsync($"/api/v1/softcopy_checks/{number}-AAAAAAAAAA")).Json.GetProperty("issued").GetBoolean().ShouldBeFalse();

        string At(string under) => $"{office.Path}/softcopies/{id}/{under}";
    }

    [Fact]
    public async Task What_is_declined_says_why_and_a_look_at_who_asked_is_recorded()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (dewi, lina) = (await office.AsAsync("visitor"), await office.AsAsync("supervisor"));
        (await dewi.PostAsync($"{office.Path}/softcopies/{id}/ask", Asked)).Code.ShouldBe(200);
        (await lina.PostAsync($"{office.Path}/softcopies/{id}/decline", """{"reason":"hanya dijual"}""", ("If-Match", "\"2\"")))
            .Code.ShouldBe(412);
        (await lina.PostAsync($"{office.Path}/softcopies/{id}/decline", """{"reason":"hanya dijual"}""")).Code.ShouldBe(200);

        var rate = $"{office.Path}/softcopies/{id}/rate";
        (await lina.PostAsync(rate, """{"overall":4}""")).Code.ShouldBe(403, "nobody judges for others");
        (await dewi.PostAsync(rate, """{"overall":5}""")).WrongFields.ShouldBe(["overall"]);
        var rated = await dewi.PostAsync(rate, """{"overall":2,"comment":"sayang sekali"}""");
        rated.Json.GetProperty("events")[0].GetProperty("data").GetProperty("comment").GetString().ShouldBe("sayang sekali");
        (await dewi.PostAsync(rate, """{"overall":1}""")).Refusal.ShouldBe("softcopy_already_rated");

        var events = (await lina.GetAsync($"{office.Path}/softcopies/{id}/events")).Text;
        events.ShouldNotContain("sayang sekali", Case.Insensitive, "supervisors read that without its number");
        events.ShouldContain("skripsi saya");
        events.ShouldContain("hanya dijual");
        (await lina.GetAsync($"{office.Path}/softcopies/{id}/requester")).Json.GetProperty("name").GetString().ShouldBe("Dewi");
        await office.DoAsync(Office.NewVisit(), "arrive", """{"channel":"offline"}"""); // its token is behind the looks
        (await (await office.AsAsync("auditor")).GetAsync(office.Now("/reads"))).Json.GetProperty("items").GetArrayLength().ShouldBe(2);
    }

    [Fact]
    public async Task A_scan_is_told_to_its_visit_once_and_handed_over_whoever_sends_it_again()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (visit, lina) = (await office.ServedAsync("pindai"), await office.AsAsync("staff"));
        var at = $"{office.Path}/softcopies/{id}/scan";
        (string, string)[] says = [("visit", visit), ("publicationId", "9997-langka")];
        (await (await office.AsAsync("visitor")).PostFormAsync(at, null, says, ("files", OnePage()))).Code.ShouldBe(403);
        (await lina.PostFormAsync(at, null, says)).WrongFields.ShouldBe(["files"]);
        (await lina.PostAsync(at, $$"""{"visit":"{{visit}}","publicationId":"9997-langka"}""")).WrongFields.ShouldBe(["files"]);
        (await lina.PostFormAsync(at, null, says, ("lain", OnePage()))).WrongFields.ShouldBe(["lain"]);
        (await lina.PostFormAsync(at, null, [.. says, ("_apa", "x")], ("files", OnePage()))).WrongFields.ShouldBe(["_apa"]);
        foreach (var hostile in (byte[][])[[], [.. "MZ"u8], [.. "%PDF-1.7 bukan"u8]])
            (await lina.PostFormAsync(at, null, says, ("files", hostile))).WrongFields.ShouldBe(["files"]);
        (await ScansAsync()).ShouldBe(0, "nothing is told of what came to nothing");

        var key = Caller.NewKey();
        var first = await lina.PostFormAsync(at, key, says, ("files", OnePage()));
        first.Json.GetProperty("events").EnumerateArray().Select(it => it.GetProperty("type").GetString())
            .ShouldBe(["softcopy_prepared", "softcopy_delivered"]);
        var again = await lina.PostFormAsync(at, key, says, ("files", OnePage()));
        (again.Headers["Idempotency-Replayed"], again.Text).ShouldBe(("true", first.Text));
        (await lina.PostFormAsync(at, key, says, ("files", [.. OnePage(), 10]))).Code.ShouldBe(422);
        (await lina.PostFormAsync(at, null, says, ("files", OnePage()))).Refusal.ShouldBe("softcopy_already_asked");
        (await ScansAsync()).ShouldBe(1);
        var shown = (await lina.GetAsync($"{office.Path}/softcopies/{id}")).Json;
        (shown.GetProperty("way").GetString(), shown.GetProperty("visit").GetString()).ShouldBe(("scan", visit));

        async Task<int> ScansAsync() => (await lina.GetAsync($"{office.Visit(visit)}/events")).Json.EnumerateArray()
            .Count(it => it.GetProperty("type").GetString() == "softcopy_scanned");
    }

    static byte[] OnePage()
    {
        var pages = new PdfPages();
        pages.AddPage(595, 842, "", "");
        return pages.ToArray();
    }

    async Task KeepAsync(string publication)
    {
        var (kept, _) = await api.Services.GetRequiredService<StoredFiles>()
            .PutAsync(new MemoryStream(OnePage()), 1_000_000, CancellationToken.None);
        await using var insert = api.Services.GetRequiredService<PstDatabase>().Worker.CreateCommand(
            "insert into library.publication (domain, pub_id, title, subject) "
            + $"values ('9997', '{publication}', 'Buku 2026', 1) returning id");
        var id = (int)(await insert.ExecuteScalarAsync())!;
        await api.Services.GetRequiredService<PublicationFiles>().AttachAsync(id, FileKind.Pdf, kept!, CancellationToken.None);
    }
}
