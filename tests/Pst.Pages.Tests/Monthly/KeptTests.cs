using System.Globalization;
using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using Pst.Domain;
using Pst.Pages.Tests.Support;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Monthly;
using Pst.Web.Paper;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Monthly;

/// <summary>A month that was reported stays as it was; where its figures change, both can be had.</summary>
public sealed class KeptTests(DemoMonth demo) : IClassFixture<DemoMonth>
{
    const string February = "/laporan/1872/2026-02";
    static readonly ReportPeriod Month = ReportPeriod.Of(PeriodKind.Month, new(2026, 2, 1));

    [Fact]
    public async Task Once_the_month_is_over_its_report_is_made_once_and_told_once_whoever_tries()
    {
        var worker = demo.Site.Services.GetServices<IHostedService>().OfType<MonthWorker>().Single();
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => MakeAsync()).Append(worker.RunOnceAsync(default)));
        await worker.RunOnceAsync(default);

        const string kept = "select count(*) from pst.month_report where tenant_id = '1872' and month = '2026-02-01' and issue = 1";
        (await demo.Site.ScalarAsync<long>(kept)).ShouldBe(1);
        await demo.Site.MailAsync();
        var mails = new DirectoryInfo(Path.Combine(demo.Site.Data, "mail")).GetFiles().Select(it => File.ReadAllText(it.FullName));
        mails.Where(it => it.Contains("Subject: Laporan Februari 2026 BPS Kota Metro\r\n")).ShouldHaveSingleItem()
            .ShouldContain($"To: {DemoMonth.Address}");

        var manager = await (await demo.SignInAsync(DemoMonth.Manager)).OpenAsync("/laporan");
        var rows = manager.Page.QuerySelectorAll("tbody tr")
            .Select(it => string.Join(' ', it.TextContent.Split((char[])[], StringSplitOptions.RemoveEmptyEntries)));
        rows.ShouldContain(it => it.StartsWith("Februari 2026 1 2 Maret 2026 10.20 WIB"));
    }

    [Fact]
    public async Task After_a_pause_each_month_that_was_left_out_is_made_and_the_one_that_runs_is_not()
    {
        var (worker, then) = (demo.Site.Services.GetServices<IHostedService>().OfType<MonthWorker>().Single(), demo.Site.Clock.Now);
        try
        {
            demo.Site.Clock.Now = new(2026, 6, 1, 1, 59, 0, TimeSpan.FromHours(7)); // what is open is closed first
            await worker.RunOnceAsync(default);
            (await MonthsAsync()).ShouldBe("2025-12-01 2026-01-01 2026-02-01 2026-03-01 2026-04-01");
            demo.Site.Clock.Now = demo.Site.Clock.Now.AddMinutes(1);
            await worker.RunOnceAsync(default);
            (await MonthsAsync()).ShouldEndWith(" 2026-05-01");
        }
        finally { demo.Site.Clock.Now = then; }
    }

    [Fact]
    public async Task What_is_corrected_later_is_told_in_a_new_issue_beside_the_old_one()
    {
        await MakeAsync();
        var supervisor = await demo.SignInAsync(DemoMonth.Supervisor);
        await supervisor.OpenAsync(February);
        (await supervisor.PressAsync("Periksa perubahan dan terbitkan lagi")).Text("[role=alert]")
            .ShouldBe("Tidak ada angka yang berubah sejak terbitan ke-1.");
        var before = await (await supervisor.OpenAsync($"{February}/ringkasan.csv?terbit=1")).Answer.Content.ReadAsStringAsync();

        var ticket = await VoidOneAsync(supervisor);
        await supervisor.OpenAsync(February);
        await supervisor.PressAsync("Periksa perubahan dan terbitkan lagi");
        supervisor.Text(".revised").ShouldBe("Direvisi: terbitan ke-2");
        var visits = int.Parse(before.Split("\r\n")[1].Split(',')[1], CultureInfo.InvariantCulture);
        supervisor.Text("article").ShouldContain($"Ringkasan Kunjungan Bulan ini {visits} {visits - 1}");
        supervisor.Text("article").ShouldContain($"27 Februari 2026 {ticket} dibatalkan");
        supervisor.Text("article").ShouldContain("Siapa yang datang jawaban pengunjung Kunjungan tidak dirinci");
        supervisor.Text("article").ShouldNotContain("Siapa yang datang Jenis kelamin");

        (await (await supervisor.OpenAsync($"{February}/ringkasan.csv?terbit=1")).Answer.Content.ReadAsStringAsync()).ShouldBe(before);
        (await (await supervisor.OpenAsync($"{February}/ringkasan.csv?terbit=2")).Answer.Content.ReadAsStringAsync()).ShouldNotBe(before);
        await supervisor.OpenAsync($"{February}/laporan.pdf?terbit=2");
        var text = await (await PdfFile.OfAsync(await supervisor.Answer.Content.ReadAsByteArrayAsync())).TextAsync();
        text.ShouldMatch($@"Ringkasan\s+Kunjungan\s+Bulan ini\s+{visits}\s+{visits - 1}");
    }

    [Fact]
    public async Task A_kept_report_is_printed_once_and_is_the_same_paper_for_ever()
    {
        await MakeAsync();
        var manager = await demo.SignInAsync(DemoMonth.Manager);
        await manager.OpenAsync($"{February}/laporan.pdf?terbit=1");
        var first = await manager.Answer.Content.ReadAsByteArrayAsync();
        await manager.OpenAsync($"{February}/laporan.pdf?terbit=1");
        (await manager.Answer.Content.ReadAsByteArrayAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task The_code_on_the_paper_leads_anybody_to_the_same_figures_computed_anew()
    {
        await MakeAsync();
        var (services, kept) = (demo.Site.Services, await FirstAsync());
        var proofs = services.GetRequiredService<ProofLinks>();
        var anybody = await demo.Site.NewBrowser().OpenAsync(proofs.PathOf(kept.Report));
        anybody.Text("[role=status]").ShouldStartWith("✓ Sama.");

        var table = kept.Report.Tables[0];
        IReadOnlyList<Cell> forgery = [table.Rows[0][0], new Cell.Count(999), table.Rows[0][2]];
        var forged = kept.Report with { Tables = [table with { Rows = [forgery, .. table.Rows.Skip(1)] }] };
        (await anybody.OpenAsync(proofs.PathOf(forged))).Text("[role=alert]").ShouldStartWith("✗ Tidak sama.");
        (await anybody.OpenAsync($"{proofs.PathOf(kept.Report)}A")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_report_of_a_position_before_complaints_were_counted_has_the_digest_that_it_had_then()
    {
        const string since = "update pst.report_layout set from_position = {0} where layout = 2";
        var (services, database) = (demo.Site.Services, demo.Site.Services.GetRequiredService<PstDatabase>());
        var state = await services.GetRequiredService<OfficeMemory>().FindAsync(DemoMonth.Metro, default);
        var head = await services.GetRequiredService<MonthReports>().HeadAsync(default);
        Task<MonthReport?> AtAsync(long position) => ActivatorUtilities.CreateInstance<MonthReports>(services, new ReportLayouts(database))
            .AtAsync(DemoMonth.Metro, state!, Month, position, default);
        async Task ExecuteAsync(string sql)
        {
            await using var connection = new NpgsqlConnection(services.GetRequiredService<DatabaseLogin>().ConnectionString);
            await connection.OpenAsync();
            await new NpgsqlCommand(sql, connection).ExecuteNonQueryAsync();
        }
        try
        {
            var now = (await AtAsync(head))!;
            now.Find("pengaduan")!.Rows.ShouldContain(it => it[0].Equals(new Cell.Words("Seluruhnya")));
            await ExecuteAsync(string.Format(null, since, head));
            (await AtAsync(head))!.Digest.ShouldBe(now.Digest);
            var then = (await AtAsync(head - 1))!;
            then.Tables.Select(it => it.Name).ShouldBe(now.Tables.SkipLast(3).Select(it => it.Name));
        }
        finally { await ExecuteAsync(string.Format(null, since, 1)); }
    }

    async Task<bool> MakeAsync()
    {
        await using var scope = demo.Site.Services.CreateAsyncScope();
        var state = await scope.ServiceProvider.GetRequiredService<OfficeMemory>().FindAsync(DemoMonth.Metro, default);
        return await scope.ServiceProvider.GetRequiredService<MonthMaking>().MakeAsync(DemoMonth.Metro, state!, Month, "uji", default);
    }

    Task<string> MonthsAsync() => demo.Site.ScalarAsync<string>(
        "select string_agg(month::text, ' ' order by month) from pst.month_report where tenant_id = '1872' and issue = 1");

    async Task<KeptReport> FirstAsync() =>
        (await demo.Site.Services.GetRequiredService<KeptReports>().OfMonthAsync(DemoMonth.Metro, Month.From, default))[0];

    /// <summary>A visit of the month's last day; its ticket.</summary>
    async Task<string> VoidOneAsync(Browser supervisor)
    {
        await supervisor.OpenAsync("/riwayat/1872?dari=2026-02-27&sampai=2026-02-27");
        var (ticket, visit) = supervisor.Page.QuerySelectorAll("tbody tr")
            .Select(it => (Ticket: it.QuerySelector("a")!.TextContent.Trim(), Link: it.QuerySelector("a")!.GetAttribute("href")!))
            .First(it => it.Ticket.StartsWith("PS-", StringComparison.Ordinal));
        await supervisor.OpenAsync(visit);
        await supervisor.PressAsync("Batalkan: salah entri", ("reason", "dua kali dicatat"));
        await demo.CatchUpAsync();
        return ticket;
    }
}
