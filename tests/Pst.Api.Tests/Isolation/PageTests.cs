using System.Text.Json.Nodes;
using Pst.Api.Tests.Description;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>Every role at every page, opened and posted to, in its own office and in another's.</summary>
public sealed class PageTests(TwoOffices offices) : IClassFixture<TwoOffices>
{
    public static TheoryData<string> Pages => Those(_ => true);
    public static TheoryData<string> OfAThing => Those(it => it.Route.Contains('{', StringComparison.Ordinal) && !it.IsForEverybody);

    [Theory, MemberData(nameof(Pages))]
    public async Task Only_who_may_is_let_in(string page)
    {
        var rule = Rules.Named(page);
        ShouldBeLetIn(rule.IsForEverybody, 302, await BothAsync(offices.Nobody, rule, offices.Ours), "nobody");
        foreach (var (role, _, browser) in offices.At(offices.Ours))
            ShouldBeLetIn(rule.IsForEverybody || rule.Roles.Contains(role), 403, await BothAsync(browser, rule, offices.Ours), role);
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task Who_may_finds_what_is_in_their_own_office(string page)
    {
        var rule = Rules.Named(page);
        foreach (var (role, _, browser) in offices.In(offices.Ours).Where(it => rule.Roles.Contains(it.Role)))
            (await browser.GetAsync(offices.Ours.In(rule.Route))).Code.ShouldBeOneOf([200, 302], role);
    }

    [Theory, MemberData(nameof(OfAThing))]
    public async Task What_is_anothers_answers_as_if_it_did_not_exist(string page)
    {
        var (rule, events) = (Rules.Named(page), await offices.Ours.Office.EventsAsync());
        foreach (var (role, _, browser) in offices.In(offices.Neighbours))
        {
            var theirs = await BothAsync(browser, rule, offices.Ours);
            theirs.Select(it => it.Code).ShouldBe((await BothAsync(browser, rule, offices.Nowhere)).Select(it => it.Code), role);
            theirs.ShouldAllBe(it => !it.Text.Contains(TwoOffices.Mark), role);
        }
        (await offices.Ours.Office.EventsAsync()).ShouldBe(events);
    }

    static TheoryData<string> Those(Func<Rule, bool> which) =>
        [.. Rules.All.Where(it => !it.Route.StartsWith("/api/", StringComparison.Ordinal) && which(it)).Select(it => it.Name)];

    static void ShouldBeLetIn(bool isLetIn, int otherwise, IEnumerable<Answer> answers, string role)
    {
        foreach (var answer in answers)
        {
            answer.Code.ShouldBeLessThan(500, role);
            if (isLetIn) (answer.Code is 401 or 403 || IsSentToSignIn(answer)).ShouldBeFalse($"{role}: {answer.Code}");
            else answer.Code.ShouldBe(otherwise, role);
        }
    }

    static bool IsSentToSignIn(Answer answer) =>
        answer.Headers.GetValueOrDefault("Location") is { } next
        && (next.Contains("/masuk?", StringComparison.Ordinal) || next.EndsWith("/daftar", StringComparison.Ordinal));

    // Opened, and where it is a page with forms, posted to.
    internal static async Task<IReadOnlyList<Answer>> BothAsync(Browser browser, Rule rule, Things things)
    {
        var address = things.In(rule.Route);
        var opened = await browser.GetAsync(address);
        return rule.Method == "PAGE" ? [opened, await browser.PostAsync($"{address}{HandlerOf(rule)}", FieldsOf(rule))] : [opened];
    }

    static string HandlerOf(Rule rule) => rule.Route == "/riwayat/{office}/{visit}" ? "?handler=Void" : "";

    static IEnumerable<(string, string)> FieldsOf(Rule rule) => CommandOf(rule.Route) is { } command
        ? Flat("", Samples.Body($"/{command}", new JsonObject())).Where(it => it.Name is not "occurredAt")
        : [("act", "disable"), ("Name", "Coba"), ("desk", "1")];

    static string? CommandOf(string route) => route switch
    {
        "/kios" => "arrive",
        "/kios/{visit}/buku-tamu" => "sign_guestbook",
        "/kios/{visit}/nilai" => "rate",
        "/meja/{visit}/{command}" => "serve",
        "/riwayat/{office}/{visit}" => "void",
        "/penitipan/tutup-hari" => "close_day",
        _ => null,
    };

    // A form names what lies in another by a dot between them.
    static IEnumerable<(string Name, string Value)> Flat(string name, JsonNode node) => node is JsonObject members
        ? members.SelectMany(it => Flat(name.Length == 0 ? it.Key : $"{name}.{it.Key}", it.Value!))
        : [(name, $"{node}")];
}
