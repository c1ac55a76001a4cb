using Pst.Web.Hosting;

namespace Pst.Web.Library;

/// <summary>What was looked for in a month and not found, and how often.</summary>
public sealed record MissedWord(string Words, DateOnly Month, int Times);

/// <summary>
/// Counts what the catalogue lacks, for the librarian. Nobody is asked who asked; what may be an address or somebody's number is not kept,
/// and after a year nothing is.
/// </summary>
public sealed class MissedWords(PstDatabase database, TimeProvider clock)
{
    const int LongestWords = 60, LongestNumber = 7, Most = 100;

    const string Count = """
        insert into library.missed (words, month, times) values ($1, $2, 1)
        on conflict (words, month) do update set times = missed.times + 1
        """;

    const string Often = """
        select words, max(month), sum(times)::integer from library.missed where month > $1
        group by words order by 3 desc, 2 desc, 1 limit $2
        """;

    public async Task CountAsync(string typed, CancellationToken cancel)
    {
        if (WordsOf(typed) is not { } words) return;
        await using var count = database.App.CreateCommand(Count);
        count.Parameters.Add(new() { Value = words });
        count.Parameters.Add(new() { Value = ThisMonth });
        await count.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Of the last twelve months, what was missed most often first.</summary>
    public async Task<IReadOnlyList<MissedWord>> ListAsync(CancellationToken cancel)
    {
        await using var often = database.App.CreateCommand(Often);
        often.Parameters.Add(new() { Value = ThisMonth.AddYears(-1) });
        often.Parameters.Add(new() { Value = Most });
        await using var rows = await often.ExecuteReaderAsync(cancel);
        var found = new List<MissedWord>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetString(0), rows.GetFieldValue<DateOnly>(1), rows.GetInt32(2)));
        return found;
    }

    /// <summary>As it is counted; null where it is not.</summary>
    internal static string? WordsOf(string typed)
    {
        var plain = SearchWords.Plain(typed);
        var longest = string.Concat(plain.Where(it => it != ' ')).Split([.. "abcdefghijklmnopqrstuvwxyz"]).Max(it => it.Length);
        return plain.Length is 0 or > LongestWords || typed.Contains('@') || longest > LongestNumber ? null : plain;
    }

    DateOnly ThisMonth => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime) is var today ? new(today.Year, today.Month, 1) : default;
}
