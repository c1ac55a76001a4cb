using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace Pst.Web.Mail;

/// <summary>The parts of a mail, from the plainest to what shows most of it (multipart/alternative, RFC 2046).</summary>
internal static class MailParts
{
    const int LongestLine = 990; // octets; 998 are allowed (RFC 5322, 2.1.1)

    public static IEnumerable<AlternateView> Of(WrittenLetter says)
    {
        yield return Part(says.Text, new(MediaTypeNames.Text.Plain));
        if (says.Html is { } html) yield return Part(html, new(MediaTypeNames.Text.Html));
        if (says.Calendar is { } calendar)
            yield return Part(calendar.File, new("text/calendar") { Parameters = { ["method"] = calendar.Method }, Name = "janji.ics" });
    }

    /// <summary>A mail's own lines without the breaks that were put into them, so that what stood in one is found in one.</summary>
    public static string Unfold(string mail) => mail.ReplaceLineEndings("\n").Replace("=\n", "").Replace("\n ", "").Replace("\n\t", "");

    // As people read it, also in a file; a line that no server need take is broken by an encoding that mends it again.
    static AlternateView Part(string text, ContentType type)
    {
        var bytes = Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\r\n"));
        type.CharSet = Encoding.UTF8.WebName;
        return new(new MemoryStream(bytes), type)
        {
            TransferEncoding = text.Split('\n').Max(Encoding.UTF8.GetByteCount) > LongestLine
                ? TransferEncoding.QuotedPrintable : TransferEncoding.EightBit,
        };
    }
}
