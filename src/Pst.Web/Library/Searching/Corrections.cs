using System.Globalization;
using Npgsql;
using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>What somebody may have meant who typed what no title or abstract has.</summary>
internal sealed class Corrections(PstDatabase database)
{
    // The nearest by shared trigrams, of a word that is none; which of them is nearest by mistakes of the hand is told below.
    const string Near = """
        select word, uses is not null or is_beginning, coalesce(uses, 0), case when uses is null and not is_beginning then (
            select array_agg(near.word || ' ' || near.uses) from (
                select word, uses from library.word order by word operator(library.<->) asked.word limit 24) near) end
        from (
            select word, place, (select uses from library.word known where known.word = given.word) as uses,
                place = $2 and exists (select from library.word known where known.word like given.word || '%') as is_beginning
            from unnest($1::text[]) with ordinality given(word, place)) asked
        order by place
        """;

    /// <summary>Each word, how many texts have it, and what was rather meant; null where it is a word, or nothing is near.</summary>
    public async Task<IReadOnlyList<(string Word, int Uses, string? Meant)>> OfAsync(IReadOnlyList<string> words, CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(Near);
        command.Parameters.Add(new() { Value = words.ToArray() });
        command.Parameters.Add(new() { Value = (long)words.Count });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(string, int, string?)>();
        while (await rows.ReadAsync(cancel))
        {
            var (word, isKnown) = (rows.GetString(0), rows.GetBoolean(1));
            var near = isKnown || rows.IsDBNull(3) || word.Any(char.IsAsciiDigit) ? [] : rows.GetFieldValue<string[]>(3);
            found.Add((word, rows.GetInt32(2), Nearest(word, near)));
        }
        return found;
    }

    static string? Nearest(string typed, string[] near) => near
        .Select(it => it.Split(' '))
        .Select(it => (Word: it[0], Uses: int.Parse(it[1], CultureInfo.InvariantCulture), Far: Distance(typed, it[0])))
        .Where(it => it.Far <= (typed.Length < 4 ? 0 : typed.Length < 6 ? 1 : typed.Length < 9 ? 2 : 3))
        .OrderBy(it => it.Far).ThenByDescending(it => it.Uses).ThenBy(it => it.Word, StringComparer.Ordinal)
        .Select(it => it.Word).FirstOrDefault();

    /// <summary>Letters left out, added, mistaken, or two of them swapped (optimal string alignment).</summary>
    internal static int Distance(string one, string other)
    {
        var far = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++) far[i, 0] = i;
        for (var j = 0; j <= other.Length; j++) far[0, j] = j;
        for (var i = 1; i <= one.Length; i++)
            for (var j = 1; j <= other.Length; j++)
            {
                var mistaken = far[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1);
                far[i, j] = Math.Min(mistaken, Math.Min(far[i - 1, j], far[i, j - 1]) + 1);
                if (i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1])
                    far[i, j] = Math.Min(far[i, j], far[i - 2, j - 2] + 1);
            }
        return far[one.Length, other.Length];
    }
}
