using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>Imports as the page asks for them.</summary>
public sealed class ImportRuns
{
    const int MostShown = 10, LongestName = 100;

    readonly AskedImports queue;
    readonly ImportLog log;
    readonly IConfiguration configuration;

    internal ImportRuns(AskedImports queue, ImportLog log, IConfiguration configuration) =>
        (this.queue, this.log, this.configuration) = (queue, log, configuration);

    /// <summary>What must be set before the Web API can be asked; null where nothing is missing.</summary>
    public string? Missing => WebApiSettings.Of(configuration) is (null, var missing) ? missing : null;

    public Task<IReadOnlyList<ImportRun>> RecentAsync(CancellationToken cancel) => log.RecentAsync(MostShown, cancel);

    /// <summary>False where too many wait.</summary>
    public async Task<bool> BeginAsync(IFormFileCollection files, OfficeCode? domain, CancellationToken cancel)
    {
        var read = new List<(string, byte[])>();
        foreach (var file in files)
        {
            using var content = new MemoryStream();
            await file.CopyToAsync(content, cancel);
            read.Add((NameOf(file), content.ToArray()));
        }
        var id = await log.BeginAsync(string.Join(", ", read.Select(it => it.Item1)), cancel);
        return await AddAsync(new(id, read, domain?.Value, []), cancel);
    }

    /// <summary>False where too many wait.</summary>
    public async Task<bool> BeginAsync(IReadOnlyList<string> domains, CancellationToken cancel) =>
        await AddAsync(new(await log.BeginAsync($"Web API: {string.Join(", ", domains)}", cancel), [], null, domains), cancel);

    async Task<bool> AddAsync(AskedImport asked, CancellationToken cancel)
    {
        if (queue.TryAdd(asked)) return true;
        await log.TellAsync(asked.Id, ImportReport.OfBroken("–", "too_many"), isFinished: true, cancel);
        return false;
    }

    // A browser may send a whole path; only the name is told on.
    static string NameOf(IFormFile file) =>
        PlainAbstract.Line(file.FileName.Split('/', '\\')[^1]) is { Length: <= LongestName } name ? name : "berkas.json";
}
