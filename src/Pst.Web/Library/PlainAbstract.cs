using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Pst.Web.Library;

/// <summary>What somebody wrote in HTML, as text: words and paragraphs, no markup, no script, nothing that a browser would do.</summary>
internal static class PlainAbstract
{
    static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "template", "noscript", "iframe", "object", "svg", "math", "head", "title", "textarea", "select" };

    static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
        { "p", "div", "br", "li", "ul", "ol", "tr", "table", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "section" };

    /// <summary>Null where nothing is left.</summary>
    public static string? Of(string? html)
    {
        if (string.IsNullOrWhiteSpace(html)) return null;
        var body = new HtmlParser().ParseDocument(html).Body;
        var said = new StringBuilder();
        if (body is not null) Say(body, said);
        var lines = said.ToString().Split('\n').Select(Line).Where(it => it.Length > 0);
        return string.Join('\n', lines) is { Length: > 0 } text ? text : null;
    }

    /// <summary>On one line, with single blanks, without what cannot be seen.</summary>
    public static string Line(string text)
    {
        var line = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            if (Rune.IsWhiteSpace(rune) || Rune.IsControl(rune))
            {
                if (line is not [] and not [.., ' ']) line.Append(' ');
            }
            else if (Rune.GetUnicodeCategory(rune) is not System.Globalization.UnicodeCategory.Format && rune != Rune.ReplacementChar)
                line.Append(rune);
        return line.ToString().Trim();
    }

    // Deep nesting is cut where nobody writes any more; the parser itself has no such bound.
    static void Say(INode node, StringBuilder said, int depth = 0)
    {
        if (depth > 200) return;
        foreach (var child in node.ChildNodes)
            switch (child)
            {
                case IText text:
                    said.Append(text.Data.Replace('\n', ' '));
                    break;
                case IElement element when !Silent.Contains(element.LocalName):
                    var isBlock = Blocks.Contains(element.LocalName);
                    if (isBlock) said.Append('\n');
                    Say(element, said, depth + 1);
                    if (isBlock) said.Append('\n');
                    break;
            }
    }
}
