using System.Diagnostics.Metrics;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Pages.Operations;

namespace Pst.Web.Hosting;

/// <summary>
/// What the operations page shows, and how long requests and statements take, for a collector that <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>
/// names. Without one nothing is measured and nothing leaves the office. Statements are told without their values.
/// </summary>
public sealed class Telemetry(StandingReads reads, TimeProvider clock, ILogger<Telemetry> log) : BackgroundService
{
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    static readonly string[] Meters =
        ["Pst", "Npgsql", "Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime"];
    static readonly string[] Traces = ["Microsoft.AspNetCore", "Npgsql"];

    Standing? standing;

    /// <summary>Adds it where a collector is named.</summary>
    public static void AddTo(IServiceCollection services, IConfiguration settings)
    {
        if (settings["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 }) services.AddHostedService<Telemetry>();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var me = ResourceBuilder.CreateDefault().AddService("pst", serviceInstanceId: DataSources.Node);
        using var meter = Gauges();
        using var metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(me).AddMeter(Meters).AddOtlpExporter().Build();
        using var traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(me).AddSource(Traces).AddOtlpExporter().Build();
        using var timer = new PeriodicTimer(Pause, clock);
        do
        {
            try { standing = await reads.ReadAsync(stoppingToken); }
            catch (NpgsqlException away)
            {
                standing = null; // no figure rather than an old one
                log.LogWarning(away, "The database does not say how it stands.");
            }
        }
        while (await timer.WaitForNextTickAsync(stoppingToken));
    }

    Meter Gauges()
    {
        var meter = new Meter("Pst");
        meter.CreateObservableGauge("pst.log.head", () => Of(it => [new(it.Head)]), description: "Last position of the log");
        meter.CreateObservableGauge("pst.log.waiting", () => Of(it => [new(it.Waiting)]), description: "Events without a position yet");
        meter.CreateObservableGauge("pst.database.size", () => Of(it => [new(it.Bytes)]), "By");
        meter.CreateObservableGauge("pst.disk.free", () => Of(it => it.Disk is { Free: var free } ? [new(free)] : []), "By");
        meter.CreateObservableGauge("pst.nodes", () => Of(it => [new(it.Nodes.Count)]));
        meter.CreateObservableGauge(
            "pst.projection.lag", () => OfEach((it, table) => it.LagOf(table)), description: "Positions behind the log");
        meter.CreateObservableGauge(
            "pst.projection.parked", () => OfEach((_, table) => table.Parked.Count), description: "Visits passed over");
        return meter;
    }

    IEnumerable<Measurement<long>> Of(Func<Standing, IEnumerable<Measurement<long>>> figures) =>
        standing is { } known ? figures(known) : [];

    IEnumerable<Measurement<long>> OfEach(Func<Standing, ProjectionStanding, long> figure) =>
        Of(it => it.Projections.Where(table => table.Serves)
            .Select(table => new Measurement<long>(figure(it, table), new KeyValuePair<string, object?>("projection", table.Name))));
}
