using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>
/// Of every publication what an answer is counted by and put in order by, in memory, some ten bytes each: an answer of thousands is
/// counted as fast as it is found. Read anew with each edition of the catalogue.
/// </summary>
internal sealed class SearchColumns
{
    // In one statement, so that what is read is the edition that it says.
    const string Read = """
        select number, publication, standing, year, subject, domain, forms
        from library.edition left join library.search on true order by publication
        """;

    readonly List<Row> rows = [];
    readonly List<string> domains = [];
    int[] places = [];

    SearchColumns() { }

    /// <summary>Of the catalogue when it was read.</summary>
    public long Edition { get; private set; }

    public static async Task<SearchColumns> ReadAsync(PstDatabase database, CancellationToken cancel)
    {
        var (columns, numbers) = (new SearchColumns(), new Dictionary<string, short>());
        await using var command = database.App.CreateCommand(Read);
        await using var found = await command.ExecuteReaderAsync(cancel);
        while (await found.ReadAsync(cancel))
        {
            columns.Edition = found.GetInt64(0);
            if (found.IsDBNull(1)) continue;
            var domain = found.GetString(5);
            if (!numbers.TryGetValue(domain, out var number))
            {
                numbers[domain] = number = (short)columns.domains.Count;
                columns.domains.Add(domain);
            }
            columns.rows.Add(new(
                found.GetInt32(1), found.GetInt32(2), found.GetInt16(3), number, (byte)found.GetInt16(4), (byte)found.GetInt16(6)));
        }
        columns.places = new int[columns.rows.Count == 0 ? 0 : columns.rows[^1].Publication + 1];
        foreach (var (place, row) in columns.rows.Index()) columns.places[row.Publication] = place + 1;
        return columns;
    }

    /// <summary>Everything, the newest first.</summary>
    public FoundPage All(SearchQuestion question)
    {
        var counting = new FacetCounting(question, domains);
        foreach (var row in rows) counting.Add(row, 2100 - row.Year);
        return counting.Page();
    }

    /// <summary>What was found, counted and in order. A publication that came with a later edition waits for that one.</summary>
    public FoundPage Of(SearchQuestion question, int[] publications, int[] tiers)
    {
        var counting = new FacetCounting(question, domains);
        foreach (var (found, publication) in publications.Index())
            if (publication < places.Length && places[publication] is > 0 and var place) counting.Add(rows[place - 1], tiers[found]);
        return counting.Page();
    }

    internal readonly record struct Row(int Publication, int Standing, short Year, short Domain, byte Subject, byte Forms);
}

/// <summary>A page of what was found, and how many of all of it have which value.</summary>
internal sealed record FoundPage(
    int Total, IReadOnlyList<SearchCursor> Page, SearchCursor? Next, IReadOnlyList<FacetCount> Years, IReadOnlyList<FacetCount> Subjects,
    IReadOnlyList<FacetCount> Offices, IReadOnlyList<FacetCount> Forms);
