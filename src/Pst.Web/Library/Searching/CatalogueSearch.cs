using System.Globalization;
using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>
/// Looks things up in the catalogue. First all words; where nothing has them, with typing errors put right and without words that say
/// little; where still nothing does, what has some.
/// </summary>
public sealed class CatalogueSearch
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
    readonly KeptAnswers kept = new();

    public CatalogueSearch(PstDatabase database)
    {
        this.database = database;
        corrections = new(database);
    }

    /// <summary>What is found, with the facets of all of it.</summary>
    public async Task<SearchAnswer> AskAsync(SearchQuestion question, CancellationToken cancel)
    {
        var edition = (long)(await ScalarAsync(Edition, cancel))!;
        if (kept.Find(edition, question) is { } known) return known;
        var answer = await LookAsync(question, cancel);
        kept.Keep(edition, question, answer);
        return answer;
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

    async Task<SearchAnswer> LookAsync(SearchQuestion question, CancellationToken cancel)
    {
        var words = SearchWords.Of(question.Text);
        if (words.IsEmpty) return await AnswerAsync(SearchWay.Exact, words.All, SearchSql.All(question), question, cancel);
        var exact = await AnswerAsync(SearchWay.Exact, words.All, SearchSql.With(question, words), question, cancel);
        if (exact.Total > 0 || words.All.Count == 0) return exact.Total > 0 ? exact : exact with { Way = SearchWay.Nothing };

        var meant = await corrections.OfAsync(words.All, cancel);
        var put = words with { All = [.. meant.Select(it => it.Meant ?? it.Word)] };
        foreach (var tried in new[] { put, put.Hard }.Where(it => !it.All.SequenceEqual(words.All)).DistinctBy(it => it.All.Count))
        {
            var corrected = await AnswerAsync(SearchWay.Corrected, tried.All, SearchSql.With(question, tried), question, cancel);
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
        return await AnswerAsync(SearchWay.Partial, words, SearchSql.WithSome(question, weights), question, cancel);
    }

    async Task<SearchAnswer> AnswerAsync(
        SearchWay way, IReadOnlyList<string> words, NpgsqlCommand search, SearchQuestion question, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var _ = search;
        search.Connection = connection;
        var (total, facets, page) = (0, new List<FacetCount>[] { [], [], [], [] }, new List<SearchCursor>());
        await using (var rows = await search.ExecuteReaderAsync(cancel))
            while (await rows.ReadAsync(cancel))
                switch (rows.GetInt32(0))
                {
                    case 0: total = rows.GetInt32(2); break;
                    case 5: page.Add(new(rows.GetInt32(3), rows.GetInt32(4), rows.GetInt32(2))); break;
                    case var facet: facets[facet - 1].Add(new(rows.GetString(1), rows.GetInt32(2))); break;
                }
        var shown = page.Take(question.Limit).ToList();
        var lines = await LinesAsync(connection, [.. shown.Select(it => it.Publication)], cancel);
        return new(
            way, words, total, [.. shown.Select(it => lines[it.Publication])], page.Count > question.Limit ? shown[^1] : null,
            [.. facets[0].Where(it => it.Key != "0").OrderByDescending(it => it.Key, StringComparer.Ordinal)], SubjectsOf(facets[1]),
            Most(facets[2]), FormsOf(facets[3]));
    }

    static List<FacetCount> Most(List<FacetCount> counts) =>
        [.. counts.OrderByDescending(it => it.Count).ThenBy(it => it.Key, StringComparer.Ordinal)];

    static List<FacetCount> SubjectsOf(List<FacetCount> counts) =>
        Most([.. counts.Select(it => it with { Key = Words.Of((Subject)int.Parse(it.Key, CultureInfo.InvariantCulture)) })]);

    // What is there in both forms counts in each.
    static IReadOnlyList<FacetCount> FormsOf(List<FacetCount> counts) =>
    [
        .. new[] { ReadingForm.Digital, ReadingForm.Printed }.Select(form => new FacetCount(
            Words.Of(form),
            counts.Where(it => (int.Parse(it.Key, CultureInfo.InvariantCulture) & PublicationLine.BitOf(form)) > 0).Sum(it => it.Count)))
            .Where(it => it.Count > 0),
    ];

    static async Task<Dictionary<int, PublicationLine>> LinesAsync(NpgsqlConnection connection, int[] keys, CancellationToken cancel)
    {
        if (keys.Length == 0) return [];
        await using var command = new NpgsqlCommand(Lines, connection) { Parameters = { new() { Value = keys } } };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<int, PublicationLine>();
        while (await rows.ReadAsync(cancel))
        {
            var (key, line) = PublicationLine.Read(rows);
            found.Add(key, line);
        }
        return found;
    }

    async Task<object?> ScalarAsync(string sql, CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(sql);
        return await command.ExecuteScalarAsync(cancel);
    }
}
