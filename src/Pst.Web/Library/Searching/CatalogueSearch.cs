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

    /// <summary>What is found, with the facets of all of it.</summary>
    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancel)
    {
        var words = SearchWords.Of(question.Text);
        if (words.IsEmpty) return await EverythingAsync(question, words, cancel);
        var exact = await AnswerAsync(SearchWay.Exact, words.All, SearchSql.With(words), question, cancel);
        if (exact.Total > 0 || words.All.Count == 0) return exact.Total > 0 ? exact : exact with { Way = SearchWay.Nothing };

        var meant = await corrections.OfAsync(words.All, cancel);
        var put = words with { All = [.. meant.Select(it => it.Meant ?? it.Word)] };
        foreach (var tried in new[] { put, put.Hard }.Where(it => !it.All.SequenceEqual(words.All)).DistinctBy(it => it.All.Count))
        {
            var corrected = await AnswerAsync(SearchWay.Corrected, tried.All, SearchSql.With(tried), question, cancel);
            if (corrected.Total > 0) return corrected;
        }
        return await SomeAsync(question, put.Hard.All, cancel) is { Total: > 0 } some ? some : exact with { Way = SearchWay.Nothing };
    }

    // A rare word says more than one that stands everywhere; the rarest lead, so that little has to be weighed.
    async Task<SearchAnswer?> SomeAsync(SearchQuestion question, IReadOnlyList<string> words, CancellationToken cancel)
    {
        var known = (await corrections.OfAsync(words, cancel)).Where(it => it.Uses > 0).OrderBy(it => it.Uses).ToList();
        if (known.Count == 0) return null;
        var most = known[^1].Uses + 1;
        var weights = known.Select((it, place) =>
            (it.Word, Weight: 10 + (int)(20 * Math.Log((double)most / it.Uses)), Leads: place < (known.Count + 1) / 2)).ToList();
        return await AnswerAsync(SearchWay.Partial, words, SearchSql.WithSome(weights), question, cancel);
    }

    public void Dispose() => reading.Dispose();

    async Task<SearchAnswer> EverythingAsync(SearchQuestion question, SearchWords words, CancellationToken cancel)
    {
        await using var edition = database.App.CreateCommand(Edition);
        var now = await ColumnsAsync((long)(await edition.ExecuteScalarAsync(cancel))!, cancel);
        return await TellAsync(SearchWay.Exact, words.All, now.All(question), cancel);
    }

    async Task<SearchAnswer> AnswerAsync(
        SearchWay way, IReadOnlyList<string> words, NpgsqlCommand search, SearchQuestion question, CancellationToken cancel)
    {
        var (edition, publications, tiers) = await HitsAsync(search, cancel);
        return await TellAsync(way, words, (await ColumnsAsync(edition, cancel)).Of(question, publications, tiers), cancel);
    }

    async Task<(long Edition, int[] Publications, int[] Tiers)> HitsAsync(NpgsqlCommand search, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var _ = search;
        search.Connection = connection;
        await using var rows = await search.ExecuteReaderAsync(cancel);
        await rows.ReadAsync(cancel);
        return (rows.GetInt64(0), rows.GetFieldValue<int[]>(1), rows.GetFieldValue<int[]>(2));
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
}
