using Microsoft.Extensions.Localization;
using Pst.Web.Pages;

namespace Pst.Web.Mail;

/// <summary>Puts words on paper: as plain text, and as HTML of the same sentences.</summary>
public sealed class LetterPaper(IStringLocalizer<Sentences> text)
{
    /// <summary>In whose name a mail goes out that is of no office.</summary>
    public string Service => text["Pelayanan Statistik Terpadu"];

    /// <summary>In the language in use.</summary>
    public WrittenLetter Write(LetterWords words)
    {
        var says = words with { Subject = OnOneLine(words.Subject), Body = words.Body.ReplaceLineEndings("\n").Trim() };
        var foot = text["{0} Tidak perlu membalas email ini.", words.Why].Value;
        var html = LetterHtml.Of(
            says, Languages.Current, says.Button ?? text["Buka halaman"], text["Bila tombol itu tidak terbuka, salin alamat ini:"], foot);
        return new(says.Subject, $"{says.Body}\n\n--\n{says.From}\n{foot}\n", html, says.Calendar);
    }

    /// <summary>In a language that its reader chose before.</summary>
    /// <param name="language">One of <see cref="Languages.Names"/>.</param>
    public WrittenLetter Write(string language, Func<LetterWords> say) => Languages.In(language, () => Write(say()));

    /// <summary>In every language, for a reader whose own nobody looks up; by the language's name.</summary>
    public IReadOnlyDictionary<string, WrittenLetter> WriteInAll(Func<LetterWords> say) =>
        Languages.Names.ToDictionary(it => it, it => Write(it, say));

    // Whatever an office is called: it makes no header of its own.
    static string OnOneLine(string subject) => string.Join(' ', subject.Split((char[])['\r', '\n'], StringSplitOptions.RemoveEmptyEntries));
}
