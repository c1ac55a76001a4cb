using System.Net;
using System.Text;
using Pst.Web.Library;

namespace Pst.Web.Pages.Library;

/// <summary>Publications for a field that wants one's number: what was typed may be a number, words, or the beginning of one.</summary>
internal static class Suggestions
{
    const int Most = 8, Shortest = 3;

    public static void MapSuggestions(this WebApplication app) =>
        app.MapGet("/pustaka/saran", AnswerAsync).AllowAnonymous().ExcludeFromDescription();

    static async Task<IResult> AnswerAsync(CatalogueSearch search, HttpContext http, CancellationToken cancel)
    {
        var typed = $"{http.Request.Query["publicationId"]}".Trim();
        var options = new StringBuilder("<datalist id=\"publications\">");
        if (typed.Length is >= Shortest and <= 200)
            foreach (var it in (await search.AskAsync(new(typed, null, null, null, null, null, Most), cancel)).Items)
                options.Append("<option value=\"").Append(WebUtility.HtmlEncode(it.Id.Value)).Append("\">")
                    .Append(WebUtility.HtmlEncode(it.Title)).Append("</option>");
        return Results.Content(options.Append("</datalist>").ToString(), "text/html; charset=utf-8");
    }
}
