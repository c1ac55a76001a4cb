using System.Net;
using System.Text;
using Pst.Testing;

namespace Pst.Web.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task A_collector_that_is_named_hears_how_the_program_stands_and_what_it_asks_the_database()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        using var collector = new HttpListener { Prefixes = { $"http://127.0.0.1:{FreePort.Next()}/" } };
        collector.Start();
        await using var program = await StartedProgram.StartAsync(settings: new Dictionary<string, string>
        {
            ["OTEL_EXPORTER_OTLP_ENDPOINT"] = collector.Prefixes.Single(),
            ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/protobuf",
            ["OTEL_METRIC_EXPORT_INTERVAL"] = "200",
            ["OTEL_BSP_SCHEDULE_DELAY"] = "200",
        });

        var awaited = new HashSet<string> { "pst.projection.lag", "pst.database.size", "http.server.request.duration", "pst.log_leaf" };
        while (awaited.Count > 0)
        {
            var heard = await HearAsync(collector, patience.Token);
            awaited.RemoveWhere(heard.Contains);
        }
    }

    // Names stand in the protobuf message as they are.
    static async Task<string> HearAsync(HttpListener collector, CancellationToken cancel)
    {
        var message = await collector.GetContextAsync().WaitAsync(cancel);
        using var body = new MemoryStream();
        await message.Request.InputStream.CopyToAsync(body, cancel);
        message.Response.Close();
        return Encoding.Latin1.GetString(body.ToArray());
    }
}
