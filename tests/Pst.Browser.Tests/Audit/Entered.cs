using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Browser.Tests.Audit;

/// <summary>What another program enters for a supervisor in Bima: the quick way to a visit that an auditor looks for.</summary>
internal sealed class Entered(HttpClient http)
{
    public const string Office = "5272";

    static readonly JsonObject Guestbook = JsonNode.Parse("""
        {
            "visitor": {"name": "Made Wirawan", "email": "made@example.org", "phone": "081234567890", "whatsapp": "081234567890"},
            "purpose": 4, "noticeSeen": true,
            "demographics": {"gender": 1, "age": 3, "disability": 2, "education": 3, "occupation": 2, "institutionKind": 6}
        }
        """)!.AsObject();

    public static async Task<Entered> AtAsync(Site site)
    {
        var (_, key) = await site.Services.GetRequiredService<ApiKeys>()
            .MakeAsync(Role.Supervisor, new OfficeCode(Office), null, "Buku kertas", CancellationToken.None);
        var http = site.NewClient();
        http.DefaultRequestHeaders.Authorization = new("Bearer", key);
        return new(http);
    }

    /// <summary>Came while the power was out, and was entered from paper.</summary>
    /// <param name="at">The day and hour, such as "2026-02-27T09:".</param>
    public async Task<string> LateAsync(string at)
    {
        var visit = $"{Guid.CreateVersion7()}";
        await DoAsync(visit, "arrive", new() { ["channel"] = "offline" }, $"{at}00:00+08:00");
        await DoAsync(visit, "sign_guestbook", Guestbook.DeepClone().AsObject(), $"{at}02:00+08:00");
        await DoAsync(visit, "serve", new() { ["desk"] = "1" }, $"{at}05:00+08:00");
        await DoAsync(visit, "depart", [], $"{at}40:00+08:00");
        return visit;
    }

    /// <summary>Copied more than the limit of a day, which was allowed for a reason.</summary>
    public async Task<string> PastTheLimitAsync(int sheets, string reason)
    {
        var visit = $"{Guid.CreateVersion7()}";
        await DoAsync(visit, "arrive", new() { ["channel"] = "offline" });
        await DoAsync(visit, "sign_guestbook", Guestbook.DeepClone().AsObject());
        await DoAsync(visit, "serve", new() { ["desk"] = "1" });
        await DoAsync(visit, "make_copies", new() { ["sheets"] = sheets, ["override"] = new JsonObject { ["reason"] = reason } });
        await DoAsync(visit, "depart", []);
        return visit;
    }

    async Task DoAsync(string visit, string command, JsonObject body, string? occurredAt = null)
    {
        if (occurredAt is not null) body["occurredAt"] = occurredAt;
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/v1/offices/{Office}/visits/{visit}/{command}")
        {
            Content = JsonContent.Create(body),
        };
        request.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        using var answer = await http.SendAsync(request);
        answer.IsSuccessStatusCode.ShouldBeTrue($"{command}: {await answer.Content.ReadAsStringAsync()}");
    }
}
