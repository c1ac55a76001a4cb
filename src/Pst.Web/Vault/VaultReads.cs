using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Vault;

/// <summary>
/// What is asked of the vault, in one office. Nobody shows anything of it but by <see cref="VisitorFile"/>, which records who looks, and
/// <see cref="OpenWords"/>.
/// </summary>
public sealed class VaultReads(PstDatabase database)
{
    const string Texts = """
        select t.id, t.body, t.visit, s.visitor from vault.text t
        left join vault.signing s on s.tenant_id = t.tenant_id and s.visit = t.visit
        where t.tenant_id = $1 and t.id = any($2)
        """;

    const string Tails = """
        select h.commitment, h.tail, h.visit, s.visitor from vault.held_id h
        left join vault.signing s on s.tenant_id = h.tenant_id and s.visit = h.visit
        where h.tenant_id = $1 and h.commitment = any($2) and h.tail is not null
        """;

    const string Visitors = """
        select visitor, name, email, phone, whatsapp, institution, survey_contact from vault.visitor
        where tenant_id = $1 and visitor = any($2)
        """;

    const string Complainants = "select name, email, phone from vault.complainant where tenant_id = $1 and visit = $2";

    const string Bookers = "select visit, name from vault.complainant where tenant_id = $1 and visit = any($2)";

    const string Attachments = "select content from vault.attachment where tenant_id = $1 and visit = $2 and id = $3";

    const string Signings = """
        select visit from vault.signing
        where tenant_id = $1 and visitor = any(array(select record from pst.records_of($1, $2) record))
        """;

    /// <summary>The texts that are still there, by their references; an erased one is missing.</summary>
    public Task<IReadOnlyList<KeptText<Guid>>> TextsAsync(
        OfficeCode office, IReadOnlyCollection<Guid> references, CancellationToken cancel) =>
        ListAsync(Texts, office, references.ToArray(), references.Count, row => row.GetGuid(0), cancel);

    /// <summary>The last characters of held cards, by the events' commitments.</summary>
    public Task<IReadOnlyList<KeptText<string>>> TailsAsync(
        OfficeCode office, IReadOnlyCollection<string> commitments, CancellationToken cancel) =>
        ListAsync(Tails, office, commitments.ToArray(), commitments.Count, row => row.GetString(0), cancel);

    /// <summary>Who they are, as far as this office knows them.</summary>
    public async Task<IReadOnlyDictionary<VisitorId, VisitorDetails>> VisitorsAsync(
        OfficeCode office, IReadOnlyCollection<VisitorId> visitors, CancellationToken cancel)
    {
        var found = new Dictionary<VisitorId, VisitorDetails>();
        var query = GuardSql.Command(Visitors, [office.Value, visitors.Select(it => it.Value).ToArray()]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        while (await rows.ReadAsync(cancel))
        {
            var visitor = new VisitorId(rows.GetGuid(0));
            found[visitor] = new(visitor, rows.GetString(1), Text(2), Text(3), Text(4), Text(5), rows.GetBoolean(6));
        }
        return found;
    }

    /// <summary>Who made a complaint; null for an anonymous one.</summary>
    public async Task<ComplainantDetails?> ComplainantAsync(OfficeCode office, ComplaintId complaint, CancellationToken cancel)
    {
        var query = GuardSql.Command(Complainants, [office.Value, complaint.Value]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        string? Text(int column) => rows.IsDBNull(column) ? null : rows.GetString(column);
        return await rows.ReadAsync(cancel) ? new(rows.GetString(0), Text(1), Text(2)) : null;
    }

    /// <summary>Who made appointments, by name.</summary>
    public async Task<IReadOnlyDictionary<AppointmentId, string>> BookersAsync(
        OfficeCode office, IReadOnlyCollection<AppointmentId> appointments, CancellationToken cancel)
    {
        var found = new Dictionary<AppointmentId, string>();
        var query = GuardSql.Command(Bookers, [office.Value, appointments.Select(it => it.Value).ToArray()]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        while (await rows.ReadAsync(cancel)) found[new(rows.GetGuid(0))] = rows.GetString(1);
        return found;
    }

    /// <summary>A file that was attached to a complaint; null where it is no more, or not this complaint's.</summary>
    public async Task<byte[]?> AttachmentAsync(OfficeCode office, ComplaintId complaint, AttachmentId file, CancellationToken cancel)
    {
        var query = GuardSql.Command(Attachments, [office.Value, complaint.Value, file.Value]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        return await rows.ReadAsync(cancel) ? rows.GetFieldValue<byte[]>(0) : null;
    }

    /// <summary>All visits that a visitor has signed, under whichever of their records.</summary>
    public async Task<IReadOnlyList<VisitId>> VisitsAsync(OfficeCode office, VisitorId visitor, CancellationToken cancel)
    {
        var query = GuardSql.Command(Signings, [office.Value, visitor.Value]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        var found = new List<VisitId>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetGuid(0)));
        return found;
    }

    async Task<IReadOnlyList<KeptText<TKey>>> ListAsync<TKey>(
        string sql, OfficeCode office, object keys, int count, Func<NpgsqlDataReader, TKey> key, CancellationToken cancel)
    {
        if (count == 0) return [];
        var found = new List<KeptText<TKey>>();
        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(sql, [office.Value, keys]), cancel);
        while (await rows.ReadAsync(cancel))
        {
            VisitId? visit = rows.IsDBNull(2) ? null : new(rows.GetGuid(2));
            VisitorId? visitor = rows.IsDBNull(3) ? null : new(rows.GetGuid(3));
            found.Add(new(key(rows), rows.GetString(1), visit, visitor));
        }
        return found;
    }
}

/// <summary>A text of the vault.</summary>
/// <param name="Visit">That it was written in; null for the office's own words.</param>
/// <param name="Visitor">Who signed that visit; null where nobody did.</param>
public sealed record KeptText<TKey>(TKey Key, string Text, VisitId? Visit, VisitorId? Visitor);

/// <summary>Who complained, and where the answer goes.</summary>
public sealed record ComplainantDetails(string Name, string? Email, string? Phone);

/// <summary>A visitor as the office knows them.</summary>
public sealed record VisitorDetails(
    VisitorId Id, string Name, string? Email, string? Phone, string? Whatsapp, string? Institution, bool SurveyContact);
