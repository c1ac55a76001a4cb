using System.Globalization;
using System.Resources;

namespace Pst.Domain;

/// <summary>What is wrong, by the field's path as in the body: "visitor.email", "local.hours.mon[1]"; "$" is the body itself.</summary>
public sealed class InputErrors
{
    static readonly ResourceManager Texts = new(typeof(InputError));

    readonly SortedDictionary<string, List<InputError>> byPath = new(StringComparer.Ordinal);

    public IEnumerable<string> Paths => byPath.Keys;

    public bool IsEmpty => byPath.Count == 0;

    public IReadOnlyList<InputError> At(string path) => byPath.GetValueOrDefault(path, []);

    /// <summary>The same for people, in the language of <paramref name="culture"/>.</summary>
    public IReadOnlyDictionary<string, string[]> Sentences(CultureInfo culture) =>
        byPath.ToDictionary(it => it.Key, it => it.Value.Select(error => Sentence(error, culture)).ToArray());

    /// <summary>One fault, found by whoever knows a rule that the reader cannot know.</summary>
    public static InputErrors Of(string path, InputError error)
    {
        var errors = new InputErrors();
        errors.Add(path, error);
        return errors;
    }

    internal void Add(string path, InputError error)
    {
        if (!byPath.TryGetValue(path, out var errors)) byPath.Add(path, errors = []);
        errors.Add(error);
    }

    static string Sentence(InputError error, CultureInfo culture) =>
        string.Format(culture, Texts.GetString(error.Code, culture)!, error.Values());
}
