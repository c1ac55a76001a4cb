using System.Globalization;
using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>
/// What the page's address asks: a view of the catalogue can be sent on. What cannot be understood is as if it were not asked.
/// </summary>
public sealed record CatalogueAddress(string Text, int? Year, Subject? Subject, OfficeCode? Office, ReadingForm? Form, SearchCursor? After)
{
    public const string Path = "/pustaka";
    const int PageSize = 20, LongestText = 200;

    public SearchQuestion Question => new(Text, Year, Subject, Office, Form, After, PageSize);

    public bool HasChoice => Year is not null || Subject is not null || Office is not null || Form is not null;

    public static CatalogueAddress Of(IQueryCollection query)
    {
        string Given(string name) => query[name] is [{ } value, ..] ? value.Trim() : "";
        var text = Given("q");
        return new(
            text.Length > LongestText ? text[..LongestText] : text,
            int.TryParse(Given("tahun"), CultureInfo.InvariantCulture, out var year) && year is > 1900 and < 2200 ? year : null,
            Words.TryRead<Subject>(Given("subjek"), out var subject) ? subject : null,
            OfficeCode.TryParse(Given("kantor"), null, out var office) ? office : null,
            Words.TryRead<ReadingForm>(Given("bentuk"), out var form) ? form : null,
            SearchCursor.TryParse(Given("lanjut"), null, out var after) ? after : null);
    }

    /// <summary>What a search form has to send along.</summary>
    public IEnumerable<(string Name, string Value)> Choices
    {
        get
        {
            if (Year is { } year) yield return ("tahun", $"{year}");
            if (Subject is { } subject) yield return ("subjek", Words.Of(subject));
            if (Office is { } office) yield return ("kantor", office.Value);
            if (Form is { } form) yield return ("bentuk", Words.Of(form));
        }
    }

    /// <summary>The same with another choice of one kind, from its beginning; null lifts it.</summary>
    public string With(string name, string? value) => Link(
        Choices.Where(it => it.Name != name).Concat(value is null ? [] : [(name, value)]));

    /// <summary>The same words with every choice lifted.</summary>
    public string WithoutChoices => Link([]);

    /// <summary>The next page of the same.</summary>
    public string Then(SearchCursor next) => Link([.. Choices, ("lanjut", $"{next}")]);

    string Link(IEnumerable<(string Name, string Value)> choices) => string.Join('&',
        [.. (Text.Length > 0 ? [("q", Text)] : Array.Empty<(string, string)>()).Concat(choices)
            .Select(it => $"{it.Item1}={Uri.EscapeDataString(it.Item2)}")]) is { Length: > 0 } query ? $"{Path}?{query}" : Path;
}
