using System.Text;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Checks;

/// <summary>Two taps are one.</summary>
public sealed class IdempotencyTests(RunningApi api) : IClassFixture<RunningApi>
{
    const string Arrive = """{"channel":"offline"}""", Replayed = "Idempotency-Replayed";

    [Fact]
    public async Task The_same_again_gets_the_first_answer_byte_for_byte_whatever_happened_since()
    {
        var office = await api.OpenAsync();
        var visit = Office.NewVisit();
        (string Path, string Body)[] commands =
        [
            (office.Visit(visit, "arrive"), """{"channel":"offline","override":{"reason":"tamu rombongan"}}"""),
            (office.Visit(visit, "sign_guestbook"), Office.Guestbook("sari")),
            (office.Visit(visit, "hold_id"), """{"kind":"sim","number":"12345678"}"""),
            (office.Visit(visit, "correct"), """{"eventVersion":2,"field":"purpose","to":4,"reason":"salah pilih 🙂"}"""),
            ($"{office.Path}/lockers/A01/out_of_order", """{"reason":"rusak"}"""),
            ($"{office.Path}/lockers/A01/back_in_order", "{}"),
            ($"{office.Path}/close_day", """{"date":"2026-03-02"}"""),
            (office.Visit(visit, "void"), """{"reason":"latihan"}"""),
        ];
        var first = new List<(string Key, Answer Answer)>();
        foreach (var (path, body) in commands)
        {
            var key = Caller.NewKey();
            first.Add((key, await SendAsync(office, path, body, key)));
            (first[^1].Answer.Code, first[^1].Answer.Headers.ContainsKey(Replayed)).ShouldBe((200, false), $"{path}: {first[^1].Answer}");
        }
        var events = await office.EventsAsync();

        foreach (var ((path, body), (key, answer)) in commands.Zip(first))
        {
            var again = await SendAsync(office, path, body, key);
            (again.Text, again.Headers.GetValueOrDefault(Replayed)).ShouldBe((answer.Text, "true"), path);
        }
        (await office.EventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task Other_bytes_or_another_path_under_the_same_key_are_a_conflict_that_shows_nothing()
    {
        var office = await api.OpenAsync();
        var (visit, key) = (Office.NewVisit(), Caller.NewKey());
        await SendAsync(office, office.Visit(visit, "arrive"), Arrive, key);
        var events = await office.EventsAsync();

        Answer[] conflicts =
        [
            await SendAsync(office, office.Visit(visit, "arrive"), """{"channel":"online"}""", key),
            await SendAsync(office, office.Visit(visit, "arrive"), """{"channel": "offline"}""", key),
            await SendAsync(office, office.Visit(Office.NewVisit(), "arrive"), Arrive, key),
            await SendAsync(office, office.Visit(visit, "depart"), """{"reason":"left_unserved"}""", key),
            await SendAsync(office, $"{office.Path}/lockers/A01/out_of_order", """{"reason":"rusak"}""", key),
            await SendAsync(office, $"{office.Path}/close_day", """{"date":"2026-03-02"}""", key),
        ];

        conflicts.Select(it => it.Code).ShouldAllBe(it => it == 422);
        conflicts.ShouldAllBe(it => !it.Text.Contains("PS-001") && !it.Text.Contains(visit) && !it.Headers.ContainsKey(Replayed));
        (await office.EventsAsync()).ShouldBe(events);
    }

    [Fact]
    public async Task What_was_refused_or_invalid_is_not_remembered()
    {
        var office = await api.OpenAsync();
        var (visit, key) = (Office.NewVisit(), Caller.NewKey());

        (await SendAsync(office, office.Visit(visit, "call"), """{"desk":"1"}""", key)).Refusal.ShouldBe("visit_not_found");
        (await SendAsync(office, office.Visit(visit, "arrive"), """{"channel":"telepon"}""", key)).Code.ShouldBe(400);
        (await SendAsync(office, office.Visit(visit, "arrive"), Arrive, key, ("If-Match", "\"9\""))).Code.ShouldBe(412);
        (await SendAsync(office, office.Visit(visit, "arrive"), Arrive, key)).Code.ShouldBe(200);
    }

    [Fact]
    public async Task Many_at_once_are_carried_out_once()
    {
        var office = await api.OpenAsync();
        var (path, key, events) = (office.Visit(Office.NewVisit(), "arrive"), Caller.NewKey(), await office.EventsAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 24).Select(_ => SendAsync(office, path, Arrive, key)));

        answers.Select(it => (it.Code, it.Text)).Distinct().Count().ShouldBe(1);
        answers.Count(it => !it.Headers.ContainsKey(Replayed)).ShouldBe(1);
        (await office.EventsAsync()).ShouldBe(events + 1);
    }

    [Fact]
    public async Task Of_many_others_at_once_under_one_key_one_is_carried_out()
    {
        var office = await api.OpenAsync();
        var (key, events) = (Caller.NewKey(), await office.EventsAsync());

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 16).Select(_ => SendAsync(office, office.Visit(Office.NewVisit(), "arrive"), Arrive, key)));

        answers.CountBy(it => it.Code).ShouldBe([KeyValuePair.Create(200, 1), KeyValuePair.Create(422, 15)], ignoreOrder: true);
        (await office.EventsAsync()).ShouldBe(events + 1);
    }

    [Fact]
    public async Task A_repeat_is_known_before_its_version_is_compared()
    {
        var office = await api.OpenAsync();
        var (visit, key) = (await office.SignedAsync("sari"), Caller.NewKey());
        var (path, seen) = (office.Visit(visit, "call"), ("If-Match", "\"2\""));

        var first = await SendAsync(office, path, """{"desk":"1"}""", key, seen);
        var again = await SendAsync(office, path, """{"desk":"1"}""", key, seen);

        (first.Code, again.Text, again.Headers.GetValueOrDefault(Replayed)).ShouldBe((200, first.Text, "true"));
    }

    [Fact]
    public async Task The_same_key_in_another_office_is_another_command()
    {
        var (metro, bima, key) = (await api.OpenAsync(), await api.OpenAsync("5272"), Caller.NewKey());

        (await SendAsync(metro, metro.Visit(Office.NewVisit(), "arrive"), Arrive, key)).Code.ShouldBe(200);
        (await SendAsync(bima, bima.Visit(Office.NewVisit(), "arrive"), Arrive, key)).Code.ShouldBe(200);
    }

    [Fact]
    public async Task A_new_key_is_never_shown_again()
    {
        var office = await api.OpenAsync();
        var body = Encoding.UTF8.GetBytes($$"""{"office":"{{office.Code}}","role":"staff"}""");
        var name = ("Idempotency-Key", Caller.NewKey());

        var first = await api.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", body, name);
        var second = await api.Admin.SendAsync(HttpMethod.Post, "/api/v1/keys", body, name);

        (first.Code, second.Headers.ContainsKey(Replayed)).ShouldBe((201, false));
        second.Text.ShouldNotContain(first.Json.GetProperty("key").GetString()!);
    }

    [Theory, InlineData("1234567"), InlineData("berisi spasi"), InlineData("")]
    public async Task A_key_of_other_length_or_letters_is_invalid(string key) => await ShouldBeInvalidAsync(key);

    [Fact]
    public async Task A_key_has_at_most_64_characters()
    {
        await ShouldBeInvalidAsync(new('k', 65));
        var office = await api.OpenAsync();
        (await SendAsync(office, office.Visit(Office.NewVisit(), "arrive"), Arrive, new('k', 64))).Code.ShouldBe(200);
    }

    async Task ShouldBeInvalidAsync(string key)
    {
        var office = await api.OpenAsync();
        (await SendAsync(office, office.Visit(Office.NewVisit(), "arrive"), Arrive, key)).WrongFields.ShouldBe(["Idempotency-Key"]);
    }

    static async Task<Answer> SendAsync(Office office, string path, string body, string key, params (string, string)[] headers) =>
        await (await office.AsAsync("supervisor"))
            .SendAsync(HttpMethod.Post, path, Encoding.UTF8.GetBytes(body), [("Idempotency-Key", key), .. headers]);
}
