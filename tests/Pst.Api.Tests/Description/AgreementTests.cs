using System.Text.Json;
using System.Text.Json.Nodes;
using Pst.Api.Tests.Support;
using Pst.Testing;

namespace Pst.Api.Tests.Description;

/// <summary>The document and the server agree: on what there is, on what can be taken, and on what is answered.</summary>
public sealed class AgreementTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public async Task Every_route_is_described_and_nothing_else_is()
    {
        var routes = Routes.Of(api.Services).Where(it => it.Contains(" /api/", StringComparison.Ordinal));

        var described = (await Document.OfAsync(api)).Operations.Select(it => $"{it}");

        described.Order().ShouldBe(routes.Order());
    }

    [Fact]
    public async Task Every_command_stands_in_the_agreement_or_beyond_it()
    {
        string[] pages = [Shared.File("api.md"), Path.Combine(Shared.Root, "docs", "api.md")];
        var written = string.Concat(pages.Select(File.ReadAllText));

        var commands = (await Document.OfAsync(api)).Operations.Where(it => it.Method == "POST").Select(it => it.Path.Split('/')[^1]);

        commands.ShouldAllBe(it => written.Contains($"`{it}`") || written.Contains($"/{it}"));
    }

    [Fact]
    public async Task Bodies_are_taken_as_described()
    {
        var office = await api.OpenAsync("5272");
        var disagreements = new List<string>();
        foreach (var operation in (await Document.OfAsync(api)).Operations.Where(it => it.Body is not null))
        {
            var sample = Samples.Body(operation.Path, office.File);
            (await SendAsync(office, operation, sample)).WrongFields.ShouldBeEmpty($"{operation}");
            foreach (var bent in Bending.Of(operation.Body!, sample))
                if ((await SendAsync(office, operation, bent.Body)).WrongFields.Contains(bent.Path) == bent.IsTaken)
                    disagreements.Add($"{operation}: {bent.Path} {bent.Change}, described as {(bent.IsTaken ? "taken" : "refused")}");
        }
        disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task Addresses_are_taken_as_described()
    {
        var office = await api.OpenAsync();
        var disagreements = new List<string>();
        foreach (var operation in (await Document.OfAsync(api)).Operations.Where(it => it is { Method: "GET", IsEndless: false }))
        {
            var query = operation.Parameters("query");
            foreach (var bent in Bending.Of(query, Samples.Query(operation.Path, query["properties"]!.AsObject().Select(it => it.Key))))
                if (!IsSameAsText(bent, operation)
                    && (await GetAsync(office, operation, bent.Body)).WrongFields.Contains(bent.Path) == bent.IsTaken)
                    disagreements.Add($"{operation}: {bent.Path} {bent.Change}, described as {(bent.IsTaken ? "taken" : "refused")}");
        }
        disagreements.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_command_without_its_needed_header_is_refused()
    {
        var office = await api.OpenAsync();
        foreach (var operation in (await Document.OfAsync(api)).Operations.Where(it => it.Method == "POST"))
        {
            var needed = operation.Parameters("header")["required"]!.AsArray().Select(it => (string)it!);
            var caller = await CallerAsync(office, operation);
            var answer = await caller.SendAsync(HttpMethod.Post, Address(office, operation), "{}"u8.ToArray());
            answer.WrongFields.ShouldBe(needed, $"{operation}: {answer}");
        }
    }

    // In an address everything is text.
    static bool IsSameAsText(Bent bent, Operation operation) =>
        bent.Change is "7" || (bent is { Path: "q", Change: "[[]]" } && operation.Path.EndsWith("/publications", StringComparison.Ordinal));

    async Task<Answer> SendAsync(Office office, Operation operation, JsonNode body)
    {
        var caller = await CallerAsync(office, operation);
        return operation.Method == "PUT"
            ? await caller.PutAsync(Address(office, operation), body.ToJsonString())
            : await caller.PostAsync(Address(office, operation), body.ToJsonString());
    }

    static async Task<Answer> GetAsync(Office office, Operation operation, JsonNode query)
    {
        var asked = query.AsObject()
            .Select(it => $"{it.Key}={Uri.EscapeDataString(it.Value is JsonValue text ? $"{text}" : it.Value!.ToJsonString())}");
        var role = operation.Path.Split('/')[^1] switch { "file" => "staff", "owners" or "webhooks" => "supervisor", _ => "auditor" };
        return await (await office.AsAsync(role)).GetAsync($"{Address(office, operation)}?{string.Join('&', asked)}");
    }

    async Task<Caller> CallerAsync(Office office, Operation operation) =>
        operation.Method == "PUT" || operation.Path.EndsWith("/keys", StringComparison.Ordinal)
            ? api.Admin
            : await office.AsAsync(operation.Path.Split('/')[^1] switch
            {
                "rate" when operation.Path.Contains("/softcopies/", StringComparison.Ordinal) => "visitor",
                "accept" or "track" or "make" or "move" or "cancel" => "visitor",
                "webhooks" => "admin",
                _ => "supervisor",
            });

    static string Address(Office office, Operation operation) => operation.Path
        .Replace("{code}", office.Code, StringComparison.Ordinal).Replace("{visitId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{visitorId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{complaintId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{appointmentId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{webhookId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{actionId}", Office.NewVisit(), StringComparison.Ordinal)
        .Replace("{requestId}", Office.NewVisit(), StringComparison.Ordinal).Replace("{locker}", "1", StringComparison.Ordinal);
}
