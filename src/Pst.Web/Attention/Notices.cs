using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Mail;

namespace Pst.Web.Attention;

/// <summary>Mails that are sent once each, whichever node thinks of them first and however often.</summary>
public sealed class Notices(PstDatabase database, Outbox outbox, TimeProvider clock)
{
    const string Remember = "insert into pst.notice (tenant_id, name, at) values ($1, $2, $3) on conflict do nothing";
    const string Forget = "delete from pst.notice where at < $1";
    static readonly TimeSpan Life = TimeSpan.FromDays(30);

    /// <summary>Lays letters down, unless something of that name was sent in the office before.</summary>
    /// <param name="name">What it is about, such as a visit; it names nobody.</param>
    /// <param name="write">Asked only where it is news.</param>
    public async Task SendAsync(OfficeCode office, string name, Func<Task<IReadOnlyList<Letter>>> write, CancellationToken cancel)
    {
        await using var connection = await database.Worker.OpenConnectionAsync(cancel);
        await using var both = await connection.BeginTransactionAsync(cancel);
        await using var batch = new NpgsqlBatch(connection, both);
        batch.BatchCommands.Add(GuardSql.Command(Remember, [office.Value, name, clock.GetUtcNow()]));
        if (await batch.ExecuteNonQueryAsync(cancel) == 0) return;

        await using var letting = new NpgsqlBatch(connection, both);
        foreach (var letter in await write()) letting.BatchCommands.Add(outbox.Put(letter));
        await letting.ExecuteNonQueryAsync(cancel);
        await both.CommitAsync(cancel);
    }

    /// <summary>Forgets those that are so old that nothing makes them again.</summary>
    public async Task ForgetAsync(CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Forget);
        command.Parameters.Add(new() { Value = clock.GetUtcNow() - Life });
        await command.ExecuteNonQueryAsync(cancel);
    }
}
