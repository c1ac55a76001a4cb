using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.Softcopies;

/// <summary>
/// Tells whoever asked for a softcopy that it is there, will not come, or was taken back. The mail names neither person nor publication.
/// </summary>
public sealed class SoftcopyLetters(Outbox outbox, LetterPaper paper, IStringLocalizer<Sentences> text)
{
    /// <summary>The statement for the transaction that appends the event; null where there is nothing to tell.</summary>
    /// <param name="command">The mail's name: a command that is sent again makes the same one.</param>
    /// <param name="link">Where the request is seen.</param>
    /// <param name="delivery">Where the file is fetched.</param>
    public NpgsqlBatchCommand? Of(
        SoftcopyEvent happened, OfficeCode office, OfficeDetails from, SoftcopyId request, Guid command, string link, string delivery) =>
        happened is not (SoftcopyAsked or SoftcopyDelivered or SoftcopyDeclined or SoftcopyCalledBack) ? null
            : outbox.ToReaderOf(office, request.Value, command, paper.WriteInAll(() => WordsOf(happened, from, link, delivery)));

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(SoftcopyEvent happened, OfficeDetails from, string link, string delivery)
    {
        var (subject, body, to, button) = happened switch
        {
            SoftcopyAsked it => (
                text["Permintaan softcopy {0} diterima {1}", it.Number, from.Name].Value,
                text["softcopy.letter.asked", link].Value, link, text["Lihat permintaan"].Value),
            SoftcopyDelivered it => (
                text["Softcopy Anda dari {0} siap diunduh", from.Name],
                text["softcopy.letter.delivered", Times.Date(from.TimeZone.Day(it.Until)), delivery],
                delivery, text["Ke halaman unduhan"]),
            SoftcopyCalledBack => (
                text["Softcopy Anda dari {0} ditarik kembali", from.Name], text["softcopy.letter.called_back", link], link,
                text["Lihat alasannya"]),
            _ => (
                text["Permintaan softcopy Anda ditolak {0}", from.Name], text["softcopy.letter.declined", link], link,
                text["Lihat alasannya"]),
        };
        return new(from.Name, subject, body.Replace('|', '\n'), text["Anda menerimanya karena meminta softcopy kepada {0}.", from.Name])
        {
            Link = to, Button = button,
        };
    }
}
