using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;
using Pst.Testing;
using Pst.Web.Library;

namespace Pst.Web.Tests.Library;

/// <summary>Publications asked for from the Web API, which is not always there.</summary>
public sealed class WebApiTests : IDisposable
{
    const string Key = "rahasia-4711";

    readonly Upstream upstream = new();
    readonly Waiting clock = new();
    readonly Lines log = new();

    [Fact]
    public async Task Page_after_page_is_read_and_then_the_missing_details()
    {
        await using var library = await OpenLibrary.OpenAsync();
        var report = await RunAsync(library);

        (report.New, report.Withdrawn, report.Broken.Count).ShouldBe((30, 0, 0));
        upstream.Asked.Count(it => it.Contains("/list?")).ShouldBe(3);
        upstream.Asked.Count(it => it.Contains("/view?")).ShouldBe(30);
        (await library.ScalarAsync<long>("select count(*) from library.publication where detailed")).ShouldBe(4);
        (await RunAsync(library)).New.ShouldBe(0);
    }

    [Fact]
    public async Task What_is_away_for_a_moment_is_asked_again_more_and_more_slowly()
    {
        await using var library = await OpenLibrary.OpenAsync();
        upstream.Failing = new([HttpStatusCode.ServiceUnavailable, HttpStatusCode.TooManyRequests, HttpStatusCode.BadGateway]);
        (await RunAsync(library, withDetails: false)).New.ShouldBe(30);
        clock.Pauses.Select(it => it.TotalSeconds).ShouldBe([1, 2, 4]);
    }

    [Fact]
    public async Task Who_says_when_to_come_again_is_asked_no_sooner_and_nobody_is_waited_for_long()
    {
        await using var library = await OpenLibrary.OpenAsync();
        upstream.Failing = new(Enumerable.Repeat(HttpStatusCode.TooManyRequests, 3));
        upstream.Again = new([new(TimeSpan.FromSeconds(7)), new(TimeSpan.FromSeconds(1)), new(clock.GetUtcNow().AddHours(1))]);
        (await RunAsync(library, withDetails: false)).New.ShouldBe(30);
        clock.Pauses.Select(it => it.TotalSeconds).ShouldBe([7, 2, 60]);
    }

    [Fact]
    public async Task What_was_cut_short_goes_on_where_it_was()
    {
        await using var library = await OpenLibrary.OpenAsync();
        upstream.AwayFromPage = 2;
        var first = await RunAsync(library, withDetails: false);
        (first.New, first.Broken.Count).ShouldBe((10, 1));

        upstream.AwayFromPage = int.MaxValue;
        upstream.Asked.Clear();
        (await RunAsync(library, withDetails: false)).ShouldSatisfyAllConditions(
            it => it.New.ShouldBe(20), it => it.Withdrawn.ShouldBe(0), it => it.Unchanged.ShouldBe(0));
        upstream.Asked.Count.ShouldBe(2);
        (await library.ScalarAsync<long>("select count(*) from library.sweep")).ShouldBe(0);
    }

    [Fact]
    public async Task The_key_is_told_to_nobody_but_the_other_side()
    {
        await using var library = await OpenLibrary.OpenAsync();
        upstream.Failing = new(Enumerable.Repeat(HttpStatusCode.ServiceUnavailable, 6));
        var away = await RunAsync(library);
        upstream.SaysWrongKey = true;
        var wrong = await RunAsync(library);

        upstream.Asked.ShouldAllBe(it => it.Contains(Key));
        log.Said.Count.ShouldBeGreaterThan(0);
        string.Join('\n', [.. log.Said, .. away.Broken.Select(it => $"{it}"), .. wrong.Broken.Select(it => $"{it}")]).ShouldNotContain(Key);
        wrong.Broken.Single().Why.ShouldContain("Invalid App Key");
    }

    [Fact]
    public void It_is_asked_by_https_alone_and_with_a_key()
    {
        Settings(("BaseUrl", "http://example.org/api"), ("Key", Key)).Missing.ShouldContain("https");
        Settings(("BaseUrl", "https://example.org/api")).Missing.ShouldContain("library.key");
        Settings(("BaseUrl", "https://example.org/v1/api"), ("Key", Key)).Settings!.Base.ShouldBe(new("https://example.org/v1/api/"));
    }

    public void Dispose() => upstream.Dispose();

    async Task<ImportReport> RunAsync(OpenLibrary library, bool withDetails = true)
    {
        using var http = new HttpClient(upstream, disposeHandler: false);
        var api = new WebApi(http, new(new("https://example.org/v1/api/"), Key), clock, log);
        var sweep = new ApiSweep(new ApiImport(api, library.Catalogue, library.Database), library.Catalogue);
        return await sweep.RunAsync(["1872"], withDetails, _ => Task.CompletedTask, CancellationToken.None);
    }

    static (WebApiSettings? Settings, string Missing) Settings(params (string Name, string Value)[] named) => WebApiSettings.Of(
        new ConfigurationBuilder().AddInMemoryCollection(
            named.ToDictionary(it => $"Pst:Library:{it.Name}", it => (string?)it.Value)
                .Append(new("Pst:DataDirectory", "/nonexistent"))).Build());

    // Waits for nothing, and tells how long it would have.
    sealed class Waiting : TimeProvider
    {
        public List<TimeSpan> Pauses { get; } = [];

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Pauses.Add(dueTime);
            return base.CreateTimer(callback, state, TimeSpan.Zero, period);
        }
    }

    // Answers as the vectors do.
    sealed class Upstream : HttpMessageHandler
    {
        public List<string> Asked { get; } = [];
        public Queue<HttpStatusCode> Failing { get; set; } = new();
        public Queue<RetryConditionHeaderValue> Again { get; set; } = new();
        public int AwayFromPage { get; set; } = int.MaxValue;
        public bool SaysWrongKey { get; set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            var address = $"{request.RequestUri}";
            Asked.Add(address);
            if (Failing.TryDequeue(out var failure)) return Task.FromResult(Failed(failure));
            var query = System.Web.HttpUtility.ParseQueryString(request.RequestUri!.Query);
            if (query["page"] is { } page && int.Parse(page, System.Globalization.CultureInfo.InvariantCulture) >= AwayFromPage)
                return Task.FromResult(new HttpResponseMessage(HttpStatusCode.GatewayTimeout));
            return Task.FromResult(new HttpResponseMessage { Content = new StringContent(Answer(query), Encoding.UTF8) });
        }

        HttpResponseMessage Failed(HttpStatusCode status)
        {
            var failed = new HttpResponseMessage(status);
            if (Again.TryDequeue(out var when)) failed.Headers.RetryAfter = when;
            return failed;
        }

        string Answer(System.Collections.Specialized.NameValueCollection query)
        {
            if (SaysWrongKey)
                return OpenLibrary.Vectors.GetProperty("error").GetProperty("body").GetRawText()
                    .Replace("app key", $"app key {query["key"]}");
            var found = query["id"] is { } id
                ? OpenLibrary.Vectors.GetProperty("details").EnumerateArray().Where(it => it.GetProperty("id").GetString() == id)
                : OpenLibrary.Vectors.GetProperty("lists").EnumerateArray().Where(it =>
                    it.GetProperty("domain").GetString() == query["domain"] && $"{it.GetProperty("page")}" == query["page"]);
            return found.Append(OpenLibrary.Vectors.GetProperty("unavailable")[1]).First().GetProperty("body").GetRawText();
        }
    }

    sealed class Lines : ILogger
    {
        public List<string> Said { get; } = [];
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;
        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Said.Add(formatter(state, exception) + exception);
    }
}
