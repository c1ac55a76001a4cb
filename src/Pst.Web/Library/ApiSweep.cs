namespace Pst.Web.Library;

/// <summary>Several domains one after the other; one that is away does not keep the others from theirs.</summary>
internal sealed class ApiSweep(ApiImport import, Catalogue catalogue)
{
    /// <param name="told">Hears after each page of all that came so far.</param>
    public async Task<ImportReport> RunAsync(
        IReadOnlyList<string> domains, bool withDetails, Func<ImportReport, Task> told, CancellationToken cancel)
    {
        var all = ImportReport.Empty;
        foreach (var domain in domains)
            try
            {
                await import.RunAsync(domain, withDetails, async more => await told(all += more), cancel);
            }
            catch (WebApiAwayException away)
            {
                all += ImportReport.OfBroken(domain, away.Message);
            }
        if (all.New + all.Changed > 0) await catalogue.GatherWordsAsync(cancel);
        return all;
    }
}

/// <summary>A report for the command line.</summary>
internal static class ReportText
{
    public static string Of(ImportReport report) => string.Join('\n',
    [
        .. report.Broken.Select(it => $"{it.Where}: not read, {it.Why}"),
        .. report.Refused.Select(it =>
            $"{it.Domain}/{it.Id ?? "?"}: refused, {string.Join(", ", it.Faults.Select(fault => $"{fault.Field} {fault.Why}"))}"),
        $"{report.New} new, {report.Changed} changed, {report.Unchanged} unchanged, {report.RefusedTotal} refused, "
            + $"{report.Withdrawn} withdrawn; {report.Broken.Count} pages not read",
    ]);
}
