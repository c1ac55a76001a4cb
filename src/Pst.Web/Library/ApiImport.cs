using Npgsql;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>
/// Reads whole domains from the Web API. How far it came is written with each page, so that the next run goes on there; after a day the
/// list has moved too far, and it begins anew.
/// </summary>
internal sealed class ApiImport(WebApi api, Catalogue catalogue, PstDatabase database)
{
    const string Forget = "delete from library.sweep where domain = $1 and begun < now() - interval '1 day'";
    const string Begin = "insert into library.sweep (domain, next) values ($1, 1) on conflict do nothing";

    const string Where = "select next from library.sweep where domain = $1";
    const string Move = """
        update library.sweep set next = $2, whole = whole and $4 and (total is null or total = $3), total = $3 where domain = $1
        """;
    const string See = "insert into library.sweep_seen (domain, pub_id) select $1, unnest($2::varchar[]) on conflict do nothing";
    const string Seen = """
        select coalesce(array_agg(seen.pub_id), '{}'), bool_and(sweep.whole) and count(*) = max(sweep.total)
        from library.sweep join library.sweep_seen seen using (domain) where domain = $1
        """;
    const string End = "delete from library.sweep where domain = $1";
    const string Undetailed = "select pub_id from library.publication where domain = $1 and not detailed and withdrawn is null order by id";

    /// <summary>One domain: its list to the end, then the details that are missing.</summary>
    /// <param name="told">Hears after each page of what came so far.</param>
    /// <exception cref="WebApiAwayException">It was cut short; the next run goes on.</exception>
    public async Task RunAsync(string domain, bool withDetails, Func<ImportReport, Task> told, CancellationToken cancel)
    {
        await RunAsync(cancel, Command(Forget, domain), Command(Begin, domain));
        for (var page = await NextAsync(domain, cancel); ; page++)
        {
            if (await PageAsync(domain, page, cancel) is not var (report, isLast)) return;
            await told(report);
            if (isLast) break;
        }
        await told(ImportReport.Empty with { Withdrawn = await WithdrawAsync(domain, cancel) });
        if (!withDetails) return;
        foreach (var id in await ListAsync<string>(Undetailed, domain, cancel))
            await told(await DetailAsync(domain, id, cancel));
    }

    // A page that cannot be used ends the domain's turn: what comes after it would be taken for the whole.
    async Task<(ImportReport Report, bool IsLast)?> PageAsync(string domain, int page, CancellationToken cancel)
    {
        switch (PageReader.Read(await api.ListAsync(domain, page, cancel)))
        {
            case PageRead.Listed list:
                var read = list.Records.Select(it => RecordReader.Read(domain, it)).ToList();
                var refused = read.Select(it => it.Refused).OfType<RefusedRecord>().ToList();
                var ids = read.Select(it => it.Read?.Id ?? it.Refused?.Id).ToList();
                var report = await catalogue.PutAsync([.. read.Select(it => it.Read).OfType<PublicationRecord>()],
                [
                    Command(See, domain, ids.OfType<string>().ToArray()),
                    Command(Move, domain, page + 1, list.Total, !ids.Contains(null)),
                ], cancel);
                return (report with { Pages = 1, RefusedTotal = refused.Count, Refused = refused }, page >= list.Pages);
            case PageRead.Nothing:
                return (ImportReport.Empty, true);
            case PageRead.Failed failed:
                throw new WebApiAwayException($"{domain}, page {page}: {failed.Said}");
            case var other:
                throw new WebApiAwayException($"{domain}, page {page}: {(other as PageRead.Broken)?.Why ?? "not_a_list"}");
        }
    }

    async Task<ImportReport> DetailAsync(string domain, string id, CancellationToken cancel)
    {
        var where = $"{domain}/{id}";
        switch (PageReader.Read(await api.DetailAsync(domain, id, cancel)))
        {
            case PageRead.Detailed detail:
                var (read, refused) = RecordReader.Read(domain, detail.Record);
                if (refused is not null) return ImportReport.Empty with { Pages = 1, RefusedTotal = 1, Refused = [refused] };
                if (read!.Id != id) return ImportReport.OfBroken(where, "another_id");
                return await catalogue.PutAsync([read with { IsDetail = true }], [], cancel) with { Pages = 1 };
            case PageRead.Nothing:
                return ImportReport.Empty;
            case PageRead.Failed failed:
                return ImportReport.OfBroken(where, failed.Said);
            case var other:
                return ImportReport.OfBroken(where, (other as PageRead.Broken)?.Why ?? "not_a_detail");
        }
    }

    async Task<int> WithdrawAsync(string domain, CancellationToken cancel)
    {
        var gone = 0;
        await using (var command = database.Worker.CreateCommand(Seen))
        {
            command.Parameters.Add(new() { Value = domain });
            await using var rows = await command.ExecuteReaderAsync(cancel);
            await rows.ReadAsync(cancel);
            var (ids, isWhole) = (rows.GetFieldValue<string[]>(0), !rows.IsDBNull(1) && rows.GetBoolean(1));
            await rows.DisposeAsync();
            if (isWhole) gone = await catalogue.WithdrawAsync(domain, ids, cancel);
        }
        await RunAsync(cancel, Command(End, domain));
        return gone;
    }

    async Task<int> NextAsync(string domain, CancellationToken cancel) => (await ListAsync<int>(Where, domain, cancel))[0];

    async Task<List<T>> ListAsync<T>(string sql, string domain, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(sql);
        command.Parameters.Add(new() { Value = domain });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<T>();
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetFieldValue<T>(0));
        return found;
    }

    async Task RunAsync(CancellationToken cancel, params NpgsqlBatchCommand[] commands)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object> values) => GuardSql.Command(sql, values);
}
