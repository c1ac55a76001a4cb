using Pst.Projections;

namespace Pst.Web.Workers;

/// <summary>Keeps the projections at the head of the log.</summary>
public sealed class ProjectionWorker(ProjectionRunner runner) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken) => runner.RunAsync(stoppingToken);
}
