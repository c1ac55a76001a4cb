using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages;

namespace Pst.Web.Complaints;

/// <summary>
/// Tells a complainant who left an address that there is something to read. The mail says nothing of the matter: that stands on the page.
/// </summary>
public sealed class ComplaintLetters(IStringLocalizer<Sentences> text, TimeProvider clock)
{
    // Laid down with the event, for an address that nobody here looks at; an anonymous complaint has none.
    const string Lay = """
        insert into vault.letter (id, recipient, subject, body, due, until)
        select $3, email, $4, $5, $6, $7 from vault.complainant where tenant_id = $1 and visit = $2 and email is not null
        on conflict do nothing
        """;

    static readonly TimeSpan Life = TimeSpan.FromDays(3);

    /// <summary>The statement for the transaction that appends the event; null where there is nothing to tell.</summary>
    /// <param name="command">The mail's name: a command that is sent again makes the same one.</param>
    /// <param name="link">Where the complainant reads it.</param>
    public NpgsqlBatchCommand? Of(
        ComplaintEvent happened, OfficeCode office, string officeName, ComplaintId complaint, Guid command, string link)
    {
        if (SubjectOf(happened, officeName) is not { } subject) return null;
        var body = text["Buka halaman ini untuk membacanya dan menanggapi:\n{0}\n\nSimpan alamat itu baik-baik.", link].Value;
        var now = clock.GetUtcNow();
        return GuardSql.Command(Lay, [office.Value, complaint.Value, command, subject.Value, body, now, now + Life]);
    }

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
