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
        var found = new List<AccountRecord>();
        foreach (var (office, name) in await directory.ListAsync(cancel))
            if (await FindAsync(office, account, cancel) is { } record) found.Add(new(office, name, record));
        return found;
    }
}

/// <param name="Name">The office's.</param>
public sealed record AccountRecord(OfficeCode Office, string Name, VisitorId Record);
