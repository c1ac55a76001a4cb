using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>An office's printed copies: where they stand, and how many.</summary>
public sealed class Shelves(PstDatabase database)
{
    public const int LongestMark = 40, MostCopies = 999;

    const string Put = """
        insert into library.copy (tenant_id, publication, shelf, copies)
        select $1, id, $4, $5 from library.publication where domain = $2 and pub_id = $3
        on conflict (tenant_id, publication) do update set shelf = excluded.shelf, copies = excluded.copies
        """;

    const string Remove = """
        delete from library.copy
        where tenant_id = $1 and publication = (select id from library.publication where domain = $2 and pub_id = $3)
        """;

    /// <summary>Says where an office's copies stand; none takes the publication from its shelves.</summary>
    public async Task PutAsync(OfficeCode office, PublicationId publication, string mark, int copies, CancellationToken cancel)
    {
        if (PublicationLine.PartsOf(publication) is not var (domain, id)) return;
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { OfficeReads.Enter(office) } };
        batch.BatchCommands.Add(copies > 0
            ? GuardSql.Command(Put, [office.Value, domain, id, mark, (short)copies])
            : GuardSql.Command(Remove, [office.Value, domain, id]));
        await batch.ExecuteNonQueryAsync(cancel);
    }
}
