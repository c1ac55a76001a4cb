using System.Collections.Concurrent;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Live;

/// <summary>Several who serve visitors of one office at once, and note each event that they were told of.</summary>
internal sealed class Writers(Caller clerk, string office)
{
    readonly ConcurrentBag<(string Visit, long Version, string Type)> written = [];

    public IReadOnlyCollection<(string Visit, long Version, string Type)> Written => written;

    public Task WriteAsync(int writers, int visits) =>
        Task.WhenAll(Enumerable.Range(0, writers).Select(async writer =>
        {
            for (var visit = 0; visit < visits; visit++) await VisitAsync($"tamu{writer}-{visit}");
        }));

    async Task VisitAsync(string name)
    {
        var visit = Office.NewVisit();
        await DoAsync(visit, "arrive", """{"channel":"offline","override":{"reason":"latihan"}}""");
        await DoAsync(visit, "sign_guestbook", Office.Guestbook(name));
        await DoAsync(visit, "call", """{"desk":"1"}""");
        await DoAsync(visit, "serve", """{"desk":"1"}""");
        await DoAsync(visit, "depart", "{}");
    }

    async Task DoAsync(string visit, string command, string body)
    {
        var answer = await clerk.PostAsync($"{office}/visits/{visit}/{command}", body);
        answer.Code.ShouldBe(200, $"{command}: {answer}");
        foreach (var it in answer.Json.GetProperty("events").EnumerateArray())
            written.Add((visit, it.GetProperty("version").GetInt64(), it.GetProperty("type").GetString()!));
    }
}
