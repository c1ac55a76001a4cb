using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>
/// One-time links by which somebody sees their own data, sent to the email that the office knows. Nobody learns here who is known: an
/// address that is not is answered in the same way, after the same statements.
/// </summary>
public sealed class OwnDataLinks(
    PstDatabase database, EdgeKeys keys, PublicAddress address, IStringLocalizer<Sentences> text, TimeProvider clock)
{
    const string Forget = "delete from vault.data_link where tenant_id = $1 and until <= $2";

    // One at a time for an address: nobody's mailbox is filled. The letter is written for all and laid down for whom the office knows.
    const string Lay = """
        with laid as (
            insert into vault.data_link (tenant_id, contact, hash, until, visitor)
            values ($1, $2, $3, $4, (select visitor from vault.visitor where tenant_id = $1 and contact = $2))
            on conflict do nothing returning visitor)
        insert into vault.letter (id, recipient, subject, body, due, until)
        select $5, $6, $7, $8, $9, $4 from laid where visitor is not null
        """;

    const string Take = "delete from vault.data_link where tenant_id = $1 and hash = $2 and until > $3 returning visitor";

    /// <summary>How long a link is good.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    /// <param name="contact">What was typed as an email; one that is none is not known.</param>
    public async Task AskAsync(HttpRequest request, OfficeCode office, string? contact, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(contact, null, out var email)) return;
        var (secret, now) = ($"{office}{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24))}", clock.GetUtcNow());
        var body = text["own.link.body", address.Of(request, $"/data-saya/{secret}")].Value.Replace('|', '\n');
        await using var laying = database.App.CreateBatch();
        laying.BatchCommands.Add(OfficeReads.Enter(office));
        laying.BatchCommands.Add(GuardSql.Command(Forget, [office.Value, now]));
        laying.BatchCommands.Add(GuardSql.Command(Lay,
        [
            office.Value, keys.ContactHash(office, email.Value), HashOf(office, secret), now + Life,
            Guid.CreateVersion7(), email.Value, text["own.link.subject"].Value, body, now,
        ]));
        await laying.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Whose link it is, once; null where it is not good.</summary>
    public async Task<OwnDataPass?> TakeAsync(string secret, CancellationToken cancel)
    {
        if (secret.Length < 4 || !OfficeCode.TryParse(secret[..4], null, out var office)) return null;
        var taking = GuardSql.Command(Take, [office.Value, HashOf(office, secret), clock.GetUtcNow()]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, taking, cancel);
        return await rows.ReadAsync(cancel) && !rows.IsDBNull(0) ? new(office, new(rows.GetGuid(0))) : null;
    }

    // No address has a line break: it is nobody's contact.
    byte[] HashOf(OfficeCode office, string secret) => keys.ContactHash(office, $"data-saya\n{secret}");
}
