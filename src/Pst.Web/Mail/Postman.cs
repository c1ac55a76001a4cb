using System.Net.Mail;
using System.Security.Authentication;
using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;
using Pst.Web.Workers;

namespace Pst.Web.Mail;

/// <summary>
/// Takes mails from the outbox to the server, on every node, each mail by one. Its log names no address and quotes no server: servers
/// repeat addresses.
/// </summary>
public sealed partial class Postman(PstDatabase database, MailRoute route, TimeProvider clock, ILogger<Postman> log)
    : RoundWorker(TimeSpan.FromSeconds(3), clock, log)
{
    // The next try is set before this one: a node that dies in the middle loses nothing. One minute, then two, four, … an hour.
    const string Take = """
        update vault.letter set tries = tries + 1, due = $1 + least(interval '1 minute' * power(2, least(tries, 10)), interval '1 hour')
        where id = (select id from vault.letter where due <= $1 order by due limit 1 for update skip locked)
        returning id, recipient, until, tries, subject, body, html, calendar_method, calendar
        """;

    const string Remove = "delete from vault.letter where id = $1";
    const string RemoveUseless = "delete from vault.letter where until <= $1";

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30); // less than until the next try

    /// <summary>Sends what is due.</summary>
    public override async Task RunOnceAsync(CancellationToken cancel)
    {
        if (await ExecuteAsync(RemoveUseless, Clock.GetUtcNow(), cancel) is > 0 and var useless) SayUseless(Log, useless);
        while (await TakeAsync(cancel) is var (letter, tries))
            if (await IsDoneWithAsync(letter, tries, cancel)) await ExecuteAsync(Remove, letter.Id, cancel);
    }

    async Task<bool> IsDoneWithAsync(Letter letter, int tries, CancellationToken cancel)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        patience.CancelAfter(Patience);
        try
        {
            await route.SendAsync(letter, patience.Token);
            return true;
        }
        catch (SmtpFailedRecipientException no) when ((int)no.StatusCode >= 500) // for good: RFC 5321, 4.2.1
        {
            SayRefused(Log, letter.Id, (int)no.StatusCode);
            return true;
        }
        catch (Exception failure) when (failure is SmtpException or IOException or AuthenticationException or OperationCanceledException)
        {
            cancel.ThrowIfCancellationRequested();
            SayLater(Log, letter.Id, tries, failure is SmtpException { StatusCode: var status } ? $"{status}" : failure.GetType().Name);
            return false;
        }
    }

    async Task<(Letter, int Tries)?> TakeAsync(CancellationToken cancel)
    {
        await using var command = Command(Take, Clock.GetUtcNow());
        await using var rows = await command.ExecuteReaderAsync(cancel);
        if (!await rows.ReadAsync(cancel)) return null;
        var to = EmailAddress.Parse(rows.GetString(1), null);
        return (new(rows.GetGuid(0), to, SaysOf(rows), rows.GetFieldValue<DateTimeOffset>(2)), rows.GetInt32(3));
    }

    static WrittenLetter SaysOf(NpgsqlDataReader row) => new(
        row.GetString(4), row.GetString(5), row.IsDBNull(6) ? null : row.GetString(6),
        row.IsDBNull(7) || row.IsDBNull(8) ? null : new(row.GetString(7), row.GetString(8)));

    async Task<int> ExecuteAsync(string sql, object value, CancellationToken cancel)
    {
        await using var command = Command(sql, value);
        return await command.ExecuteNonQueryAsync(cancel);
    }

    NpgsqlCommand Command(string sql, object value)
    {
        var command = database.Worker.CreateCommand(sql);
        command.Parameters.Add(new() { Value = value });
        return command;
    }

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} was refused for good with status {Status} and is not tried again.")]
    static partial void SayRefused(ILogger log, Guid mail, int status);

    [LoggerMessage(LogLevel.Warning, "Mail {Mail} was not sent, try {Tries}: {Cause}. It is tried again later.")]
    static partial void SayLater(ILogger log, Guid mail, int tries, string cause);

    [LoggerMessage(LogLevel.Warning, "{Count} mails could not be sent in time and were thrown away.")]
    static partial void SayUseless(ILogger log, int count);
}
