using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Model;

/// <summary>
/// Random commands in both offices and in two that are made up, against a model that knows the agreed pages and nothing of the program:
/// each answer is one that the model allows, and what is read back is what the model has.
/// </summary>
public sealed class RandomVisitTests
{
    const int Stories = 6;

    [Fact]
    public async Task Whatever_is_sent_is_answered_as_the_rules_say()
    {
        var answers = (await Task.WhenAll(((string[])["1872", "5272", "ketiga", "keempat"]).Select(PlayAsync))).SelectMany(it => it);

        // A model that met no refusal would have shown nothing.
        Judge.Codes.Except(answers.Select(it => it.Split(' ')[^1])).ShouldBeEmpty();
    }

    // Each office in a program of its own, for the time goes its own way there.
    static async Task<IEnumerable<string>> PlayAsync(string office, int number)
    {
        var (api, met) = (new RunningApi(), new List<string>());
        await api.InitializeAsync();
        try
        {
            for (var seed = number * Stories; seed < (number + 1) * Stories; seed++)
            {
                var story = new Story(api, await OpenAsync(api, office), seed);
                await story.PlayAsync();
                met.AddRange(story.Answers);
            }
        }
        finally { await api.DisposeAsync(); }
        return met;
    }

    static Task<Office> OpenAsync(RunningApi api, string name) => name switch
    {
        "1872" or "5272" => api.OpenAsync(name, FewLockers),
        "ketiga" => api.OpenAsync("1872", it => MadeUp(it, "after_previous_visitor", "month", "2026-03-03")),
        _ => api.OpenAsync("5272", it => MadeUp(it, "immediate", "visit", "2026-01-01")),
    };

    static void FewLockers(JsonNode file) => file["local"]!["lockers"] = new JsonArray("1", "2");

    // In the third zone, with breaks, other cards, nothing digital, and what neither decree asks for.
    static void MadeUp(JsonNode file, string completion, string window, string from)
    {
        FewLockers(file);
        file["timeZone"] = "Asia/Jayapura";
        var (standard, local) = (file["standard"]!, file["local"]!);
        (standard["effectiveFrom"], standard["services"]) = (from, new JsonArray("PS", "KS"));
        standard["acceptedIds"] = new JsonArray("sim", "passport");
        standard["requirements"] = JsonNode.Parse("""[{"channels":["online"],"rule":"whatsapp_number","text":"punya WhatsApp"}]""");
        standard["completion"] = new JsonObject { ["kind"] = completion, ["minutes"] = 10, ["text"] = "segera" };
        standard["printed"] = new JsonObject
        {
            ["read"] = true,
            ["scan"] = false,
            ["copies"] = new JsonObject { ["maxSheets"] = 12, ["window"] = window },
        };
        standard["digital"]!["read"] = false;
        (local["amberAtPercent"], local["ratingOpenHours"]) = (80, 2);
        foreach (var day in (string[])["mon", "tue", "wed", "thu", "fri"])
            local["hours"]![day] = JsonNode.Parse("""[["08:00","10:15"],["10:30","12:00"],["13:00","16:00"]]""");
    }
}
