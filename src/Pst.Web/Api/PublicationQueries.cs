using Pst.Domain;
using Pst.Web.Library;

namespace Pst.Web.Api;

/// <summary>What is asked of the catalogue, which is every office's.</summary>
public sealed class PublicationQueries(CatalogueSearch search)
{
    internal const int MostItems = 100, LongestText = 200, FirstYear = 1901, LastYear = 2199;
    const int UsualItems = 20;

    public async Task<IResult> ListAsync(HttpContext http, CancellationToken cancel)
    {
        var read = Asked(http).Read(Question);
        if (read is not Valid<SearchQuestion>(var question)) return Problems.Invalid(((Invalid<SearchQuestion>)read).Errors);
        var answer = await search.AskAsync(question, cancel);
        return Json(new PublicationList(
            answer.Items, answer.Next?.ToString(), answer.Total, answer.Way,
            new(answer.Years, answer.Subjects, answer.Offices, answer.Forms)));
    }

    public async Task<IResult> OneAsync(HttpContext http, string id, CancellationToken cancel)
    {
        if (Asked(http).Read(_ => true) is Invalid<bool>(var errors)) return Problems.Invalid(errors);
        return PublicationId.TryParse(id, null, out var known) && await search.FindAsync(known, cancel) is { } found
            ? Json(found) : Problems.NotFound();
    }

    static Fields Asked(HttpContext http) =>
        Fields.OfForm(http.Request.Query.Select(it => KeyValuePair.Create(it.Key, $"{it.Value}")));

    static SearchQuestion Question(Fields query) => new(
        query.OptionalText("q", LongestText), query.OptionalInt("year", FirstYear, LastYear), query.OptionalWord<Subject>("subject"),
        query.OptionalParsed<OfficeCode>("office"), query.OptionalWord<ReadingForm>("form"),
        query.OptionalParsed<SearchCursor>("cursor"), query.OptionalInt("limit", 1, MostItems) ?? UsualItems);

    static IResult Json<T>(T found) => Results.Json(found, ApiJson.Options);
}

/// <param name="Next">Where the next page begins; null at the end.</param>
/// <param name="Total">On all pages.</param>
/// <param name="Way">Whether all words were found, after correction or in part.</param>
public sealed record PublicationList(
    IReadOnlyList<PublicationLine> Items, string? Next, int Total, SearchWay Way, PublicationFacets Facets);

/// <summary>How many have a value, each counted without its own filter.</summary>
public sealed record PublicationFacets(
    IReadOnlyList<FacetCount> Years, IReadOnlyList<FacetCount> Subjects, IReadOnlyList<FacetCount> Offices,
    IReadOnlyList<FacetCount> Forms);
