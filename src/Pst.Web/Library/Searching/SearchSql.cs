using Npgsql;
using NpgsqlTypes;

namespace Pst.Web.Library;

/// <summary>
/// What has the words, as one row: the catalogue's edition, the publications and how near each is (the less, the nearer). Counting by facet
/// and putting in order is done with <see cref="SearchColumns"/>. What is asked is made once, not again for every row that is found.
/// </summary>
internal sealed class SearchSql
{
    /// <summary>Of rows that are found by a number, by their titles, by what else is said of them.</summary>
    const int ByNumber = 0, ByTitle = 1, ByWords = 2;

    readonly List<NpgsqlParameter> values = [];

    SearchSql() { }

    /// <summary>What has all the words, or the number.</summary>
    public static NpgsqlCommand With(SearchWords words)
    {
        var sql = new SearchSql();
        var asked = words.All.Count == 0 ? "null::tsquery" : sql.Asked(words);
        var (numberTier, orNumber) = ("", "");
        if (words.Number is { } number)
        {
            var isIt = $"numbers @> array[{sql.Value(number)}]";
            (numberTier, orNumber) = ($"when {isIt} then {ByNumber} ", $" or {isIt}");
        }
        return sql.Command(
            $"{asked} as q", $"case {numberTier}when title @@ {The("q")} then {ByTitle} else {ByWords} end",
            $"words @@ {The("q")}{orNumber}");
    }

    /// <summary>What has some of the words: the more and the rarer the better, in a title twice as much.</summary>
    /// <param name="weights">What each word counts; those without are looked for in what the others found.</param>
    public static NpgsqlCommand WithSome(IReadOnlyList<(string Word, int Weight, bool Leads)> weights)
    {
        var sql = new SearchSql();
        var asked = weights.Select(it => $"to_tsquery('pg_catalog.indonesian', {sql.Value(SearchWords.Meant(it.Word))})").ToList();
        var score = string.Join(" + ", weights.Select((it, n) =>
            $"case when title @@ {The($"q{n}")} then {2 * it.Weight} when words @@ {The($"q{n}")} then {it.Weight} else 0 end"));
        var leading = string.Join(" || ", asked.Where((_, n) => weights[n].Leads));
        return sql.Command(
            $"{leading} as q, {string.Join(", ", asked.Select((it, n) => $"{it} as q{n}"))}", $"1000000 - ({score})",
            $"words @@ {The("q")}");
    }

    string Asked(SearchWords words)
    {
        var (whole, beginning) = words.Last;
        var last = $"(to_tsquery('pg_catalog.indonesian', {Value(whole)}) || to_tsquery('pg_catalog.simple', {Value(beginning)}))";
        return words.Finished is { } finished ? $"to_tsquery('pg_catalog.indonesian', {Value(finished)}) && {last}" : last;
    }

    NpgsqlCommand Command(string asked, string tier, string condition)
    {
        var command = new NpgsqlCommand($"""
            with asked as materialized (select {asked})
            select (select number from library.edition), coalesce(array_agg(publication), array[]::integer[]),
                coalesce(array_agg({tier}), array[]::integer[])
            from library.search where {condition}
            """);
        foreach (var value in values) command.Parameters.Add(value);
        return command;
    }

    static string The(string asked) => $"(select {asked} from asked)";

    string Value(string value)
    {
        values.Add(new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text });
        return $"${values.Count}";
    }
}
