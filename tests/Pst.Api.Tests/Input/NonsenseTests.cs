using System.Net;
using System.Text;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Input;

/// <summary>What cannot be taken is answered with 4xx and the field's name, in the caller's language, and nothing is written.</summary>
public sealed class NonsenseTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Theory]
    [InlineData("", "channel")]
    [InlineData("null", "$")]
    [InlineData("[]", "$")]
    [InlineData("7", "$")]
    [InlineData("\"offline\"", "$")]
    [InlineData("{", "$")]
    [InlineData("""{"channel":"offline"}}""", "$")]
    [InlineData("""{"channel":"offline",}""", "$")]
    [InlineData("""{"channel":"offline"}/* komentar */""", "$")]
    [InlineData("""{"channel":"offline","partySize":NaN}""", "$")]
    [InlineData("{'channel':'offline'}", "$")]
    [InlineData("""{"channel":["offline"]}""", "channel")]
    [InlineData("""{"channel":{"offline":true}}""", "channel")]
    [InlineData("""{"channel":1}""", "channel")]
    [InlineData("""{"channel":"Offline"}""", "channel")]
    [InlineData("""{"channel":" offline"}""", "channel")]
    [InlineData("""{"channel":""}""", "channel")]
    [InlineData("""{"channel":null}""", "channel")]
    [InlineData("""{"channel":"offline","channel":"offline"}""", "channel")]
    [InlineData("""{"channel":"offline","Channel":"offline"}""", "Channel")]
    [InlineData("""{"channel":"offline","office":"1872"}""", "office")]
    [InlineData("""{"channel":"offline","partySize":3.0}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":1e0}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":1e9}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":-1}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":-0}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":99999999999999999999}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":"3"}""", "partySize")]
    [InlineData("""{"channel":"offline","partySize":true}""", "partySize")]
    [InlineData("""{"channel":"offline","occurredAt":"2026-03-02T09:00:00"}""", "occurredAt")]
    [InlineData("""{"channel":"offline","occurredAt":"2026-02-30T09:00:00+07:00"}""", "occurredAt")]
    [InlineData("""{"channel":"offline","occurredAt":"2026-03-02T25:00:00+07:00"}""", "occurredAt")]
    [InlineData("""{"channel":"offline","occurredAt":"0001-01-01T00:00:00+07:00"}""", "occurredAt")]
    [InlineData("""{"channel":"offline","occurredAt":"9999-12-31T23:59:59-07:00"}""", "occurredAt")]
    [InlineData("""{"channel":"offline","occurredAt":1772416800}""", "occurredAt")]
    [InlineData("""{"channel":"offline","override":"ya"}""", "override")]
    [InlineData("""{"channel":"offline","override":{}}""", "override.reason")]
    [InlineData("""{"channel":"offline","override":{"reason":"ya","by":"budi"}}""", "override.by")]
    public Task An_arrival_of_nonsense_is_invalid(string body, string field) =>
        ShouldBeInvalidAsync("arrive", Encoding.UTF8.GetBytes(body), field);

    [Theory]
    [InlineData("\\u0000", "visitor.name")]
    [InlineData("\\u001b[31m", "visitor.name")]
    [InlineData("baris\\nbaru", "visitor.name")]
    [InlineData("\\ud83d", "visitor.name")]
    [InlineData("\\ude42\\ud83d", "visitor.name")]
    [InlineData("\\u0085", "visitor.name")]
    [InlineData("   ", "visitor.name")]
    [InlineData("", "visitor.name")]
    public Task A_name_of_other_than_letters_and_signs_is_invalid(string name, string field) =>
        ShouldBeInvalidAsync("sign_guestbook", Signing(Encoding.UTF8.GetBytes(name)), field);

    [Fact]
    public Task A_name_of_10_000_letters_is_invalid() =>
        ShouldBeInvalidAsync("sign_guestbook", Signing(Encoding.UTF8.GetBytes(new string('n', 10_000))), "visitor.name");

    [Fact]
    public Task A_name_of_201_emoji_is_invalid() =>
        ShouldBeInvalidAsync(
            "sign_guestbook", Signing(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("🙂", 201)))), "visitor.name");

    public static TheoryData<string> BrokenUtf8 => ["FF", "C3", "C0AF", "ED A0 80", "F4 90 80 80", "E2 82"];

    [Theory, MemberData(nameof(BrokenUtf8))]
    public Task A_name_that_is_broken_UTF_8_is_invalid(string bytes) =>
        ShouldBeInvalidAsync("sign_guestbook", Signing(Convert.FromHexString(bytes.Replace(" ", "", StringComparison.Ordinal))), null);

    [Theory, InlineData(64), InlineData(65), InlineData(10_000)]
    public Task Deep_nesting_is_invalid(int depth) =>
        ShouldBeInvalidAsync(
            "arrive", Encoding.UTF8.GetBytes($$"""{"channel":{{new string('[', depth)}}{{new string(']', depth)}}}"""), null);

    [Theory, InlineData("id", "Wajib diisi."), InlineData("en", "This is needed."), InlineData("fr", "Wajib diisi.")]
    [InlineData("%%;q=ü", "Wajib diisi.")]
    public async Task The_reason_is_told_in_the_callers_language(string language, string sentence)
    {
        var office = await api.OpenAsync();

        var answer = await (await office.AsAsync("staff"))
            .PostAsync(office.Visit(Office.NewVisit(), "arrive"), "{}", ("Accept-Language", Uri.EscapeDataString(language)));

        answer.Json.GetProperty("errors").GetProperty("channel")[0].GetString().ShouldBe(sentence);
    }

    [Theory, InlineData(65_536, false, 400), InlineData(65_537, false, 413), InlineData(65_536, true, 400)]
    [InlineData(65_537, true, 413), InlineData(5_000_000, true, 413)]
    public async Task A_body_has_at_most_64_KiB_whether_it_says_its_length_or_not(int length, bool isChunked, int status)
    {
        var office = await api.OpenAsync();
        var staff = await office.AsAsync("staff");
        using var request = staff.Request(HttpMethod.Post, office.Visit(Office.NewVisit(), "arrive"), ("Idempotency-Key", Caller.NewKey()));
        request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(new string(' ', length)));
        request.Headers.TransferEncodingChunked = isChunked;

        var answer = await staff.SendAsync(request);

        (answer.Code, answer.IsProblem).ShouldBe((status, true));
    }

    static byte[] Signing(byte[] name)
    {
        var parts = Office.Guestbook("NAMA").Split("NAMA");
        return [.. Encoding.UTF8.GetBytes(parts[0]), .. name, .. Encoding.UTF8.GetBytes($"nama{parts[1]}tamu{parts[2]}").AsSpan(4)];
    }

    async Task ShouldBeInvalidAsync(string command, byte[] body, string? field)
    {
        var office = await api.OpenAsync();
        var visit = Office.NewVisit();
        if (command != "arrive") await office.DoAsync(visit, "arrive", """{"channel":"offline"}""");
        var (supervisor, events) = (await office.AsAsync("supervisor"), await office.EventsAsync());

        var answer = await supervisor.SendAsync(HttpMethod.Post, office.Visit(visit, command), body, ("Idempotency-Key", Caller.NewKey()));

        (answer.Status, answer.IsProblem).ShouldBe((HttpStatusCode.BadRequest, true), $"{answer}");
        if (field is not null) answer.WrongFields.ShouldBe([field]);
        answer.WrongFields.ShouldNotBeEmpty();
        (await office.EventsAsync()).ShouldBe(events);
    }
}
