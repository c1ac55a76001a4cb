using System.Globalization;
using Npgsql;
using Pst.Domain;

namespace Pst.Web.Library;

/// <summary>Where printed copies of a publication stand.</summary>
public sealed record Shelf(OfficeCode Office, string Mark, int Copies);

/// <summary>A publication as it is shown.</summary>
/// <param name="Id">The domain and the id there: what visits name when it is read, and what labels say.</param>
/// <param name="Office">Who published it.</param>
/// <param name="Withdrawn">When it was found gone upstream; null while it is there.</param>
public sealed record PublicationLine(
    PublicationId Id, string Title, string? Abstract, string? CatalogueNumber, string? PublicationNumber, string? Issn, OfficeCode Office,
    Subject Subject, IReadOnlyList<ReadingForm> Forms, DateOnly? Released, string? Size, DateTimeOffset? Withdrawn,
    IReadOnlyList<Shelf> Shelves, bool HasCover)
{
    /// <summary>Of the release; null where that is not told.</summary>
    public int? Year => Released?.Year;

    internal const string Columns = """
        p.id, p.domain, p.pub_id, p.title, p.abstract, p.kat_no, p.pub_no, p.issn, p.subject, s.forms, coalesce(p.released, p.scheduled),
        p.size, p.withdrawn,
        (select coalesce(array_agg(c.tenant_id || ' ' || c.copies || ' ' || c.shelf order by c.tenant_id), '{}')
            from library.copy c where c.publication = p.id),
        exists (select from library.publication_file f where f.publication = p.id and f.kind = 1)
        """;

    internal static (int Key, PublicationLine Line) Read(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var shelves = row.GetFieldValue<string[]>(13).Select(it => it.Split(' ', 3))
            .Select(it => new Shelf(new(it[0]), it[2], int.Parse(it[1], CultureInfo.InvariantCulture))).ToList();
        return (row.GetInt32(0), new(
            IdOf(row.GetString(1), row.GetString(2)), row.GetString(3), Text(4), Text(5), Text(6), Text(7), new(row.GetString(1)),
            (Subject)row.GetInt16(8), [.. Both.Where(it => (row.GetInt16(9) & BitOf(it)) > 0)],
            row.IsDBNull(10) ? null : row.GetFieldValue<DateOnly>(10), Text(11),
            row.IsDBNull(12) ? null : row.GetFieldValue<DateTimeOffset>(12), shelves, row.GetBoolean(14)));
    }

    static readonly ReadingForm[] Both = [ReadingForm.Digital, ReadingForm.Printed];

    /// <summary>As the search's table keeps them.</summary>
    internal static int BitOf(ReadingForm form) => form is ReadingForm.Digital ? 1 : 2;

    internal static PublicationId IdOf(string domain, string id) => new($"{domain}-{id}");

    /// <summary>Null where it is none of the catalogue's ids.</summary>
    internal static (string Domain, string Id)? PartsOf(PublicationId id) =>
        id.Value is [_, _, _, _, '-', _, ..] text && OfficeCode.TryParse(text[..4], null, out _) ? (text[..4], text[5..]) : null;
}
