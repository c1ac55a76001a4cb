using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.Complaints;

/// <summary>
/// Tells a complainant who left an address that there is something to read. The mail says nothing of the matter: that stands on the page.
/// </summary>
public sealed class ComplaintLetters(Outbox outbox, LetterPaper paper, IStringLocalizer<Sentences> text)
{
    /// <summary>The statement for the transaction that appends the event; null where there is nothing to tell.</summary>
    /// <param name="command">The mail's name: a command that is sent again makes the same one.</param>
    /// <param name="link">Where the complainant reads it.</param>
    public NpgsqlBatchCommand? Of(
        ComplaintEvent happened, OfficeCode office, string officeName, ComplaintId complaint, Guid command, string link) =>
        SubjectOf(happened, officeName) is null ? null
            : outbox.ToReaderOf(office, complaint.Value, command, paper.WriteInAll(() => WordsOf(happened, officeName, link)));

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(ComplaintEvent happened, string officeName, string link) =>
        new(officeName, SubjectOf(happened, officeName)!,
            text["complaint.letter", link].Value.Replace('|', '\n'),
            text["Anda menerimanya karena menyampaikan pengaduan kepada {0}.", officeName])
        {
            Link = link, Button = text["Buka pengaduan"],
        };

    LocalizedString? SubjectOf(ComplaintEvent happened, string office) => happened switch
    {
        ComplaintReceived it => text["Pengaduan {0} diterima {1}", it.Code, office],
        ComplaintAnswered => text["{0} menjawab pengaduan Anda", office],
        InformationAsked => text["{0} meminta keterangan untuk pengaduan Anda", office],
        ComplaintResolved => text["{0} menyelesaikan pengaduan Anda", office],
        ComplaintClosed { Because: not Closing.Satisfied } => text["Pengaduan Anda di {0} ditutup", office],
        _ => null,
    };
}
