using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Stories;

/// <summary>A complaint from its receipt to its end, by programs alone. It is Monday, the second of March.</summary>
public sealed class ComplaintStoryTests(RunningApi api) : IClassFixture<RunningApi>
{
    const string Named = """{"name":"Dewi Anggraini","email":"dewi@contoh.example","description":"Antrean lama sekali."}""";

    [Fact]
    public async Task From_the_complainants_program_to_the_answer_and_its_acceptance()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (dewi, budi, lina) = (await office.AsAsync("visitor"), await office.AsAsync("staff"), await office.AsAsync("supervisor"));
        var received = await dewi.PostAsync(At(office, id, "receive"), Named);
        var receipt = received.Json.GetProperty("receipt");
        var (code, secret) = (receipt.GetProperty("code").GetString()!, receipt.GetProperty("secret").GetString()!);
        code.ShouldBe("PGD260302001");
        received.Json.GetProperty("events")[0].GetProperty("data").GetProperty("text").GetString().ShouldBe("Antrean lama sekali.");

        (await lina.PostAsync(At(office, id, "verify"), """{"class":"WAKTU"}""", ("If-Match", "\"7\""))).Code.ShouldBe(412);
        await DoneAsync(lina, At(office, id, "verify"), """{"class":"WAKTU"}""", ("If-Match", "\"1\""));
        (await DoneAsync(budi, At(office, id, "ask_information"), """{"message":"Jam berapa?"}"""))
            .Json.GetProperty("receipt").ValueKind.ShouldBe(System.Text.Json.JsonValueKind.Null);
        (await dewi.PostAsync(At(office, id, "reply"), """{"message":"Pukul sembilan."}""")).WrongFields.ShouldBe(["secret"]);
        (await dewi.PostAsync(At(office, id, "reply"), """{"message":"Pukul sembilan.","secret":"AAAAA-AAAAA"}"""))
            .Refusal.ShouldBe("complaint_not_found");
        await DoneAsync(dewi, At(office, id, "reply"), $$"""{"message":"Pukul sembilan.","secret":"{{secret.ToLowerInvariant()}}"}""");
        await DoneAsync(lina, At(office, id, "escalate"), """{"reason":"kepala perlu tahu"}""");
        await DoneAsync(lina, At(office, id, "resolve"), """{"outcome":"Petugas ditambah."}""");
        var token = (await DoneAsync(dewi, At(office, id, "accept"), $$"""{"secret":"{{secret}}"}""")).Json.GetProperty("token");

        var closed = await budi.GetAsync($"{office.Path}/complaints?status=closed&class=WAKTU&after={token}");
        closed.Json.GetProperty("items")[0].GetProperty("closing").GetString().ShouldBe("satisfied");
        (await budi.GetAsync($"{office.Path}/complaints?status=received")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await budi.GetAsync($"{office.Path}/complaints/{id}?version=2")).Json.GetProperty("status").GetString().ShouldBe("verified");
        var tracked = await dewi.PostAsync(
            $"{office.Path}/complaints/track", $$"""{"code":"{{code}}","secret":"{{secret}}","after":"{{token}}"}""");
        tracked.Text.ShouldContain("Petugas ditambah.");
        tracked.Text.ShouldNotContain("kepala perlu tahu"); // the office's own matter
        (await dewi.PostAsync($"{office.Path}/complaints/track", $$"""{"code":"{{code}}","secret":"AAAAA-AAAAA"}"""))
            .Refusal.ShouldBe("complaint_not_found");
    }

    [Fact]
    public async Task Files_come_with_what_a_complainant_says_and_each_is_checked()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (dewi, lina) = (await office.AsAsync("visitor"), await office.AsAsync("supervisor"));
        (string, string)[] says = [("anonymous", "true"), ("description", "Lihat fotonya.")];
        byte[] pdf = Pdf(), hostile = [.. "%PDF-1.7 bukan"u8];
        foreach (var wrong in ((string, byte[])[][])[[("files", pdf), ("files", hostile)], [.. Enumerable.Repeat(("files", pdf), 4)]])
            (await dewi.PostFormAsync(At(office, id, "receive"), null, says, wrong)).WrongFields.ShouldBe(["files"]);
        (await dewi.PostFormAsync(At(office, id, "receive"), null, says, ("description", pdf))).WrongFields.ShouldBe(["description"]);

        var key = Caller.NewKey();
        var received = await dewi.PostFormAsync(At(office, id, "receive"), key, says, ("files", pdf), ("files", pdf));
        received.Json.GetProperty("events")[0].GetProperty("data").GetProperty("files").GetArrayLength().ShouldBe(2);
        (await dewi.PostFormAsync(At(office, id, "receive"), key, says, ("files", pdf), ("files", pdf))).Text.ShouldBe(received.Text);
        (await dewi.PostFormAsync(At(office, id, "receive"), key, says, ("files", pdf))).Code.ShouldBe(422);
        (await lina.PostFormAsync(At(office, id, "verify"), null, [("class", "WAKTU")])).WrongFields.ShouldBe(["$"], "no files, no form");
        var secret = received.Json.GetProperty("receipt").GetProperty("secret").GetString()!;
        (await dewi.PostFormAsync(At(office, id, "reply"), null, [("message", "Satu lagi."), ("secret", secret)], ("files", pdf)))
            .Json.GetProperty("events")[0].GetProperty("data").GetProperty("files").GetArrayLength().ShouldBe(1);
    }

    static byte[] Pdf()
    {
        var pages = new Pst.Web.Softcopies.PdfPages();
        pages.AddPage(595, 842, "", "");
        return pages.ToArray();
    }

    [Fact]
    public async Task Who_complained_and_what_was_written_shows_by_itself_nowhere_and_every_look_is_recorded()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (budi, auditor) = (await office.AsAsync("staff"), await office.AsAsync("auditor"));
        var token = (await DoneAsync(budi, At(office, id, "receive"), $$"""{"way":"phone",{{Named[1..]}}""")).Json.GetProperty("token");

        foreach (var under in (string[])[$"/complaints?after={token}", $"/complaints/{id}"])
        {
            var shown = (await budi.GetAsync($"{office.Path}{under}")).Text;
            shown.ShouldContain("\"phone\"");
            foreach (var personal in (string[])["Dewi", "dewi@", "Antrean"]) shown.ShouldNotContain(personal);
        }
        (await LooksAsync()).ShouldBe(0);
        (await budi.GetAsync($"{office.Path}/complaints/{id}/events")).Text.ShouldContain("Antrean lama sekali.");
        (await LooksAsync()).ShouldBe(1);
        (await budi.GetAsync($"{office.Path}/complaints/{id}/complainant")).Json.GetProperty("email").GetString()
            .ShouldBe("dewi@contoh.example");
        (await LooksAsync()).ShouldBe(2);

        async Task<int> LooksAsync()
        {
            await office.DoAsync(Office.NewVisit(), "arrive", """{"channel":"offline"}"""); // its token is behind the look
            return (await auditor.GetAsync(office.Now("/reads"))).Json.GetProperty("items").GetArrayLength();
        }
    }

    [Fact]
    public async Task Whoever_stays_unknown_leaves_no_name_and_gets_a_receipt_all_the_same()
    {
        var (office, id, key) = (await api.OpenAsync(), Office.NewVisit(), ("Idempotency-Key", Caller.NewKey()));
        var visitor = await office.AsAsync("visitor");
        var body = """{"anonymous":true,"name":"Dewi","description":"Toilet kotor."}"""u8.ToArray();

        var first = await visitor.SendAsync(HttpMethod.Post, At(office, id, "receive"), body, key);
        var again = await visitor.SendAsync(HttpMethod.Post, At(office, id, "receive"), body, key);

        first.Json.GetProperty("receipt").GetProperty("secret").GetString()!.Length.ShouldBe(11);
        again.Bytes.ShouldBe(first.Bytes);
        again.Headers["Idempotency-Replayed"].ShouldBe("true");
        (await (await office.AsAsync("staff")).GetAsync($"{office.Path}/complaints/{id}/complainant")).Code.ShouldBe(404);
    }

    [Fact]
    public async Task A_list_is_paged_without_a_complaint_missing_or_twice()
    {
        var office = await api.OpenAsync();
        var staff = await office.AsAsync("staff");
        var token = "";
        for (var number = 1; number <= 5; number++)
            token = (await DoneAsync(staff, At(office, Office.NewVisit(), "receive"), """{"anonymous":true,"description":"Panas."}"""))
                .Json.GetProperty("token").GetString()!;

        var (codes, cursor) = (new List<string>(), "");
        do
        {
            var page = (await staff.GetAsync($"{office.Path}/complaints?limit=2&after={token}{cursor}")).Json;
            codes.AddRange(page.GetProperty("items").EnumerateArray().Select(it => it.GetProperty("code").GetString()!));
            cursor = page.GetProperty("next").GetString() is { } next ? $"&cursor={next}" : "";
        }
        while (cursor.Length > 0);

        codes.ShouldBe(["PGD260302005", "PGD260302004", "PGD260302003", "PGD260302002", "PGD260302001"]);
    }

    [Fact]
    public async Task What_is_sent_is_checked_in_order()
    {
        var (office, id, used) = (await api.OpenAsync(), Office.NewVisit(), ("Idempotency-Key", "ketuk-pengaduan"));
        var (visitor, staff) = (await office.AsAsync("visitor"), await office.AsAsync("staff"));
        var (good, path) = ("""{"message":"Baik."}""", At(office, id, "answer"));
        await DoneAsync(staff, At(office, id, "receive"), Named, used);

        (await api.With(null).PostAsync(path, "{")).Code.ShouldBe(401);
        (await visitor.PostAsync(path.Replace("/offices/", "/offices/0", StringComparison.Ordinal), "{")).Code.ShouldBe(404);
        (await visitor.PostAsync(path, "{")).Code.ShouldBe(403);
        (await visitor.PostAsync(At(office, id, "receive"), """{"way":"box"}""")).Code.ShouldBe(403);
        (await staff.PostAsync(path, """{"message":""}""", ("If-Match", "\"9\""))).WrongFields.ShouldBe(["message"]);
        (await staff.PostAsync(At(office, "satu", "answer"), good)).WrongFields.ShouldBe(["complaintId"]);
        (await staff.SendAsync(HttpMethod.Post, path, "{\"message\":\"Baik.\"}"u8.ToArray(), used, ("If-Match", "\"9\"")))
            .Code.ShouldBe(422);
        (await staff.PostAsync(path, good, ("If-Match", "\"9\""))).Code.ShouldBe(412);
        (await staff.PostAsync(path, good)).Refusal.ShouldBe("complaint_not_verified");
    }

    static string At(Office office, string complaint, string command) => $"{office.Path}/complaints/{complaint}/{command}";

    static async Task<Answer> DoneAsync(Caller caller, string path, string body, params (string, string)[] headers)
    {
        var answer = headers is [("Idempotency-Key", _)]
            ? await caller.SendAsync(HttpMethod.Post, path, System.Text.Encoding.UTF8.GetBytes(body), headers)
            : await caller.PostAsync(path, body, headers);
        answer.Code.ShouldBe(200, $"{path} {body}: {answer}");
        return answer;
    }
}
