using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>
/// Looks things up in the catalogue. First all words; where nothing has them, with typing errors put right and without words that say
/// little; where still nothing does, what has some.
/// </summary>
public sealed class CatalogueSearch : IDisposable
{
    const string Edition = "select number from library.edition";

    const string Lines = $"""
        select {PublicationLine.Columns} from library.publication p join library.search s on s.publication = p.id where p.id = any($1)
        """;

    const string One = $"""
        select {PublicationLine.Columns} from library.publication p join library.search s on s.publication = p.id
        where p.domain = $1 and p.pub_id = $2
        """;

    readonly PstDatabase database;
    readonly Corrections corrections;
    readonly SemaphoreSlim reading = new(1);
    volatile SearchColumns? columns;

    public CatalogueSearch(PstDatabase database)
    {
        this.database = database;
        corrections = new(database);
    }

    /// <summary>
    /// What is found, with the facets of all of it. Choices narrow what has the words and do not change how it was found: where they leave
    /// nothing, the facets say where it is.
    /// </summary>
    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancel)
    {
        var words = SearchWords.Of(question.Text);
        if (words.IsEmpty)
        {
            var everything = (await ColumnsAsync(await EditionAsync(cancel), cancel)).All(question);
            return await TellAsync(SearchWay.Exact, words.All, everything, cancel);
        }
        var (way, used, hits) = await LookAsync(words, cancel);
        return await TellAsync(way, used, (await ColumnsAsync(hits.Edition, cancel)).Of(question, hits.Publications, hits.Tiers), cancel);
    }

    /// <summary>One publication; null where there is none.</summary>
    public async Task<PublicationLine?> FindAsync(PublicationId id, CancellationToken cancel)
    {
        if (PublicationLine.PartsOf(id) is not var (domain, own)) return null;
        await using var command = database.App.CreateCommand(One);
        command.Parameters.Add(new() { Value = domain });
        command.Parameters.Add(new() { Value = own });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? PublicationLine.Read(rows).Line : null;
    }

    public void Dispose() => reading.Dispose();

    async Task<(SearchWay Way, IReadOnlyList<string> Words, Hits Hits)> LookAsync(SearchWords words, CancellationToken cancel)
    {
        var exact = await HitsAsync(SearchSql.With(words), cancel);
        if (exact.Any) return (SearchWay.Exact, words.All, exact);
        if (words.All.Count == 0) return (SearchWay.Nothing, words.All, exact);

        var meant = await corrections.OfAsync(words.All, cancel);
        var put = words with { All = [.. meant.Select(it => it.Meant ?? it.Word)] };
        foreach (var tried in new[] { put, put.Hard }.Where(it => !it.All.SequenceEqual(words.All)).DistinctBy(it => it.All.Count))
            if (await HitsAsync(SearchSql.With(tried), cancel) is { Any: true } corrected)
                return (SearchWay.Corrected, tried.All, corrected);
        return await SomeAsync(put.Hard.All, cancel) is { Any: true } some
            ? (SearchWay.Partial, put.Hard.All, some) : (SearchWay.Nothing, words.All, exact);
    }

    // A rare word says more than one that stands everywhere; the rarest lead, so that little has to be weighed.
    async Task<Hits?> SomeAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        var known = (await corrections.OfAsync(words, cancel)).Where(it => it.Uses > 0).OrderBy(it => it.Uses).ToList();
        if (known.Count == 0) return null;
        var most = known[^1].Uses + 1;
        var weights = known.Select((it, place) =>
            (it.Word, Weight: 10 + (int)(20 * Math.Log((double)most / it.Uses)), Leads: place < (known.Count + 1) / 2)).ToList();
        return await HitsAsync(SearchSql.WithSome(weights), cancel);
    }

    async Task<Hits> HitsAsync(NpgsqlCommand search, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var _ = search;
        search.Connection = connection;
        await using var rows = await search.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return new(rows.GetInt64(0), rows.GetFieldValue<int[]>(1), rows.GetFieldValue<int[]>(2));
    }

    async Task<long> EditionAsync(CancellationToken cancel)
    {
        await using var edition = database.App.CreateCommand(Edition);
        return (long)(await edition.ExecuteScalarAsync(cancel))!;
    }

    // One reads for all who wait.
    async Task<SearchColumns> ColumnsAsync(long edition, CancellationToken cancel)
    {
        if (columns is { } known && known.Edition >= edition) return known;
        await reading.WaitAsync(cancel);
        try
        {
            return columns is { } meanwhile && meanwhile.Edition >= edition
                ? meanwhile : columns = await SearchColumns.ReadAsync(database, cancel);
        }
        finally { reading.Release(); }
    }

    async Task<SearchAnswer> TellAsync(SearchWay way, IReadOnlyList<string> words, FoundPage found, CancellationToken cancel)
    {
        var lines = await LinesAsync([.. found.Page.Select(it => it.Publication)], cancel);
        return new(
            way, words, found.Total, [.. found.Page.Select(it => lines[it.Publication])], found.Next, found.Years, found.Subjects,
            found.Offices, found.Forms);
    }

    async Task<Dictionary<int, PublicationLine>> LinesAsync(int[] keys, CancellationToken cancel)
    {
        if (keys.Length == 0) return [];
        await using var command = database.App.CreateCommand(Lines);
        command.Parameters.Add(new() { Value = keys });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<int, PublicationLine>();
        while (await rows.ReadAsync(cancel))
        {
            var (key, line) = PublicationLine.Read(rows);
            found.Add(key, line);
        }
        return found;
    }

    sealed record Hits(long Edition, int[] Publications, int[] Tiers)
    {
        public bool Any => Publications.Length > 0;
    }
}
