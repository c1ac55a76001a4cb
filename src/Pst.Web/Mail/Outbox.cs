using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Mail;

/// <summary>
/// Where mails are laid down to be sent soon, outside the request. What lies here is not lost: it is tried again until it is sent, refused
/// for good or of no use any more.
/// </summary>
public sealed class Outbox(PstDatabase database, TimeProvider clock)
{
    const string Insert = """
        insert into vault.letter (id, recipient, subject, body, html, calendar_method, calendar, due, until)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing
        """;

    // To an address that nobody here looks at, in the language that lies beside it; who gave none gets none.
    const string ToWhoAsked = """
        insert into vault.letter (id, recipient, subject, body, html, calendar_method, calendar, due, until)
        select $3, c.email, said ->> 'Subject', said ->> 'Text', said ->> 'Html',
            said -> 'Calendar' ->> 'Method', said -> 'Calendar' ->> 'File', $5, $6
        from vault.complainant c cross join lateral (select coalesce($4 -> c.language, $4 -> 'id') as said) in_their_words
        where c.tenant_id = $1 and c.visit = $2 and c.email is not null
        on conflict do nothing
        """;

    /// <summary>How long a mail is of use that tells of something to read.</summary>
    static readonly TimeSpan News = TimeSpan.FromDays(3);

    /// <summary>Lays it down by itself.</summary>
    public async Task PutAsync(Letter letter, CancellationToken cancel)
    {
        await using var batch = database.App.CreateBatch();
        batch.BatchCommands.Add(Put(letter));
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>The statement for a transaction of one's own: mail and deed together, or neither.</summary>
    public NpgsqlBatchCommand Put(Letter letter)
    {
        var (says, command) = (letter.Says, new NpgsqlBatchCommand(Insert));
        object?[] values =
        [
            letter.Id, letter.To.Value, says.Subject, says.Text, says.Html, says.Calendar?.Method, says.Calendar?.File,
            clock.GetUtcNow(), letter.Until.ToUniversalTime(),
        ];
        foreach (var value in values) command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }

    /// <summary>
    /// The statement that tells whoever asked for what a stream is about, such as a complainant, for the transaction that appends the
    /// event.
    /// </summary>
    /// <param name="command">The mail's name: a command that is sent again makes the same one.</param>
    /// <param name="says">The same in each language, by its name: <see cref="LetterPaper.WriteInAll"/>.</param>
    /// <param name="life">How long it is of use; three days where nothing is said.</param>
    public NpgsqlBatchCommand ToReaderOf(
        OfficeCode office, Guid stream, Guid command, IReadOnlyDictionary<string, WrittenLetter> says, TimeSpan? life = null)
    {
        var now = clock.GetUtcNow();
        var statement = GuardSql.Command(ToWhoAsked, [office.Value, stream, command]);
        statement.Parameters.Add(
            new() { Value = JsonSerializer.Serialize(says, StoredJson.Options), NpgsqlDbType = NpgsqlDbType.Jsonb });
        foreach (var at in (DateTimeOffset[])[now, now + (life ?? News)]) statement.Parameters.Add(new() { Value = at });
        return statement;
    }
}
