using Npgsql;
using NpgsqlTypes;

namespace Pst.Web.Library;

/// <summary>
/// The search as one statement: what has the words is gathered once, then counted by facet and put in order. Only filters that are set
/// stand in it, for a plan is made once and kept. A facet's own filter does not count in it: one sees what the other choices would give.
/// </summary>
internal sealed class SearchSql
{
    /// <summary>Of rows that are found by a number, by their titles, by what else is said of them.</summary>
    const int ByNumber = 0, ByTitle = 1, ByWords = 2;

    readonly List<NpgsqlParameter> values = [];
    readonly SearchQuestion question;
    readonly List<(string Facet, string Condition)> filters = [];

    SearchSql(SearchQuestion question)
    {
        this.question = question;
        if (question.Year is { } year) filters.Add(("year", $"year = {Value((short)year)}"));
        if (question.Subject is { } subject) filters.Add(("subject", $"subject = {Value((short)subject)}"));
        if (question.Office is { } office) filters.Add(("domain", $"domain = {Value(office.Value)}"));
        if (question.Form is { } form) filters.Add(("forms", $"forms & {Value((short)PublicationLine.BitOf(form))} > 0"));
    }

    /// <summary>Everything, the newest first.</summary>
    public static NpgsqlCommand All(SearchQuestion question)
    {
        var sql = new SearchSql(question);
        return sql.Command("select publication, standing, year, subject, domain, forms, 2100 - year as tier from library.search");
    }

    /// <summary>What has all the words, or the number.</summary>
    public static NpgsqlCommand With(SearchQuestion question, SearchWords words)
    {
        var sql = new SearchSql(question);
        var (whole, beginning) = words.Last;
        var asked = words.All.Count == 0 ? "null::tsquery" : sql.Asked(words.Finished, whole, beginning);
        var (numberTier, orNumber) = ("", "");
        if (words.Number is { } number)
        {
            var isIt = $"numbers @> array[{sql.Value(number)}]";
            (numberTier, orNumber) = ($"when {isIt} then {ByNumber} ", $" or {isIt}");
        }
        return sql.Command($"""
            select publication, standing, year, subject, domain, forms,
                case {numberTier}when title @@ q then {ByTitle} else {ByWords} end as tier
            from library.search, asked where words @@ q{orNumber}
            """, $"{asked} as q");
    }

    /// <summary>What has some of the words: the more and the rarer the better, in a title twice as much.</summary>
    /// <param name="weights">What each word counts; those without are looked for in what the others found.</param>
    public static NpgsqlCommand WithSome(SearchQuestion question, IReadOnlyList<(string Word, int Weight, bool Leads)> weights)
    {
        var sql = new SearchSql(question);
        var asked = weights.Select(it => $"to_tsquery('pg_catalog.indonesian', {sql.Value(SearchWords.Meant(it.Word))})").ToList();
        var score = string.Join(" + ", weights.Select((it, n) =>
            $"case when title @@ q{n} then {2 * it.Weight} when words @@ q{n} then {it.Weight} else 0 end"));
        var leading = string.Join(" || ", asked.Where((_, n) => weights[n].Leads));
        return sql.Command($"""
            select publication, standing, year, subject, domain, forms, 1000000 - ({score}) as tier
            from library.search, asked where words @@ q
            """, $"{leading} as q, {string.Join(", ", asked.Select((it, n) => $"{it} as q{n}"))}");
    }

    string Asked(string? finished, string whole, string beginning)
    {
        var last = $"(to_tsquery('pg_catalog.indonesian', {Value(whole)}) || to_tsquery('pg_catalog.simple', {Value(beginning)}))";
        return finished is null ? last : $"to_tsquery('pg_catalog.indonesian', {Value(finished)}) && {last}";
    }

    // What is asked is made once: within the query it would be made again for every row that is found.
    NpgsqlCommand Command(string found, string asked = "null as q")
    {
        var kept = filters.Count == 0 ? "found" : "kept";
        List<string> parts =
        [
            $"with asked as materialized (select {asked}), found as materialized ({found}), "
                + $"kept as ({Where("select * from found", filters.Select(it => it.Condition))}) "
                + $"select 0, '', count(*)::integer, 0, 0 from {kept}",
        ];
        foreach (var (number, facet) in ((string[])["year", "subject", "domain", "forms"]).Index())
        {
            var others = Where("select * from found", filters.Where(it => it.Facet != facet).Select(it => it.Condition));
            parts.Add($"select {number + 1}, {facet}::text, count(*)::integer, 0, 0 from ({others}) others group by {facet}");
        }
        var behind = question.After is { } after
            ? $"where (tier, standing, publication) > ({Value(after.Tier)}, {Value(after.Standing)}, {Value(after.Publication)}) " : "";
        parts.Add($"(select 5, '', publication, tier, standing from {kept} {behind}"
            + $"order by tier, standing, publication limit {Value(question.Limit + 1)})");
        var command = new NpgsqlCommand(string.Join(" union all ", parts));
        foreach (var value in values) command.Parameters.Add(value);
        return command;
    }

    static string Where(string select, IEnumerable<string> conditions) =>
        string.Join(" and ", conditions) is { Length: > 0 } all ? $"{select} where {all}" : select;

    string Value<T>(T value) where T : notnull
    {
        values.Add(value is string ? new() { Value = value, NpgsqlDbType = NpgsqlDbType.Text } : new NpgsqlParameter { Value = value });
        return $"${values.Count}";
    }
}
