using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.AspNetCore.Html;

namespace Pst.Web.Mail;

/// <summary>
/// The one page that all mails are: the office, a heading, paragraphs, a button, and why one got it. It asks for nothing from outside, and
/// says all without pictures or styles. What is put in is encoded by the way it is put in.
/// </summary>
internal static class LetterHtml
{
    const int LongestShown = 300; // of an address that nobody would copy by hand

    const string Styles = """
        body { margin: 0; padding: 24px 12px; background: #f4f6f8; color: #1f2933;
          font: 16px/1.5 Inter, "Segoe UI", Roboto, Arial, sans-serif; }
        .paper { max-width: 536px; margin: 0 auto; padding: 28px; background: #ffffff; border: 1px solid #d9dee3; border-radius: 8px;
          overflow-wrap: anywhere; }
        .from { margin: 0 0 20px; color: #0b62a4; font-weight: 600; }
        h1 { margin: 0 0 16px; font-size: 22px; line-height: 1.3; }
        p { margin: 0 0 16px; }
        .button { display: inline-block; padding: 12px 22px; background: #0b62a4; color: #ffffff; border-radius: 6px; font-weight: 600;
          text-decoration: none; }
        .small { color: #52606d; font-size: 13px; }
        .small a { color: inherit; }
        .why { margin: 24px 0 0; padding-top: 16px; border-top: 1px solid #d9dee3; }
        @media (prefers-color-scheme: dark) {
          body { background: #15191e; color: #e4e7eb; }
          .paper { background: #1f252c; border-color: #3a434d; }
          .from { color: #7cc0f2; }
          .button { background: #2f86c9; color: #ffffff; }
          .small { color: #a8b3bf; }
          .why { border-color: #3a434d; }
        }
        """;

    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <param name="button">What the button says.</param>
    /// <param name="copied">What stands above the address for whom the button does nothing.</param>
    public static string Of(LetterWords words, string language, string button, string copied, string foot)
    {
        var page = new HtmlContentBuilder();
        page.AppendFormat("<!DOCTYPE html>\n<html lang=\"{0}\">\n<head>\n<meta charset=\"utf-8\">\n", language);
        page.AppendHtml("""<meta name="viewport" content="width=device-width, initial-scale=1">""" + "\n");
        page.AppendHtml("""<meta name="color-scheme" content="light dark">""" + "\n");
        page.AppendFormat("<title>{0}</title>\n<style>\n", words.Subject).AppendHtml(Styles).AppendHtml("\n</style>\n</head>\n<body>\n");
        page.AppendFormat("<div class=\"paper\">\n<p class=\"from\">{0}</p>\n<h1>{1}</h1>\n", words.From, words.Subject);
        foreach (var paragraph in words.Body.Split("\n\n")) Add(page, paragraph.Trim('\n').Split('\n'), words.Link, button);
        if (words.Link is { } link && !words.Body.Split('\n').Contains(link)) Press(page, link, button);
        if (words.Link is { Length: <= LongestShown } shown)
            page.AppendFormat("<p class=\"small\">{0}<br>\n<a href=\"{1}\">{1}</a></p>\n", copied, shown);
        page.AppendFormat("<p class=\"small why\">{0}</p>\n</div>\n</body>\n</html>\n", foot);
        using var written = new StringWriter();
        page.WriteTo(written, Encoder);
        return written.ToString();
    }

    // The link stands between lines of words: those before and after it are paragraphs of their own.
    static void Add(HtmlContentBuilder page, string[] lines, string? link, string button)
    {
        var at = link is null ? -1 : Array.IndexOf(lines, link);
        var before = at < 0 ? lines : lines[..at];
        if (before.Length > 0)
        {
            page.AppendHtml("<p>");
            foreach (var (index, line) in before.Index()) page.AppendFormat(index == 0 ? "{0}" : "<br>\n{0}", line);
            page.AppendHtml("</p>\n");
        }
        if (at < 0) return;
        Press(page, link!, button);
        if (at + 1 < lines.Length) Add(page, lines[(at + 1)..], null, button);
    }

    static void Press(HtmlContentBuilder page, string link, string button) =>
        page.AppendFormat("<p><a class=\"button\" href=\"{0}\">{1}</a></p>\n", link, button);
}
