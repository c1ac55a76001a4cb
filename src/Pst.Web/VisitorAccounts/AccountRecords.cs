using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Pages.Home;
using Pst.Web.Writing;

namespace Pst.Web.VisitorAccounts;

/// <summary>Which records are an account's: in each office the one under its confirmed address, whoever signed it and wherever.</summary>
public sealed class AccountRecords(PstDatabase database, EdgeKeys keys, OfficeDirectory directory)
{
    const string Find = "select visitor from vault.visitor where tenant_id = $1 and contact = $2";

    const string FindAll = """
        select known.tenant_id, known.visitor from unnest($1::text[], $2::bytea[]) asked (office, contact)
        join vault.visitor known on known.tenant_id = asked.office and known.contact = asked.contact
        """;

    /// <summary>Null where the office has none.</summary>
    public async Task<VisitorId?> FindAsync(OfficeCode office, VisitorAccount account, CancellationToken cancel)
    {
        var query = GuardSql.Command(Find, [office.Value, keys.ContactHash(office, account.Email.Value)]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        return await rows.ReadAsync(cancel) ? new(rows.GetGuid(0)) : null;
    }

    /// <summary>In all offices, by their names.</summary>
    public async Task<IReadOnlyList<AccountRecord>> AllAsync(VisitorAccount account, CancellationToken cancel)
    {
        var offices = await directory.ListAsync(cancel);
        await using var command = database.Worker.CreateCommand(FindAll);
        command.Parameters.Add(new() { Value = offices.Select(it => it.Code.Value).ToArray() });
        command.Parameters.Add(new() { Value = offices.Select(it => keys.ContactHash(it.Code, account.Email.Value)).ToArray() });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new Dictionary<OfficeCode, VisitorId>();
        while (await rows.ReadAsync(cancel)) found[new(rows.GetString(0))] = new(rows.GetGuid(1));
        return [.. offices.Where(it => found.ContainsKey(it.Code)).Select(it => new AccountRecord(it.Code, it.Name, found[it.Code]))];
    }
}

/// <param name="Name">The office's.</param>
public sealed record AccountRecord(OfficeCode Office, string Name, VisitorId Record);
