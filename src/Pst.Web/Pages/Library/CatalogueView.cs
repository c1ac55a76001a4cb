using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>An answer of the catalogue as the page shows it.</summary>
public sealed record CatalogueView(CatalogueAddress Asked, SearchAnswer Answer, IReadOnlyDictionary<OfficeCode, string> Names)
{
    const int SnippetLength = 220, SnippetBefore = 60;

    /// <summary>Who published something; of an office that is not here the code is all that is known.</summary>
    public string NameOf(OfficeCode office) => Names.GetValueOrDefault(office, $"BPS {office}");

    /// <summary>The facets: how each is called in the address, and its choices with their names.</summary>
    public IEnumerable<(string Name, string Title, string? Chosen, IReadOnlyList<(string Key, string Name, int Count)> Choices)> Facets(
        IStringLocalizer text)
    {
        yield return Facet("tahun", text["Tahun terbit"], Answer.Years, it => it);
        yield return Facet("subjek", text["Subjek"], Answer.Subjects, it => text[$"subject.{it}"]);
        yield return Facet("kantor", text["Penerbit"], Answer.Offices, it => NameOf(new(it)));
        yield return Facet("bentuk", text["Bentuk"], Answer.Forms, it => text[$"form.{it}"]);
    }

    /// <summary>The text in pieces, those marked that have what was looked for.</summary>
    public IReadOnlyList<(string Text, bool IsFound)> Marked(string text) => Highlights.Of(text, Answer.Words);

    /// <summary>Of the abstract what has the words, else its beginning.</summary>
    public IReadOnlyList<(string Text, bool IsFound)> Snippet(string text)
    {
        var line = text.ReplaceLineEndings(" ");
        var found = Marked(line).TakeWhile(it => !it.IsFound).Sum(it => it.Text.Length);
        var from = found >= line.Length || found < SnippetLength - 40 ? 0 : line.LastIndexOf(' ', found - SnippetBefore) + 1;
        var length = Math.Min(SnippetLength, line.Length - from);
        return Marked($"{(from > 0 ? "… " : "")}{line.Substring(from, length).Trim()}{(from + length < line.Length ? " …" : "")}");
    }

    (string, string, string?, IReadOnlyList<(string, string, int)>) Facet(
        string name, string title, IReadOnlyList<FacetCount> counts, Func<string, string> call)
    {
        var chosen = Asked.Choices.Where(it => it.Name == name).Select(it => it.Value).FirstOrDefault();
        var found = counts.Select(it => (it.Key, call(it.Key), it.Count)).ToList();
        if (chosen is not null && counts.All(it => it.Key != chosen)) found.Add((chosen, call(chosen), 0)); // what was chosen can be let go
        return (name, title, chosen, found);
    }
}
