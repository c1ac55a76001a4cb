using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Webhooks;

/// <summary>An office's subscriptions as people and programs set them.</summary>
public sealed class Subscriptions(PstDatabase database, WebhookSecrets secrets, TimeProvider clock)
{
    /// <summary>As many as are counted of what waits.</summary>
    public const int MostWaiting = 1000;

    static readonly TimeSpan FormerLife = TimeSpan.FromDays(1);

    static readonly string List = $"""
        select w.id, w.address, w.is_lan, w.position, w.made, w.due, w.tries, w.paused, w.last_at, w.last_status, (
            select count(*) from (
                select from pst.log_leaf l join pst.mt_events e on e.seq_id = l.seq_id
                where l.position > w.position and e.tenant_id = w.tenant_id and e.type <> all ($3) limit {MostWaiting}) waiting)
        from pst.webhook w where w.tenant_id = $1 and ($2::uuid is null or w.id = $2) order by w.made, w.id
        """;

    const string Insert = """
        insert into pst.webhook (tenant_id, id, address, is_lan, secret, position, made, due)
        select $1, $2, $3, $4, $5, coalesce(max(position), 0), $6, $6 from pst.log_leaf
        """;

    const string Delete = "delete from pst.webhook where tenant_id = $1 and id = $2";

    // Who is sending just now finds its row moved on and stops.
    const string Replay = """
        update pst.webhook set position = least(coalesce($3::bigint, position), (select coalesce(max(position), 0) from pst.log_leaf)),
            due = $4, tries = 0, failing_since = null, paused = null, holder = null, held_until = null
        where tenant_id = $1 and id = $2 returning id
        """;

    // Rotated again within the day, perhaps because an answer was lost: receivers still know the one of before.
    const string Rotate = """
        update pst.webhook set secret = $3, former_secret = case when former_until > $5 then former_secret else secret end,
            former_until = case when former_until > $5 then former_until else $4 end
        where tenant_id = $1 and id = $2 returning former_until
        """;

    const string Target = """
        select address, is_lan, secret, case when former_until > $3 then former_secret end from pst.webhook where tenant_id = $1 and id = $2
        """;

    /// <summary>The oldest first.</summary>
    public async Task<IReadOnlyList<Webhook>> ListAsync(OfficeCode office, CancellationToken cancel) =>
        await ListAsync(office, null, cancel);

    /// <summary>Null where the office has none such.</summary>
    public async Task<Webhook?> FindAsync(OfficeCode office, Guid id, CancellationToken cancel) =>
        (await ListAsync(office, id, cancel)).SingleOrDefault();

    /// <summary>A new one, which hears of what happens from now on; its secret is shown here once.</summary>
    /// <param name="address">A sound one.</param>
    public async Task<(Guid Id, string Secret)> AddAsync(OfficeCode office, string address, bool isLan, CancellationToken cancel)
    {
        var (id, secret) = (Guid.CreateVersion7(), WebhookSignature.NewSecret());
        var add = GuardSql.Command(Insert, [office.Value, id, address, isLan, secrets.Seal(secret), clock.GetUtcNow()]);
        await DoAsync(office, add, cancel);
        return (id, secret);
    }

    /// <summary>One that is gone is gone.</summary>
    public Task RemoveAsync(OfficeCode office, Guid id, CancellationToken cancel) =>
        DoAsync(office, GuardSql.Command(Delete, [office.Value, id]), cancel);

    /// <summary>Sends again from a position on, and goes on where it was paused. False where the office has none such.</summary>
    /// <param name="from">Null for what comes next.</param>
    public Task<bool> ReplayAsync(OfficeCode office, Guid id, long? from, CancellationToken cancel) =>
        DoAsync(office, GuardSql.Command(Replay, [office.Value, id, (object?)(from - 1) ?? DBNull.Value, clock.GetUtcNow()]), cancel);

    /// <summary>Another secret, shown here once; for a day the former one signs, too. Null where the office has none such.</summary>
    public async Task<(string Secret, DateTimeOffset FormerUntil)?> RotateAsync(OfficeCode office, Guid id, CancellationToken cancel)
    {
        var (secret, now) = (WebhookSignature.NewSecret(), clock.GetUtcNow());
        var rotate = GuardSql.Command(Rotate, [office.Value, id, secrets.Seal(secret), now + FormerLife, now]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, rotate, cancel);
        return await rows.ReadAsync(cancel) ? (secret, rows.GetFieldValue<DateTimeOffset>(0)) : null;
    }

    /// <summary>Where a message to it goes; null where the office has none such.</summary>
    public async Task<WebhookTarget?> TargetAsync(OfficeCode office, Guid id, CancellationToken cancel)
    {
        var query = GuardSql.Command(Target, [office.Value, id, clock.GetUtcNow()]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        return await rows.ReadAsync(cancel) ? secrets.TargetOf(rows, first: 0) : null;
    }

    async Task<IReadOnlyList<Webhook>> ListAsync(OfficeCode office, Guid? id, CancellationToken cancel)
    {
        var query = GuardSql.Command(List, [office.Value, (object?)id ?? DBNull.Value, WebhookMessages.Unsent]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        var found = new List<Webhook>();
        while (await rows.ReadAsync(cancel)) found.Add(Webhook.Read(rows, office));
        return found;
    }

    async Task<bool> DoAsync(OfficeCode office, NpgsqlBatchCommand command, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, command, cancel);
        return await rows.ReadAsync(cancel);
    }
}
