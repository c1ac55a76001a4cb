using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Webhooks;

/// <summary>
/// How far each subscription is, for those who send. Whoever holds one sends for it; every step says from which position it was taken, so
/// that who lost its hold, or whose subscription was set back, changes nothing any more.
/// </summary>
public sealed class WebhookPositions(PstDatabase database, WebhookSecrets secrets)
{
    static readonly TimeSpan Hold = TimeSpan.FromMinutes(2), FirstPause = TimeSpan.FromSeconds(5), LongestPause = TimeSpan.FromHours(1);

    /// <summary>After so long without an answer that takes it, nothing is sent any more.</summary>
    public static readonly TimeSpan LongestFailure = TimeSpan.FromDays(1);

    const string Due = """
        select tenant_id, id, position from pst.webhook
        where paused is null and due <= $1 and (held_until is null or held_until <= $1)
        """;

    const string Take = """
        update pst.webhook set holder = $3, held_until = $5
        where tenant_id = $1 and id = (
            select id from pst.webhook
            where tenant_id = $1 and id = $2 and paused is null and due <= $4 and (held_until is null or held_until <= $4)
            for update skip locked)
        returning position, address, is_lan, secret, case when former_until > $4 then former_secret end
        """;

    const string Advance = """
        update pst.webhook set position = $4, last_at = $5, last_status = $6, held_until = $7, tries = 0, failing_since = null
        where id = $1 and holder = $2 and position = $3 and paused is null returning id
        """;

    const string Fail = """
        update pst.webhook set last_at = $4, last_status = nullif($5, 0), tries = tries + 1, failing_since = coalesce(failing_since, $4),
            due = $4 + least($6::interval * power(2, least(tries, 20)), $7::interval),
            paused = case when $5 = 410 or coalesce(failing_since, $4) <= $8 then $4 end
        where id = $1 and holder = $2 and position = $3 returning paused
        """;

    const string Skip = "update pst.webhook set position = $3 where id = $1 and position = $2 and (held_until is null or held_until <= $4)";

    const string Release = "update pst.webhook set holder = null, held_until = null where id = $1 and holder = $2";

    /// <summary>Those that may be sent for.</summary>
    public async Task<IReadOnlyList<(OfficeCode Office, Guid Id, long Position)>> DueAsync(DateTimeOffset now, CancellationToken cancel)
    {
        var found = new List<(OfficeCode, Guid, long)>();
        await using var command = Command(Due, now);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) found.Add((new(rows.GetString(0)), rows.GetGuid(1), rows.GetInt64(2)));
        return found;
    }

    /// <summary>Where one goes and how far it is; null where another sends for it, or nobody may.</summary>
    public async Task<(long Position, WebhookTarget Target)?> TakeAsync(
        OfficeCode office, Guid id, Guid holder, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(Take, office.Value, id, holder, now, now + Hold);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? (rows.GetInt64(0), secrets.TargetOf(rows, first: 1)) : null;
    }

    /// <summary>An event was taken. False where it is no more this holder's to send.</summary>
    public async Task<bool> AdvanceAsync(
        Guid id, Guid holder, long from, long to, DateTimeOffset now, int status, CancellationToken cancel)
    {
        await using var command = Command(Advance, id, holder, from, to, now, status, now + Hold);
        return await command.ExecuteScalarAsync(cancel) is not null;
    }

    /// <summary>
    /// It was not taken: it is sent again later, or, where that lasts too long or the receiver says that it is gone, no more.
    /// </summary>
    /// <returns>Whether nothing is sent any more.</returns>
    public async Task<bool> FailAsync(Guid id, Guid holder, long at, DateTimeOffset now, int? status, CancellationToken cancel)
    {
        await using var command = Command(
            Fail, id, holder, at, now, status ?? 0, FirstPause, LongestPause, now - LongestFailure);
        return await command.ExecuteScalarAsync(cancel) is DateTime;
    }

    /// <summary>Remembers that there was nothing to send up to a position.</summary>
    public async Task SkipAsync(Guid id, long from, long to, DateTimeOffset now, CancellationToken cancel)
    {
        await using var command = Command(Skip, id, from, to, now);
        await command.ExecuteNonQueryAsync(cancel);
    }

    public async Task ReleaseAsync(Guid id, Guid holder, CancellationToken cancel)
    {
        await using var command = Command(Release, id, holder);
        await command.ExecuteNonQueryAsync(cancel);
    }

    NpgsqlCommand Command(string sql, params object[] values)
    {
        var command = database.Worker.CreateCommand(sql);
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return command;
    }
}
