using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>Which file is a publication's. The numbers are stored.</summary>
internal enum FileKind
{
    Cover = 1, Pdf = 2,
}

/// <summary>A file that is somewhere else and not here.</summary>
internal sealed record AwaitedFile(int Publication, PublicationId Id, FileKind Kind, Uri Address);

/// <summary>Which kept files belong to which publications.</summary>
internal sealed class PublicationFiles(PstDatabase database)
{
    const string Awaited = """
        select p.id, p.domain, p.pub_id, kind, case kind when 1 then p.cover_url else p.pdf_url end
        from library.publication p, unnest(array[1, 2]) kind
        where p.domain = $1 and p.withdrawn is null and case kind when 1 then p.cover_url else p.pdf_url end is not null
            and not exists (select from library.publication_file f where f.publication = p.id and f.kind = kind.kind)
        order by p.id, kind
        """;

    const string Keep = "insert into library.file (hash, size, type) values ($1, $2, $3) on conflict do nothing";
    const string Attach = """
        insert into library.publication_file (publication, kind, hash) values ($1, $2, $3)
        on conflict (publication, kind) do update set hash = excluded.hash
        """;

    const string Edition = "update library.edition set number = number + 1";

    const string Find = """
        select file.hash, file.size, file.type from library.publication p
        join library.publication_file own on own.publication = p.id and own.kind = $3 join library.file using (hash)
        where p.domain = $1 and p.pub_id = $2
        """;

    /// <summary>What a domain's publications name and is not here yet.</summary>
    public async Task<IReadOnlyList<AwaitedFile>> AwaitedAsync(string domain, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Awaited);
        command.Parameters.Add(new() { Value = domain });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<AwaitedFile>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(
                rows.GetInt32(0), PublicationLine.IdOf(rows.GetString(1), rows.GetString(2)), (FileKind)rows.GetInt32(3),
                new(rows.GetString(4))));
        return found;
    }

    public async Task AttachAsync(int publication, FileKind kind, StoredFile file, CancellationToken cancel)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection);
        batch.BatchCommands.Add(GuardSql.Command(Keep, [file.Hash, file.Size, file.Type]));
        batch.BatchCommands.Add(GuardSql.Command(Attach, [publication, (short)kind, file.Hash]));
        batch.BatchCommands.Add(new(Edition));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Null where it has none.</summary>
    public async Task<StoredFile?> FindAsync(PublicationId publication, FileKind kind, CancellationToken cancel)
    {
        if (PublicationLine.PartsOf(publication) is not var (domain, id)) return null;
        await using var command = database.App.CreateCommand(Find);
        foreach (var value in new object[] { domain, id, (short)kind }) command.Parameters.Add(new() { Value = value });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? new(rows.GetFieldValue<byte[]>(0), rows.GetInt64(1), rows.GetString(2)) : null;
    }
}
