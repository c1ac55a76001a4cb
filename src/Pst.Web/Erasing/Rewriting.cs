using Npgsql;
using Pst.Web.Hosting;

namespace Pst.Web.Erasing;

/// <summary>
/// Writes the vault's tables anew after something was erased: what PostgreSQL deletes it leaves in the files, also after a plain VACUUM.
/// One node does it for all, as soon as nobody can still see what was deleted.
/// </summary>
public sealed partial class Rewriting(DatabaseLogin login, TimeProvider clock, ILogger<Rewriting> log) : BackgroundService
{
    const string Alone = "select pg_try_advisory_lock(hashtext('pst rewriting'))";
    const string Release = "select pg_advisory_unlock(hashtext('pst rewriting'))";
    const string Due = "select max(xid)::text from pst.rewrite_due";

    // A row that somebody still sees would be carried over. Who only waits for a lock on the vault sees nothing yet.
    const string Unseen = """
        select $1::text::xid8 < pg_snapshot_xmin(pg_current_snapshot()) and not exists (
            select from pg_stat_activity
            where datname = current_database() and pid <> pg_backend_pid() and backend_xmin is not null
                and age(backend_xmin) >= age($1::text::xid8::xid))
        """;

    const string Tables = """
        select format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname = 'vault' or (schemaname = 'identity' and tablename in ('person', 'person_token', 'person_passkey')) order by 1
        """;

    const string Done = "delete from pst.rewrite_due where xid <= $1::text::xid8";
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30), Soon = TimeSpan.FromMilliseconds(200);

    // Seldom needed: it gives its connection back.
    readonly string own = new NpgsqlConnectionStringBuilder(login.ConnectionString) { Pooling = false }.ConnectionString;

    readonly SemaphoreSlim woken = new(0, 1);

    /// <summary>Something was erased.</summary>
    public void Wake()
    {
        try { woken.Release(); }
        catch (SemaphoreFullException) { } // it is awake already
    }

    /// <summary>Rewrites what is due.</summary>
    /// <returns>Whether nothing is left to do; false where it has to wait.</returns>
    public async Task<bool> RunOnceAsync(CancellationToken cancel)
    {
        await using var connection = new NpgsqlConnection(own);
        await connection.OpenAsync(cancel);
        if (await AskAsync<bool>(connection, Alone, null, cancel) is not true) return false;
        try
        {
            if (await AskAsync<string>(connection, Due, null, cancel) is not { } xid) return true;
            if (await AskAsync<bool>(connection, Unseen, xid, cancel) is not true) return false;
            await RewriteAsync(connection, cancel);
            await AskAsync<object>(connection, Done, xid, cancel);
            SayDone();
            return true;
        }
        finally { await AskAsync<bool>(connection, Release, null, CancellationToken.None); }
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (true)
        {
            var isDone = await TryAsync(stoppingToken);
            if (isDone) await woken.WaitAsync(Pause, stoppingToken);
            else await Task.Delay(Soon, clock, stoppingToken);
        }
    }

    async Task<bool> TryAsync(CancellationToken cancel)
    {
        try { return await RunOnceAsync(cancel); }
        catch (NpgsqlException away)
        {
            log.LogWarning(away, "Rewriting the vault waits.");
            await Task.Delay(Pause, clock, cancel);
            return false;
        }
    }

    // Who serves is not kept waiting long: a table that is in use is tried again.
    static async Task RewriteAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await AskAsync<object>(connection, "set lock_timeout = '2s'", null, cancel);
        foreach (var table in await TablesAsync(connection, cancel))
            await AskAsync<object>(connection, $"vacuum (full) {table}", null, cancel);
        await AskAsync<object>(connection, "vacuum pst.command", null, cancel);
        // What lies in memory only is written, and files that were replaced are removed; where the login may not, it happens in minutes.
        try { await AskAsync<object>(connection, "checkpoint", null, cancel); }
        catch (PostgresException no) when (no.SqlState == PostgresErrorCodes.InsufficientPrivilege) { }
    }

    static async Task<List<string>> TablesAsync(NpgsqlConnection connection, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(Tables, connection);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<string>();
        while (await rows.ReadAsync(cancel)) found.Add(rows.GetString(0));
        return found;
    }

    static async Task<T?> AskAsync<T>(NpgsqlConnection connection, string sql, string? xid, CancellationToken cancel)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        if (xid is not null) command.Parameters.Add(new() { Value = xid, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Text });
        return await command.ExecuteScalarAsync(cancel) is T found ? found : default;
    }

    [LoggerMessage(LogLevel.Information, "The vault's tables are written anew.")]
    partial void SayDone();
}
