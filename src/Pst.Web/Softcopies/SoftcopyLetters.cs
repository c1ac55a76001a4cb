using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages;

namespace Pst.Web.Softcopies;

/// <summary>Tells whoever asked for a softcopy that it is there, or will not come. The mail names neither person nor publication.</summary>
public sealed class SoftcopyLetters(IStringLocalizer<Sentences> text, TimeProvider clock)
{
    // Laid down with the event, for an address that nobody here looks at.
    const string Lay = """
        insert into vault.letter (id, recipient, subject, body, due, until)
        select $3, email, $4, $5, $6, $7 from vault.complainant where tenant_id = $1 and visit = $2 and email is not null
        on conflict do nothing
        """;

    static readonly TimeSpan Life = TimeSpan.FromDays(3);

    /// <summary>The statement for the transaction that appends the event; null where there is nothing to tell.</summary>
    /// <param name="command">The mail's name: a command that is sent again makes the same one.</param>
    public NpgsqlBatchCommand? Of(
        SoftcopyEvent happened, OfficeCode office, OfficeDetails details, SoftcopyId request, Guid command, string link,
        string delivery)
    {
        string Day(DateTimeOffset moment) => Times.Date(details.TimeZone.Day(moment));
        (string Subject, string Body)? told = happened switch
        {
            SoftcopyAsked it => (
                text["Permintaan softcopy {0} diterima {1}", it.Number, details.Name], text["Sampai di mana permintaan itu:\n{0}", link]),
            SoftcopyDelivered it => (
                text["Softcopy Anda dari {0} siap diunduh", details.Name],
                text["Unduh dari halaman ini sampai {0}:\n{1}\n\nTautan itu untuk Anda sendiri.", Day(it.Until), delivery]),
            SoftcopyDeclined => (text["Permintaan softcopy Anda ditolak {0}", details.Name], text["Alasannya:\n{0}", link]),
            _ => null,
        };
        var now = clock.GetUtcNow();
        return told is var (subject, body)
            ? GuardSql.Command(Lay, [office.Value, request.Value, command, subject, body, now, now + Life]) : null;
    }
}
