using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Vault;

/// <summary>What a kiosk kept through a network cut, and a rule then refused.</summary>
/// <param name="Occurred">When it was filled in.</param>
/// <param name="Reason">The refusal's code.</param>
/// <param name="Box">The form, sealed as the kiosk sent it.</param>
public sealed record RefusedForm(
    Guid Id, VisitId Visit, string Command, DateTimeOffset Occurred, string Reason, Guid Device, byte[] Box);

/// <summary>They wait for the desk until somebody has dealt with them; then nothing personal is left of them.</summary>
public sealed class RefusedForms(PstDatabase database)
{
    const string Add = """
        insert into vault.refused_form (tenant_id, id, visit, command, occurred, reason, device, box)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (tenant_id, id) do update set reason = excluded.reason
        """;

    const string Open = """
        select id, visit, command, occurred, reason, device, box from vault.refused_form
        where tenant_id = $1 and box is not null order by occurred, id limit 200
        """;

    const string Count = "select count(*) from vault.refused_form where tenant_id = $1 and box is not null";
    const string Settle = "update vault.refused_form set box = null where tenant_id = $1 and id = $2";

    /// <summary>Lays it before the desk; again, it only says why it is refused now.</summary>
    public async Task AddAsync(OfficeCode office, RefusedForm form, CancellationToken cancel)
    {
        var values = (object[])
            [office.Value, form.Id, form.Visit.Value, form.Command, form.Occurred.ToUniversalTime(), form.Reason, form.Device, form.Box];
        await using var done = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(Add, values), cancel);
    }

    /// <summary>Those that nobody has dealt with yet, oldest first.</summary>
    public async Task<IReadOnlyList<RefusedForm>> ListAsync(OfficeCode office, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(Open, [office.Value]), cancel);
        var found = new List<RefusedForm>();
        while (await rows.ReadAsync(cancel))
            found.Add(new(
                rows.GetGuid(0), new(rows.GetGuid(1)), rows.GetString(2), rows.GetFieldValue<DateTimeOffset>(3), rows.GetString(4),
                rows.GetGuid(5), rows.GetFieldValue<byte[]>(6)));
        return found;
    }

    public async Task<long> CountAsync(OfficeCode office, CancellationToken cancel)
    {
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(Count, [office.Value]), cancel);
        await rows.ReadAsync(cancel);
        return rows.GetInt64(0);
    }

    /// <summary>Somebody has dealt with it.</summary>
    public async Task SettleAsync(OfficeCode office, Guid id, CancellationToken cancel)
    {
        await using var done = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(Settle, [office.Value, id]), cancel);
    }
}
