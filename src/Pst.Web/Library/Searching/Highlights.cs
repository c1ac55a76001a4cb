namespace Pst.Web.Library;

/// <summary>
/// Marks in a text what was looked for: the word itself, its beginning, and its forms as far as they share what is between affixes.
/// </summary>
internal static class Highlights
{
    static readonly string[] Before =
        ["memper", "member", "meng", "meny", "mem", "men", "peng", "peny", "pem", "pen", "ber", "ter", "me", "pe", "di", "ke", "se"];
    static readonly string[] Behind = ["kannya", "annya", "nya", "kan", "an", "i"];
    const int ShortestCore = 4;

    public static IReadOnlyList<(string Text, bool IsFound)> Of(string text, IReadOnlyList<string> words)
    {
        var cores = words.Select(CoreOf).ToList();
        var pieces = new List<(string Text, bool IsFound)>();
        for (var at = 0; at < text.Length;)
        {
            var isWord = char.IsLetterOrDigit(text[at]);
            var end = at;
            while (end < text.Length && char.IsLetterOrDigit(text[end]) == isWord) end++;
            var piece = text[at..end];
            var isFound = isWord && IsFound(SearchWords.Plain(piece), words, cores);
            if (pieces.Count > 0 && pieces[^1].IsFound == isFound) pieces[^1] = (pieces[^1].Text + piece, isFound);
            else pieces.Add((piece, isFound));
            at = end;
        }
        return pieces;
    }

    static bool IsFound(string written, IReadOnlyList<string> words, IReadOnlyList<string> cores) =>
        words.Any(it => written == it || (it.Length >= 3 && !char.IsAsciiDigit(it[0]) && written.StartsWith(it, StringComparison.Ordinal)))
        || cores.Any(it => it.Length >= ShortestCore && CoreOf(written) == it);

    static string CoreOf(string word)
    {
        var (before, behind) = (
            Before.FirstOrDefault(it => word.Length - it.Length >= ShortestCore && word.StartsWith(it, StringComparison.Ordinal)) ?? "",
            Behind.FirstOrDefault(it => word.Length - it.Length >= ShortestCore && word.EndsWith(it, StringComparison.Ordinal)) ?? "");
        return word.Length - before.Length - behind.Length >= ShortestCore ? word[before.Length..^behind.Length] : word;
    }
}
