using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Pst.Web.Library;

/// <summary>What somebody typed, as words that can be looked for: small letters and digits, without accents.</summary>
/// <param name="All">In their order, without those that say nothing where others are left.</param>
/// <param name="Number">The whole as numbers are compared, where it may be one (catalogue, publication, ISSN, ISBN, the id).</param>
internal sealed record SearchWords(IReadOnlyList<string> All, string? Number)
{
    const int MostWords = 12, LongestWord = 40, ShortestNumber = 6, ShortestBeginning = 3;

    // Said in every question and in every abstract.
    static readonly FrozenSet<string> Empty = Set(
        "di ke dari yang dan atau untuk pada dengan oleh dalam ini itu adalah berapa apa apakah bagaimana mana kapan siapa saya ingin mau "
        + "cari mencari tolong the of and in for a an how what many isbn issn katalog nomor no");

    // What a question may say and its answer's title need not.
    static readonly FrozenSet<string> Soft =
        Set("data jumlah tahun angka informasi tabel buku publikasi terbaru terkini lengkap banyaknya total tentang mengenai menurut");

    static readonly FrozenDictionary<string, string[]> Abbreviations = Read();

    public bool IsEmpty => All.Count == 0 && Number is null;

    public static SearchWords Of(string? typed)
    {
        var plain = Plain(typed ?? "");
        string[] all = [.. plain.Split(' ').Where(it => it.Length is > 0 and <= LongestWord).Distinct().Take(MostWords)];
        string[] said = [.. all.Where(it => !Empty.Contains(it))];
        return new(said.Length > 0 ? said : all, NumberIn(all));
    }

    /// <summary>Without the words that an answer need not have.</summary>
    public SearchWords Hard => All.Where(it => !Soft.Contains(it)).ToList() is { Count: > 0 } hard ? this with { All = hard } : this;

    /// <summary>
    /// For to_tsquery with stems: all words but the last, which may be unfinished, each or what it stands for. Null where there are none.
    /// </summary>
    public string? Finished => All.Count > 1 ? string.Join(" & ", All.Take(All.Count - 1).Select(Meant)) : null;

    /// <summary>The last word or what it stands for, as if it were finished; and its beginning where it is long enough to be one.</summary>
    public (string Whole, string Beginning) Last =>
        All is [.., var last]
            ? (Meant(last), last.Length >= ShortestBeginning && !char.IsAsciiDigit(last[0]) ? $"{last}:*" : last) : ("", "");

    /// <summary>A word or what it is short for, as to_tsquery reads it.</summary>
    public static string Meant(string word) =>
        Abbreviations.TryGetValue(word, out var full) ? $"({word} | ({string.Join(" & ", full)}))" : word;

    /// <summary>As library.plain does in the database.</summary>
    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var letter in text.Normalize(NormalizationForm.FormKD))
            if (CharUnicodeInfo.GetUnicodeCategory(letter) is not UnicodeCategory.NonSpacingMark)
                plain.Append(char.IsAsciiLetterOrDigit(letter) ? char.ToLowerInvariant(letter) : ' ');
        return string.Join(' ', plain.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    // Nothing but a number is one: "1102001.9302", "ISBN 978-623-…", an id. A year is a word.
    static string? NumberIn(string[] all)
    {
        var parts = all.SkipWhile(it => it is "isbn" or "issn" or "katalog" or "nomor" or "no").ToList();
        var whole = string.Concat(parts);
        var isNumber = parts.Count == 1 || parts.All(it => char.IsAsciiDigit(it[0]));
        return isNumber && whole.Count(char.IsAsciiDigit) >= ShortestNumber ? whole : null;
    }

    static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();

    static FrozenDictionary<string, string[]> Read()
    {
        using var file = new StreamReader(typeof(SearchWords).Assembly.GetManifestResourceStream("library.abbreviations.txt")!);
        return file.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(it => it.Split(" = "))
            .ToFrozenDictionary(it => it[0], it => it[1].Trim().Split(' '));
    }
}
