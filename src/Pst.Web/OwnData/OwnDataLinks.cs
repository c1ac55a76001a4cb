using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Mail;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>
/// One-time links by which somebody sees their own data, sent to the email that the office knows. Nobody learns here who is known: an
/// address that is not is answered in the same way, after the same statements.
/// </summary>
public sealed class OwnDataLinks(
    PstDatabase database, EdgeKeys keys, PublicAddress address, LetterPaper paper, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    const string Forget = "delete from vault.data_link where tenant_id = $1 and until <= $2";

    // One at a time for an address: nobody's mailbox is filled. The letter is written for all and laid down for whom the office knows.
    const string Lay = """
        with laid as (
            insert into vault.data_link (tenant_id, contact, hash, until, visitor)
            values ($1, $2, $3, $4, (select visitor from vault.visitor where tenant_id = $1 and contact = $2))
            on conflict do nothing returning visitor)
        insert into vault.letter (id, recipient, subject, body, html, due, until)
        select $5, $6, $7, $8, $9, $10, $4 from laid where visitor is not null
        """;

    // Who opens it shows in which language they read, which the answer to what they ask will be in.
    const string Take = """
        with taken as (delete from vault.data_link where tenant_id = $1 and hash = $2 and until > $3 returning visitor)
        update vault.visitor v set language = $4 from taken where v.tenant_id = $1 and v.visitor = taken.visitor returning v.visitor
        """;

    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <param name="contact">What was typed as an email; one that is none is not known.</param>
    public async Task AskAsync(HttpRequest request, OfficeCode office, string? contact, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(contact, null, out var email)) return;
        var (secret, now) = ($"{office}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}", clock.GetUtcNow());
        var says = paper.Write(WordsOf(address.Of(request, $"/data-saya/{secret}")));
        await using var laying = database.App.CreateBatch();
        laying.BatchCommands.Add(OfficeReads.Enter(office));
        laying.BatchCommands.Add(GuardSql.Command(Forget, [office.Value, now]));
        laying.BatchCommands.Add(GuardSql.Command(Lay,
        [
            office.Value, keys.ContactHash(office, email.Value), HashOf(office, secret), now + Life,
            Guid.CreateVersion7(), email.Value, says.Subject, says.Text, says.Html!, now,
        ]));
        await laying.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whose link it is, once; null where it is not good.</summary>
    public async Task<OwnDataPass?> TakeAsync(string secret, CancellationToken cancel)
    {
        if (secret.Length < 4 || !OfficeCode.TryParse(secret[..4], null, out var office)) return null;
        var taking = GuardSql.Command(Take, [office.Value, HashOf(office, secret), clock.GetUtcNow(), Languages.Current]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, taking, cancel);
        return await rows.ReadAsync(cancel) && !rows.IsDBNull(0) ? new(office, new(rows.GetGuid(0))) : null;
    }

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(string link) => new(
        paper.Service, text["own.link.subject"], text["own.link.body", link].Value.Replace('|', '\n'),
        text["Anda menerimanya karena seseorang, mungkin Anda sendiri, memintanya dengan alamat ini."])
    {
        Link = link, Button = text["Lihat data saya"],
    };

    // No address has a line break: it is nobody's contact.
    byte[] HashOf(OfficeCode office, string secret) => keys.ContactHash(office, $"data-saya\n{secret}");
}
