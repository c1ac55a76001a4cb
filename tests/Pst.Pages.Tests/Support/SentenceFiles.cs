using System.Text.RegularExpressions;
using Pst.Testing;

namespace Pst.Pages.Tests.Support;

/// <summary>The pages' sentences, as they stand in the sources.</summary>
public static partial class SentenceFiles
{
    static readonly string Program = Path.Combine(Shared.Root, "src", "Pst.Web"), Folder = Path.Combine(Program, "Pages");

    public static IReadOnlySet<string> Keys(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(it => it is [not ';', ..]).Select(it => it.Split('=')[0].Trim()).ToHashSet();

    /// <summary>Every word and sentence that stands on pages in Indonesian.</summary>
    public static IReadOnlySet<string> Indonesian() => Values("Sentences.restext").Concat(InPages()).ToHashSet();

    /// <summary>The same in English.</summary>
    public static IReadOnlySet<string> English() => Values("Sentences.en.restext").ToHashSet();

    /// <summary>What pages say in Indonesian, word for word; keys that are put together at run time are not among them.</summary>
    public static IReadOnlySet<string> InPages() =>
        Directory.EnumerateFiles(Program, "*.cs*", SearchOption.AllDirectories).Where(it => !Made().IsMatch(it))
            .SelectMany(it => Said().Matches(File.ReadAllText(it)).Select(match => match.Groups["said"].Value)).ToHashSet();

    static IEnumerable<string> Values(string file) =>
        File.ReadLines(Path.Combine(Folder, file)).Where(it => it.Contains('=')).Select(it => it.Split('=', 2)[1].Trim());

    [GeneratedRegex("""[Tt]ext\["(?<said>[^"{]*(\{\d[^}]*\}[^"{]*)*)"|"/[a-z]+", "(?<said>[A-Z][^"]*)"\)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"[/\\](bin|obj)[/\\]")]
    private static partial Regex Made();
}
