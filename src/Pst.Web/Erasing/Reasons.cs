using System.Text.RegularExpressions;

namespace Pst.Web.Erasing;

/// <summary>The words by which somebody says why a person is to be forgotten.</summary>
static partial class Reasons
{
    const int ShortestName = 3;

    /// <summary>Whether they name the person: then they are not kept, for nothing of the person is.</summary>
    /// <param name="words">What the person is called, and where they are reached.</param>
    public static bool Names(string reason, IReadOnlyList<string> words)
    {
        var said = Word().Matches(reason).Select(it => it.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return words.Any(it => reason.Contains(it, StringComparison.OrdinalIgnoreCase))
            || words.SelectMany(it => it.Split(' ')).Any(it => it.Length >= ShortestName && said.Contains(it));
    }

    [GeneratedRegex(@"[\p{L}\p{N}']+")]
    private static partial Regex Word();
}
