using Npgsql;
using NpgsqlTypes;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>Puts records into the catalogue. What is there already as it is told is not touched, not even its time.</summary>
internal sealed class Catalogue(PstDatabase database)
{
    // A list leaves the numbers out: what a detail brought stays.
    const string Put = """
        insert into library.publication as kept (
            domain, pub_id, title, abstract, kat_no, pub_no, issn, subject, scheduled, released, revised, cover_url, pdf_url, size,
            detailed)
        select * from unnest(
            $1::varchar[], $2::varchar[], $3::text[], $4::text[], $5::text[], $6::text[], $7::text[], $8::smallint[], $9::date[],
            $10::date[], $11::date[], $12::text[], $13::text[], $14::text[], $15::boolean[])
        on conflict (domain, pub_id) do update set
            title = excluded.title, abstract = excluded.abstract, issn = excluded.issn, scheduled = excluded.scheduled,
            released = excluded.released, revised = excluded.revised, cover_url = excluded.cover_url, pdf_url = excluded.pdf_url,
            size = excluded.size, kat_no = case when excluded.detailed then excluded.kat_no else kept.kat_no end,
            pub_no = case when excluded.detailed then excluded.pub_no else kept.pub_no end,
            subject = case when excluded.detailed or not kept.detailed then excluded.subject else kept.subject end,
            detailed = kept.detailed or excluded.detailed, withdrawn = null, changed = now()
        where kept.withdrawn is not null or excluded.detailed and not kept.detailed
            or (kept.title, kept.abstract, kept.issn, kept.scheduled, kept.released, kept.revised, kept.cover_url, kept.pdf_url, kept.size)
                is distinct from (excluded.title, excluded.abstract, excluded.issn, excluded.scheduled, excluded.released,
                    excluded.revised, excluded.cover_url, excluded.pdf_url, excluded.size)
            or excluded.detailed and (kept.kat_no, kept.pub_no) is distinct from (excluded.kat_no, excluded.pub_no)
        returning xmax = 0
        """;

    const string Count = "update library.edition set number = number + 1";

    const string Withdraw = """
        update library.publication set withdrawn = now(), changed = now()
        where domain = $1 and withdrawn is null and pub_id <> all($2)
        """;

    // Of titles and abstracts, as they are written; those that are no more go.
    const string Words = """
        with used as materialized (
            select word, ndoc from ts_stat(
                'select to_tsvector(''pg_catalog.simple'', library.plain(concat_ws('' '', title, abstract))) from library.publication')
            where length(word) between 3 and 40 and word ~ '[a-z]'),
        gone as (delete from library.word where word not in (select word from used))
        insert into library.word as kept (word, uses) select word, ndoc from used
        on conflict (word) do update set uses = excluded.uses where kept.uses <> excluded.uses
        """;

    /// <summary>All or nothing; of two records of one publication the later counts.</summary>
    /// <param name="beside">Written in the same transaction.</param>
    public async Task<ImportReport> PutAsync(
        IReadOnlyList<PublicationRecord> records, IReadOnlyList<NpgsqlBatchCommand> beside, CancellationToken cancel)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var all = await connection.BeginTransactionAsync(cancel);
        var once = records.GroupBy(it => (it.Domain, it.Id)).Select(it => it.Last()).ToList();
        var (added, changed) = (0, 0);
        await using (var put = PutCommand(once, connection, all))
        await using (var rows = await put.ExecuteReaderAsync(cancel))
            while (await rows.ReadAsync(cancel))
                if (rows.GetBoolean(0)) added++;
                else changed++;
        await RunAsync(connection, all, added + changed > 0 ? [new(Count), .. beside] : beside, cancel);
        await all.CommitAsync(cancel);
        return ImportReport.Empty with { New = added, Changed = changed, Unchanged = records.Count - added - changed };
    }

    /// <summary>Marks what a domain no longer has; how many.</summary>
    public async Task<int> WithdrawAsync(string domain, IReadOnlyCollection<string> there, CancellationToken cancel)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var all = await connection.BeginTransactionAsync(cancel);
        await using var withdraw = new NpgsqlCommand(Withdraw, connection, all);
        withdraw.Parameters.Add(new() { Value = domain });
        withdraw.Parameters.Add(new() { Value = there.ToArray() });
        var gone = await withdraw.ExecuteNonQueryAsync(cancel);
        if (gone > 0) await RunAsync(connection, all, [new(Count)], cancel);
        await all.CommitAsync(cancel);
        return gone;
    }

    /// <summary>Makes the list of words anew by which typing errors are known.</summary>
    public async Task GatherWordsAsync(CancellationToken cancel)
    {
        await using var gather = database.Worker.CreateCommand(Words);
        gather.CommandTimeout = 0;
        await gather.ExecuteNonQueryAsync(cancel);
    }

    static async Task RunAsync(
        NpgsqlConnection connection, NpgsqlTransaction all, IReadOnlyList<NpgsqlBatchCommand> commands, CancellationToken cancel)
    {
        if (commands.Count == 0) return;
        await using var batch = new NpgsqlBatch(connection, all);
        foreach (var command in commands) batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlCommand PutCommand(List<PublicationRecord> records, NpgsqlConnection connection, NpgsqlTransaction all)
    {
        var put = new NpgsqlCommand(Put, connection, all);
        void Add<T>(Func<PublicationRecord, T> value) => put.Parameters.Add(new() { Value = records.Select(value).ToArray() });
        void AddText(Func<PublicationRecord, string?> value) =>
            put.Parameters.Add(new() { Value = records.Select(value).ToArray(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Text });
        AddText(it => it.Domain); AddText(it => it.Id); AddText(it => it.Title); AddText(it => it.Abstract);
        AddText(it => it.CatalogueNumber); AddText(it => it.PublicationNumber); AddText(it => it.Issn); Add(it => (short)it.Subject);
        Add(it => it.Scheduled); Add(it => it.Released); Add(it => it.Revised);
        AddText(it => it.CoverUrl); AddText(it => it.PdfUrl); AddText(it => it.Size); Add(it => it.IsDetail);
        return put;
    }
}
