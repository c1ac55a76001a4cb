using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Online;

/// <summary>Which visits use the library, and when each was last at it.</summary>
public sealed class LibraryUse(PstDatabase database, TimeProvider clock)
{
    const string Begin = """
        insert into vault.library_use as kept (tenant_id, visit, person, online, used) values ($1, $2, $3, $4, $5)
        on conflict (tenant_id, visit) do update set person = coalesce(excluded.person, kept.person), used = excluded.used
        """;

    const string Find = "select person from vault.library_use where tenant_id = $1 and visit = $2";
    const string Touch = "update vault.library_use set used = $3 where tenant_id = $1 and visit = $2";

    const string Search = """
        update vault.library_use set used = $3, searched = $3
        where tenant_id = $1 and visit = $2 and (searched is null or searched <= $4) returning true
        """;

    const string End = "delete from vault.library_use where tenant_id = $1 and visit = $2";
    const string Resting = "select tenant_id, visit, online from vault.library_use where used <= $1";

    // Who looks for something tries several words: that is one search to tell, as long as it goes on.
    static readonly TimeSpan OneSearch = TimeSpan.FromMinutes(5);

    DateTimeOffset Now => clock.GetUtcNow().ToUniversalTime();

    public async Task BeginAsync(OfficeCode office, VisitId visit, Guid? person, bool online, CancellationToken cancel)
    {
        var command = GuardSql.Command(Begin, [office.Value, visit.Value]);
        command.Parameters.Add(new() { Value = (object?)person ?? DBNull.Value, NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Uuid });
        command.Parameters.Add(new() { Value = online });
        command.Parameters.Add(new() { Value = Now });
        await AskAsync(office, command, cancel);
    }

    /// <summary>Whether the visit uses the library, and by whose account.</summary>
    public async Task<(bool Exists, Guid? Person)> FindAsync(OfficeCode office, VisitId visit, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(
            database.App, office, GuardSql.Command(Find, [office.Value, visit.Value]), cancel);
        return await rows.ReadAsync(cancel) ? (true, rows.IsDBNull(0) ? null : rows.GetGuid(0)) : default;
    }

    public Task TouchAsync(OfficeCode office, VisitId visit, CancellationToken cancel) =>
        AskAsync(office, GuardSql.Command(Touch, [office.Value, visit.Value, Now]), cancel);

    /// <summary>Whether this search begins one that was not told yet.</summary>
    public Task<bool> IsNewSearchAsync(OfficeCode office, VisitId visit, CancellationToken cancel) =>
        AskAsync(office, GuardSql.Command(Search, [office.Value, visit.Value, Now, Now - OneSearch]), cancel);

    public Task EndAsync(OfficeCode office, VisitId visit, CancellationToken cancel) =>
        AskAsync(office, GuardSql.Command(End, [office.Value, visit.Value]), cancel);

    /// <summary>Those that were not used since a moment, in all offices.</summary>
    public async Task<IReadOnlyList<(OfficeCode Office, VisitId Visit, bool Online)>> RestingAsync(
        DateTimeOffset since, CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(Resting);
        command.Parameters.Add(new() { Value = since.ToUniversalTime() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(OfficeCode, VisitId, bool)>();
        while (await rows.ReadAsync(cancel)) found.Add((new(rows.GetString(0)), new(rows.GetGuid(1)), rows.GetBoolean(2)));
        return found;
    }

    async Task<bool> AskAsync(OfficeCode office, NpgsqlBatchCommand command, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, command, cancel);
        return await rows.ReadAsync(cancel);
    }
}
