using Npgsql;
using NpgsqlTypes;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Mail;
using Pst.Web.Writing;

namespace Pst.Web.VisitorAccounts;

// Stored as numbers, so the numbers are part of the contract.

/// <summary>What a link in a mail is good for.</summary>
public enum AccountLinkPurpose { Confirm = 1, SignIn = 2 }

/// <summary>
/// One-time links to an address. Link and mail are laid down together or not at all, one mail at a time for an address; whether anybody
/// has an account there makes no difference to what is done here, but for the words of the mail.
/// </summary>
public sealed class AccountLinks(PstDatabase database, EdgeKeys keys, Outbox outbox, LetterPaper paper, TimeProvider clock)
{
    const string Forget = "delete from vault.account_link where until <= $1";

    const string Lay = """
        insert into vault.account_link as kept (address, purpose, hash, person, pending, made, until) values ($1, $2, $3, $4, $5, $6, $7)
        on conflict (address, purpose) do update
        set hash = excluded.hash, person = excluded.person, pending = excluded.pending, made = excluded.made, until = excluded.until
        where kept.made <= $8
        """;

    const string Take = """
        delete from vault.account_link where hash = $1 and purpose = $2 and until > $3 returning person, pending::text
        """;

    const string Good = "select exists (select from vault.account_link where hash = $1 and purpose = $2 and until > $3)";

    // Nobody's mailbox is filled.
    static readonly TimeSpan Between = TimeSpan.FromMinutes(2);

    /// <param name="person">Whose account it opens; null where none is known.</param>
    /// <param name="pending">What is to be registered, as JSON.</param>
    /// <param name="write">The mail around the link's secret.</param>
    public async Task SendAsync(
        AccountLinkPurpose purpose, EmailAddress to, TimeSpan life, Guid? person, string? pending,
        Func<string, LetterWords> write, CancellationToken cancel)
    {
        var (secret, now) = (OneTimeLinks.NewSecret(), clock.GetUtcNow().ToUniversalTime());
        var lay = GuardSql.Command(Lay, [keys.AccountHash(to), (short)purpose, OneTimeLinks.HashOf(secret)]);
        lay.Parameters.Add(new() { Value = (object?)person ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Uuid });
        lay.Parameters.Add(new() { Value = (object?)pending ?? DBNull.Value, NpgsqlDbType = NpgsqlDbType.Jsonb });
        foreach (var at in (DateTimeOffset[])[now, now + life, now - Between]) lay.Parameters.Add(new() { Value = at });

        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var both = await connection.BeginTransactionAsync(cancel);
        await using var laying = new NpgsqlBatch(connection, both) { BatchCommands = { GuardSql.Command(Forget, [now]), lay } };
        await laying.ExecuteNonQueryAsync(cancel);
        if (lay.RecordsAffected == 0) return;

        var letter = outbox.Put(new(Guid.CreateVersion7(), to, paper.Write(write(secret)), now + life));
        await using var letting = new NpgsqlBatch(connection, both) { BatchCommands = { letter } };
        await letting.ExecuteNonQueryAsync(cancel);
        await both.CommitAsync(cancel);
    }

    /// <summary>Whether the link is still good; it stays so.</summary>
    public async Task<bool> IsGoodAsync(AccountLinkPurpose purpose, string secret, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Ask(Good, purpose, secret) } };
        return await batch.ExecuteScalarAsync(cancel) is true;
    }

    /// <summary>What the link opens, once; null where it is not good.</summary>
    /// <param name="connection">Where what follows from it is stored, too.</param>
    public async Task<TakenLink?> TakeAsync(
        NpgsqlConnection connection, AccountLinkPurpose purpose, string secret, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Ask(Take, purpose, secret) } };
        await using var row = await batch.ExecuteReaderAsync(cancel);
        return await row.ReadAsync(cancel)
            ? new(row.IsDBNull(0) ? null : row.GetGuid(0), row.IsDBNull(1) ? null : row.GetString(1)) : null;
    }

    NpgsqlBatchCommand Ask(string sql, AccountLinkPurpose purpose, string secret) =>
        GuardSql.Command(sql, [OneTimeLinks.HashOf(secret), (short)purpose, clock.GetUtcNow().ToUniversalTime()]);
}

/// <param name="Person">Null where no account was known at the address.</param>
/// <param name="Pending">What is to be registered.</param>
public sealed record TakenLink(Guid? Person, string? Pending);
