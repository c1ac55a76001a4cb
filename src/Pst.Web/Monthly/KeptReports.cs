using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Mail;

namespace Pst.Web.Monthly;

/// <summary>A month's report that was made and stays as it was.</summary>
/// <param name="Issue">1 for the first; each later one says what changed.</param>
/// <param name="HasPdf">It was printed.</param>
public sealed record KeptReport(int Issue, DateTimeOffset Made, string MadeBy, bool HasPdf, MonthReport Report);

/// <summary>Where the reports of months are kept. What is kept is never changed.</summary>
public sealed class KeptReports(PstDatabase database, Outbox outbox, TimeProvider clock)
{
    const string Columns = "issue, made, made_by, pdf is not null, figures";

    const string OfMonth = $"select {Columns} from pst.month_report where tenant_id = $1 and month = $2 order by issue";

    const string OfOffice = $"select {Columns} from pst.month_report where tenant_id = $1 order by month desc, issue desc";

    const string Months = "select distinct month from pst.month_report where tenant_id = $1";

    const string Printed = "select pdf from pst.month_report where tenant_id = $1 and month = $2 and issue = $3 and pdf is not null";

    const string Insert = """
        insert into pst.month_report (tenant_id, month, issue, position, made, made_by, figures) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict do nothing
        """;

    // The first print is the one that stays.
    const string Print = "update pst.month_report set pdf = $4 where tenant_id = $1 and month = $2 and issue = $3 and pdf is null";

    /// <summary>A month's reports, the first made first.</summary>
    public Task<IReadOnlyList<KeptReport>> OfMonthAsync(OfficeCode office, DateOnly month, CancellationToken cancel) =>
        ReadAsync(office, GuardSql.Command(OfMonth, [office.Value, month]), ReadReport, cancel);

    /// <summary>All of an office, the newest month and its newest report first.</summary>
    public Task<IReadOnlyList<KeptReport>> OfOfficeAsync(OfficeCode office, CancellationToken cancel) =>
        ReadAsync(office, GuardSql.Command(OfOffice, [office.Value]), ReadReport, cancel);

    /// <summary>The months that have one.</summary>
    public async Task<IReadOnlySet<DateOnly>> MonthsAsync(OfficeCode office, CancellationToken cancel) =>
        (await ReadAsync(office, GuardSql.Command(Months, [office.Value]), row => row.GetFieldValue<DateOnly>(0), cancel)).ToHashSet();

    /// <summary>As it was printed; null where it was not.</summary>
    public async Task<byte[]?> PdfAsync(MonthReport report, int issue, CancellationToken cancel) =>
        (await ReadAsync(
            report.Code, GuardSql.Command(Printed, [report.Code.Value, report.Month, issue]), row => row.GetFieldValue<byte[]>(0), cancel))
        .SingleOrDefault();

    /// <summary>Keeps a report and lays down its letters, both or neither.</summary>
    /// <returns>False where that issue is there already: somebody else was faster.</returns>
    public async Task<bool> KeepAsync(
        MonthReport report, int issue, string by, IReadOnlyList<Letter> letters, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var both = await connection.BeginTransactionAsync(cancel);
        await using var keeping = new NpgsqlBatch(connection, both) { BatchCommands = { OfficeReads.Enter(report.Code) } };
        var insert = GuardSql.Command(
            Insert, [report.Code.Value, report.Month, issue, report.Computed.Position, clock.GetUtcNow(), by, report.ToJson()]);
        keeping.BatchCommands.Add(insert);
        await keeping.ExecuteNonQueryAsync(cancel);
        if (insert.RecordsAffected == 0) return false;

        await using var letting = new NpgsqlBatch(connection, both);
        foreach (var letter in letters) letting.BatchCommands.Add(outbox.Put(letter));
        if (letters.Count > 0) await letting.ExecuteNonQueryAsync(cancel);
        await both.CommitAsync(cancel);
        return true;
    }

    /// <summary>Keeps the print; one that is there already stays.</summary>
    public async Task KeepPdfAsync(MonthReport report, int issue, byte[] pdf, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(OfficeReads.Enter(report.Code));
        batch.BatchCommands.Add(GuardSql.Command(Print, [report.Code.Value, report.Month, issue, pdf]));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    static KeptReport ReadReport(NpgsqlDataReader row) => new(
        row.GetInt32(0), row.GetFieldValue<DateTimeOffset>(1), row.GetString(2), row.GetBoolean(3), MonthReport.OfJson(row.GetString(4)));

    async Task<IReadOnlyList<T>> ReadAsync<T>(
        OfficeCode office, NpgsqlBatchCommand query, Func<NpgsqlDataReader, T> read, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(read(rows));
        return found;
    }
}
