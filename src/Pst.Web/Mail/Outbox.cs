using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Mail;

/// <summary>A mail in plain text, in the words of whoever writes it.</summary>
/// <param name="Id">The same id is sent once: a worker that does its round again makes the same one.</param>
/// <param name="Until">From then on it is of no use to anybody and is not sent any more, such as when its code ends.</param>
public sealed record Letter(Guid Id, EmailAddress To, string Subject, string Body, DateTimeOffset Until);

/// <summary>
/// Where mails are laid down to be sent soon, outside the request. What lies here is not lost: it is tried again until it is sent, refused
/// for good or of no use any more.
/// </summary>
public sealed class Outbox(PstDatabase database, TimeProvider clock)
{
    const string Insert = """
        insert into vault.letter (id, recipient, subject, body, due, until) values ($1, $2, $3, $4, $5, $6) on conflict do nothing
        """;

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
        var command = new NpgsqlBatchCommand(Insert);
        var (now, until) = (clock.GetUtcNow(), letter.Until.ToUniversalTime());
        foreach (var value in (object[])[letter.Id, letter.To.Value, letter.Subject, letter.Body, now, until])
            command.Parameters.Add(new() { Value = value });
        return command;
    }
}
