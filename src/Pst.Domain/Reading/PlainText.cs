namespace Pst.Domain;

/// <summary>What may stand in a text that people typed. Texts are taken as they are: nothing is trimmed or replaced.</summary>
internal static class PlainText
{
    /// <summary>One line: not blank, at most <paramref name="max"/> characters, no control characters, no half of a surrogate pair.</summary>
    public static bool IsLine(string? text, int max) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= max && IsClean(text, lines: false);

    /// <param name="text">The text as it came.</param>
    /// <param name="lines">Whether it may hold line breaks.</param>
    public static bool IsClean(string text, bool lines)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsControl(text[i]) && !(lines && text[i] is '\n' or '\r')) return false;
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1])) i++;
            else if (char.IsSurrogate(text[i])) return false;
        }
        return true;
    }
}
