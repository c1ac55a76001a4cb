using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using Pst.Web.Hosting;

namespace Pst.Api.Tests.Support;

/// <summary>An office that works: its callers by role, and the usual bodies.</summary>
public sealed class Office(RunningApi api, string code, JsonNode file)
{
    const string CountEvents = "select count(*) from pst.mt_events where tenant_id = $1";

    readonly ConcurrentDictionary<string, Lazy<Task<Caller>>> callers = new();
    string token = "";

    public string Code => code;
    public JsonNode File => file;
    public string Path => $"/api/v1/offices/{code}";
    public string Visit(string visit, string command) => $"{Path}/visits/{visit}/{command}";
    public string Visit(string visit) => $"{Path}/visits/{visit}";

    /// <summary>What lies under the office, read so that it includes the last command.</summary>
    public string Now(string under) => $"{Path}{under}{(under.Contains('?', StringComparison.Ordinal) ? '&' : '?')}after={token}";

    /// <summary>Whoever holds that role here.</summary>
    public Task<Caller> AsAsync(string role) => callers.GetOrAdd(role, it => new(() => KeyAsync(it))).Value;

    /// <summary>A supervisor's command that must be carried out.</summary>
    public async Task<Answer> DoAsync(string visit, string command, string body)
    {
        var answer = await (await AsAsync("supervisor")).PostAsync(Visit(visit, command), body);
        if (answer.Code != 200) throw new InvalidOperationException($"{command} {body}: {answer}");
        token = answer.Json.GetProperty("token").GetString()!;
        return answer;
    }

    /// <summary>A visit whose guestbook that person has signed.</summary>
    public async Task<string> SignedAsync(string name)
    {
        var visit = NewVisit();
        await DoAsync(visit, "arrive", """{"channel":"offline"}""");
        await DoAsync(visit, "sign_guestbook", Guestbook(name));
        return visit;
    }

    public async Task<string> ServedAsync(string name)
    {
        var visit = await SignedAsync(name);
        await DoAsync(visit, "serve", """{"desk":"1"}""");
        return visit;
    }

    public static string NewVisit() => Guid.CreateVersion7().ToString();

    public static string Guestbook(string name) => $$"""
        {"visitor":{"name":"{{name}}","email":"{{name}}@contoh.example"},"purpose":1,"noticeSeen":true,
         "demographics":{"gender":1,"age":2,"disability":2,"education":3,"occupation":1,"institutionKind":6} }
        """;

    /// <summary>How many events the office has, whatever of.</summary>
    public async Task<long> EventsAsync()
    {
        await using var command = api.Services.GetRequiredService<PstDatabase>().Worker.CreateCommand(CountEvents);
        command.Parameters.Add(new() { Value = code });
        return Convert.ToInt64(await command.ExecuteScalarAsync(), CultureInfo.InvariantCulture);
    }

    async Task<Caller> KeyAsync(string role)
    {
        var answer = await api.Admin.PostAsync("/api/v1/keys", $$"""{"office":"{{code}}","role":"{{role}}"}""");
        answer.Code.ShouldBe(201);
        return api.With(answer.Json.GetProperty("key").GetString());
    }
}
