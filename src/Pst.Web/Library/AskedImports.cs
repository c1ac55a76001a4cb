using System.Threading.Channels;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>An import that somebody asked for on the page.</summary>
/// <param name="Files">By their names; none for the Web API.</param>
internal sealed record AskedImport(
    Guid Id, IReadOnlyList<(string Name, byte[] Content)> Files, string? Domain, IReadOnlyList<string> Domains);

/// <summary>Imports wait here for each other: what is asked for on a page goes on when the page is left.</summary>
public sealed class AskedImports
{
    readonly Channel<AskedImport> waiting = Channel.CreateBounded<AskedImport>(10);

    internal IAsyncEnumerable<AskedImport> AllAsync(CancellationToken cancel) => waiting.Reader.ReadAllAsync(cancel);

    /// <summary>False where too many wait.</summary>
    internal bool TryAdd(AskedImport asked) => waiting.Writer.TryWrite(asked);
}

/// <summary>Carries out one import after the other, and tells after each part how far it is.</summary>
internal sealed class ImportWorker(
    AskedImports queue, ImportLog log, Catalogue catalogue, PstDatabase database, IConfiguration configuration, TimeProvider clock,
    ILogger<ImportWorker> lines)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var asked in queue.AllAsync(stoppingToken))
        {
            var report = ImportReport.Empty;
            try
            {
                report = asked.Files.Count > 0 ? await FilesAsync(asked, stoppingToken) : await ApiAsync(asked, stoppingToken);
            }
            catch (Npgsql.NpgsqlException away)
            {
                lines.LogWarning(away, "An import was broken off.");
                report = ImportReport.OfBroken("–", "database_away");
            }
            await log.TellAsync(asked.Id, report, isFinished: true, stoppingToken);
        }
    }

    async Task<ImportReport> FilesAsync(AskedImport asked, CancellationToken cancel)
    {
        var import = new Import(catalogue);
        foreach (var (name, content) in asked.Files)
        {
            var (pages, faults) = ImportFile.Read(name, content, asked.Domain);
            import.Add(faults);
            foreach (var page in pages) await import.AddAsync(page, cancel);
            await log.TellAsync(asked.Id, import.Report, isFinished: false, cancel);
        }
        await import.FinishAsync(cancel);
        return import.Report;
    }

    async Task<ImportReport> ApiAsync(AskedImport asked, CancellationToken cancel)
    {
        if (WebApiSettings.Of(configuration) is not ({ } settings, _)) return ImportReport.OfBroken("Web API", "not_set");
        using var http = WebApi.NewClient();
        var import = new ApiImport(new(http, settings, clock, lines), catalogue, database);
        return await new ApiSweep(import, catalogue).RunAsync(
            asked.Domains, withDetails: true, report => log.TellAsync(asked.Id, report, isFinished: false, cancel), cancel);
    }
}
