using Npgsql;
using Pst.Domain;
using Pst.Web.Database;
using Pst.Web.Hosting;
using Pst.Web.Library;
using Pst.Web.Pages.Home;

namespace Pst.Web.Commands;

/// <summary>
/// Takes publications into the catalogue, from files or from the Web API. The exit status: 0 all of it, 1 not all, 2 nothing.
/// </summary>
internal static class ImportCommand
{
    const int All = 0, NotAll = 1, Nothing = 2;

    const string Usage = """
        import FILE… [--domain CODE]     answers of the Web API's model/publication in files; the domain where neither they nor the
                                         beginning of their names say it
        import --from-api [--domain CODE[,CODE…]] [--lists-only] [--files]
                                         from Pst__Library__BaseUrl with Pst__Library__Key; without domains those of the offices here;
                                         --files fetches covers and PDFs, from hosts that Pst__Library__FileHosts names
        """;

    public static async Task<int> RunAsync(string[] args)
    {
        var isApi = args.Contains("--from-api");
        var (at, isShort) = (Array.IndexOf(args, "--domain"), args.Contains("--lists-only"));
        string[] domains = at >= 0 && at + 1 < args.Length ? args[at + 1].Split(',') : [];
        string[] files = [.. args.Where((it, place) => !it.StartsWith("--", StringComparison.Ordinal) && (at < 0 || place != at + 1))];
        if (isApi == files.Length > 0 || domains.Any(it => !OfficeCode.TryParse(it, null, out _)) || (!isApi && domains.Length > 1))
        {
            Console.Error.WriteLine(Usage);
            return Nothing;
        }
        try
        {
            var configuration = WebApplication.CreateBuilder().Configuration;
            await using var database = await OpenDatabase.JoinAsync(configuration, CancellationToken.None);
            await PstDatabase.MigrateAsync(database.ConnectionString, CancellationToken.None);
            var catalogue = new Catalogue(database.Roles);
            var report = isApi
                ? await FromApiAsync(configuration, database.Roles, catalogue, domains, !isShort, args.Contains("--files"), Console.Out)
                : await FromFilesAsync(catalogue, files, domains.SingleOrDefault());
            if (report is null) return Nothing;
            Console.Out.WriteLine(ReportText.Of(report));
            return report.HasFaults ? NotAll : All;
        }
        catch (Exception failed) when (failed is DatabaseRefusedException or PostgresFailedException or NpgsqlException or IOException)
        {
            Console.Error.WriteLine(failed.Message);
            return Nothing;
        }
    }

    static async Task<ImportReport?> FromFilesAsync(Catalogue catalogue, string[] files, string? domain)
    {
        var import = new Import(catalogue);
        foreach (var file in files)
        {
            var (pages, faults) = ImportFile.Read(Path.GetFileName(file), await File.ReadAllBytesAsync(file), domain);
            import.Add(faults);
            foreach (var page in pages) await import.AddAsync(page, CancellationToken.None);
        }
        await import.FinishAsync(CancellationToken.None);
        return import.Report;
    }

    /// <summary>Tells on <paramref name="output"/> how far it is; null where it cannot begin.</summary>
    static async Task<ImportReport?> FromApiAsync(
        IConfiguration configuration, PstDatabase database, Catalogue catalogue, string[] domains, bool withDetails, bool withFiles,
        TextWriter output)
    {
        if (WebApiSettings.Of(configuration) is not ({ } settings, _))
        {
            Console.Error.WriteLine(WebApiSettings.Of(configuration).Missing);
            return null;
        }
        using var http = WebApi.NewClient();
        using var logs = LoggerFactory.Create(it => it.AddSimpleConsole());
        var api = new WebApi(http, settings, TimeProvider.System, logs.CreateLogger("Pst.Library"));
        var whole = new ApiSweep(new ApiImport(api, catalogue, database), catalogue);
        if (domains.Length == 0)
            domains = [.. (await new OfficeDirectory(database).ListAsync(CancellationToken.None)).Select(it => it.Code.Value)];
        var report = await whole.RunAsync(domains, withDetails, so =>
        {
            output.WriteLine($"{so.Pages} pages, {so.Records} publications");
            return Task.CompletedTask;
        }, CancellationToken.None);
        if (!withFiles) return report;
        var hosts = FileFetch.HostsOf(configuration, settings.Base);
        var fetch = new FileFetch(http, new StoredFiles(configuration), new PublicationFiles(database), hosts);
        foreach (var domain in domains)
        {
            var (kept, faults) = await fetch.RunAsync(domain, CancellationToken.None);
            output.WriteLine($"{domain}: {kept} files kept");
            report += faults;
        }
        return report;
    }
}
