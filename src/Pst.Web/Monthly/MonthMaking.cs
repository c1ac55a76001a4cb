using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Identity;
using Pst.Web.Mail;
using Pst.Web.Pages;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>Makes the reports that are kept: once each, whoever tries and however often, told to the office's managers by mail.</summary>
public sealed partial class MonthMaking(
    MonthReports reports, KeptReports kept, MonthPrints prints, ProofLinks proofs, PublicAddress address, Officers officers,
    LetterPaper paper, IStringLocalizer<Sentences> text, TimeProvider clock, ILogger<MonthMaking> log)
{
    static readonly TimeSpan News = TimeSpan.FromDays(14);

    /// <summary>The first report of a month that is over.</summary>
    /// <returns>False where it is there already.</returns>
    public async Task<bool> MakeAsync(OfficeCode office, OfficeState settings, ReportPeriod month, string by, CancellationToken cancel)
    {
        var head = await reports.HeadAsync(cancel);
        return await reports.AtAsync(office, settings, month, head, cancel) is { } report && await KeepAsync(report, 1, by, cancel);
    }

    /// <summary>The next issue, where a figure has changed since the one before.</summary>
    /// <returns>False where none has, or somebody else was faster.</returns>
    public async Task<bool> ReviseAsync(OfficeState settings, KeptReport before, string by, CancellationToken cancel)
    {
        var head = await reports.HeadAsync(cancel);
        return await reports.RevisedAsync(settings, before, head, cancel) is { } report
            && await KeepAsync(report, before.Issue + 1, by, cancel);
    }

    /// <summary>
    /// Its PDF as it was printed first, or printed now. Where no address is set under which phones reach the program, it waits for somebody
    /// who opens it: the code on it leads to where that one came from.
    /// </summary>
    /// <param name="proof">The whole address of the proof.</param>
    /// <exception cref="NotPrintedException">There is nothing that prints, or it did not print.</exception>
    public async Task<byte[]> PdfAsync(KeptReport report, string proof, CancellationToken cancel)
    {
        if (report.HasPdf && await kept.PdfAsync(report.Report, report.Issue, cancel) is { } printed) return printed;
        var pdf = await prints.PrintAsync(new(report.Report, (report.Issue, report.Made), proof), cancel);
        await kept.KeepPdfAsync(report.Report, report.Issue, pdf, cancel);
        return await kept.PdfAsync(report.Report, report.Issue, cancel) ?? pdf;
    }

    /// <summary>Prints what can be printed and is not; a machine without Chromium goes on without.</summary>
    public async Task PrintAsync(OfficeCode office, DateOnly month, CancellationToken cancel)
    {
        if (address.Known is not { } known) return;
        foreach (var report in (await kept.OfMonthAsync(office, month, cancel)).Where(it => !it.HasPdf))
            try
            {
                await PdfAsync(report, known + proofs.PathOf(report.Report), cancel);
            }
            catch (NotPrintedException failure)
            {
                SayNotPrinted(failure, office, month);
            }
    }

    async Task<bool> KeepAsync(MonthReport report, int issue, string by, CancellationToken cancel)
    {
        if (!await kept.KeepAsync(report, issue, by, await LettersAsync(report, cancel), cancel)) return false;
        await PrintAsync(report.Code, report.Month, cancel);
        return true;
    }

    async Task<IReadOnlyList<Letter>> LettersAsync(MonthReport report, CancellationToken cancel)
    {
        var managers = await officers.ManagersOfAsync(report.Code, cancel);
        var until = clock.GetUtcNow() + News;
        var says = paper.Write(Languages.Names[0], () => WordsOf(report)); // as the report itself
        return [.. managers.Select(it => new Letter(Guid.CreateVersion7(), EmailAddress.Parse(it.Email!, null), says, until))];
    }

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(MonthReport report)
    {
        var (name, month) = (report.Office.Name, report.Month.ToString("MMMM yyyy", Languages.Indonesian));
        var path = $"/laporan/{report.Code}/{report.Month:yyyy-MM}";
        var where = address.Known is { } known ? $"{known}{path}" : text["menu Laporan bulanan"].Value;
        var (subject, body) = report.Revision is { } revision
            ? (text["Laporan {0} {1} direvisi", month, name],
                text["Angka laporan {0} berubah sejak terbitan ke-{1}. Kedua angka dan sebabnya ada di {2}.", month, revision.Issue, where])
            : (text["Laporan {0} {1}", month, name],
                text["Laporan {0} sudah dibuat dan disimpan, dengan PDF, XLSX, dan CSV: {1}.", month, where]);
        return new(name, subject, body, text["Anda menerimanya karena tugas Anda di {0}.", name])
        {
            Link = address.Known is null ? null : where, Button = text["Buka laporan"],
        };
    }

    [LoggerMessage(LogLevel.Warning, "The report of office {Office} for {Month} is kept, but not printed.")]
    partial void SayNotPrinted(NotPrintedException failure, OfficeCode office, DateOnly month);
}
