using Pst.Api.Tests.Isolation;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Stories;

/// <summary>What the office does about a complaint, by programs alone.</summary>
public sealed class FollowUpStoryTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task From_its_plan_to_what_the_public_reads()
    {
        var (office, id) = (await api.OpenAsync(), Office.NewVisit());
        var (lina, head) = (await office.AsAsync("supervisor"), await office.AsAsync("manager"));
        await new People(api).MakeAsync("staff", office.Code, "Budi");
        var owner = (await lina.GetAsync($"{office.Path}/follow_ups/owners")).Json[0];
        owner.GetProperty("name").GetString().ShouldBe("Budi");
        string Opening(string deadline, string who) =>
            $$"""{"cause":"complaint","complaint":"PGD260302001","plan":"Tambah petugas","owner":"{{who}}","deadline":"{{deadline}}"}""";

        (await lina.PostAsync(At("open"), Opening("2026-03-01", $"{owner.GetProperty("id")}"))).Refusal
            .ShouldBe("follow_up_deadline_passed");
        (await lina.PostAsync(At("open"), Opening("2026-04-01", Office.NewVisit()))).Refusal.ShouldBe("follow_up_owner_unknown");
        await DoneAsync("open", Opening("2026-04-01", $"{owner.GetProperty("id")}"));
        await DoneAsync("note_progress", """{"note":"Jadwal disusun","evidence":"surat 12"}""");
        (await lina.PostAsync(At("finish"), """{"outcome":"Dua petugas"}""")).WrongFields.ShouldBe(["sure"]);
        await DoneAsync("finish", """{"outcome":"Dua petugas","sure":true}""");
        var token = await DoneAsync("publish", """{"said":"Antrean lama","done":"Petugas ditambah"}""");

        var listed = (await head.GetAsync($"{office.Path}/follow_ups?status=finished&after={token}")).Json.GetProperty("items")[0];
        listed.GetProperty("cause").GetProperty("complaint").GetString().ShouldBe("PGD260302001");
        listed.GetProperty("published").GetProperty("done").GetString().ShouldBe("Petugas ditambah");
        (await head.GetAsync($"{office.Path}/follow_ups?overdue=true")).Json.GetProperty("items").GetArrayLength().ShouldBe(0);
        (await head.GetAsync($"{office.Path}/follow_ups/{id}?version=2")).Json.GetProperty("status").GetString().ShouldBe("underway");
        var events = (await head.GetAsync($"{office.Path}/follow_ups/{id}/events")).Json;
        events[1].GetProperty("data").GetProperty("evidence").GetString().ShouldBe("surat 12");
        events[0].GetProperty("data").GetProperty("owner").GetGuid().ShouldBe(owner.GetProperty("id").GetGuid());

        string At(string command) => $"{office.Path}/follow_ups/{id}/{command}";

        async Task<string> DoneAsync(string command, string body)
        {
            var answer = await lina.PostAsync(At(command), body);
            answer.Code.ShouldBe(200, $"{command}: {answer}");
            return answer.Json.GetProperty("token").GetString()!;
        }
    }
}
