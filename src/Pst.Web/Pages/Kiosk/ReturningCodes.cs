using System.Security.Cryptography;
using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Mail;
using Pst.Web.Pages.Follow;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Kiosk;

/// <summary>What became of asking for a code, or of typing one.</summary>
/// <param name="Ticket">Of the last visit, as if its ticket had been scanned; null as long as no code has proven it.</param>
public sealed record CodeAnswer(string? Ticket, bool IsWrong);

/// <summary>
/// Lets those who came before prove it by a code sent to their email. Nobody learns here who came before: an address that is not known is
/// answered in the same way, and no code is right for it.
/// </summary>
public sealed class ReturningCodes(
    PstDatabase database, EdgeKeys keys, TicketLinks links, Outbox outbox, LetterPaper paper, IStringLocalizer<Sentences> text,
    TimeProvider clock)
{
    const string Digits = "0123456789";
    const int Length = 6, MostTries = 5;

    const string Forget = "delete from vault.returning_code where tenant_id = $1 and until <= $2";

    // One at a time for an address: nobody's mailbox is filled, and guesses do not start anew.
    const string Lay = """
        insert into vault.returning_code (tenant_id, contact, hash, until, visit)
        values ($1, $2, $3, $4, (
            select s.visit from vault.visitor v join vault.signing s using (tenant_id, visitor)
            where v.tenant_id = $1 and v.contact = $2 order by s.visit desc limit 1))
        on conflict do nothing returning visit
        """;

    // Counted before it is compared: tries at the same moment are tries, too.
    const string Try = """
        update vault.returning_code set tries = tries + 1 where tenant_id = $1 and contact = $2 and until > $3 and tries < $4
        returning case when hash = $5 then visit end
        """;

    const string Use = "delete from vault.returning_code where tenant_id = $1 and contact = $2";

    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    /// <summary>Sends a code where none was typed, else takes it.</summary>
    /// <param name="contact">What was typed as an email; one that is none is not known.</param>
    public async Task<CodeAnswer> AskAsync(OfficeCode office, string? contact, string? code, CancellationToken cancel)
    {
        var isEmail = EmailAddress.TryParse(contact, null, out var address);
        if (code is null)
        {
            if (isEmail) await SendAsync(office, address, cancel);
            return new(null, IsWrong: false);
        }
        var ticket = isEmail ? await TakeAsync(office, address, code.Trim(), cancel) : null;
        return new(ticket, IsWrong: ticket is null);
    }

    async Task SendAsync(OfficeCode office, EmailAddress address, CancellationToken cancel)
    {
        var (code, now) = (RandomNumberGenerator.GetString(Digits, Length), clock.GetUtcNow());
        var (contact, until) = (keys.ContactHash(office, address.Value), now + Life);
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var both = await connection.BeginTransactionAsync(cancel);
        await using var laying = new NpgsqlBatch(connection, both)
        {
            BatchCommands =
            {
                OfficeReads.Enter(office), GuardSql.Command(Forget, [office.Value, now]),
                GuardSql.Command(Lay, [office.Value, contact, HashOf(office, address, code), until]),
            },
        };
        if (await IsKnownAsync(laying, cancel))
        {
            await using var letting = new NpgsqlBatch(connection, both) { BatchCommands = { outbox.Put(Write(address, code, until)) } };
            await letting.ExecuteNonQueryAsync(cancel);
        }
        await both.CommitAsync(cancel);
    }

    static async Task<bool> IsKnownAsync(NpgsqlBatch laying, CancellationToken cancel)
    {
        await using var rows = await laying.ExecuteReaderAsync(cancel);
        await rows.NextResultAsync(cancel);
        return await rows.ReadAsync(cancel) && !rows.IsDBNull(0);
    }

    async Task<string?> TakeAsync(OfficeCode office, EmailAddress address, string code, CancellationToken cancel)
    {
        var contact = keys.ContactHash(office, address.Value);
        var trying = GuardSql.Command(Try, [office.Value, contact, clock.GetUtcNow(), MostTries, HashOf(office, address, code)]);
        VisitId visit;
        await using (var rows = await OfficeReads.QueryAsync(database.App, office, trying, cancel))
        {
            if (!await rows.ReadAsync(cancel) || rows.IsDBNull(0)) return null;
            visit = new(rows.GetGuid(0));
        }
        await using var used = await OfficeReads.QueryAsync(
            database.App, office, GuardSql.Command(Use, [office.Value, contact]), cancel);
        return links.TokenOf(office, visit);
    }

    Letter Write(EmailAddress to, string code, DateTimeOffset until) =>
        new(Guid.CreateVersion7(), to, paper.Write(WordsOf(code)), until);

    /// <summary>In the language in use, which is the reader's: they stand at the kiosk.</summary>
    internal LetterWords WordsOf(string code) => new(
        paper.Service, text["returning.subject"], text["returning.body", code].Value.Replace('|', '\n'),
        text["Anda menerimanya karena seseorang, mungkin Anda sendiri, memintanya dengan alamat ini."]);

    // No address has a line break: it is nobody's contact.
    byte[] HashOf(OfficeCode office, EmailAddress address, string code) => keys.ContactHash(office, $"{address}\n{code}");
}
