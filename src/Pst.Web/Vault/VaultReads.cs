using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Vault;

/// <summary>What is asked of the vault, in one office.</summary>
public sealed class VaultReads(PstDatabase database)
{
    const string Texts = "select id, body from vault.text where tenant_id = $1 and id = any($2)";
    const string Tails = "select commitment, tail from vault.held_id where tenant_id = $1 and commitment = any($2) and tail is not null";

    const string Visitors = """
        select visitor, name, email, phone, whatsapp, institution, survey_contact from vault.visitor
        where tenant_id = $1 and visitor = any($2)
        """;

    const string Signings = """
        select visit from vault.signing
        where tenant_id = $1 and visitor = any(array(select record from pst.records_of($1, $2) record))
        """;

    /// <summary>The texts that are still there, by their references; an erased one is missing.</summary>
    public Task<Dictionary<Guid, string>> TextsAsync(OfficeCode office, IReadOnlyCollection<Guid> references, CancellationToken cancel) =>
        PairsAsync(Texts, office, references.ToArray(), references.Count, row => (row.GetGuid(0), row.GetString(1)), cancel);

    /// <summary>The incidents with what is known of them.</summary>
    public async Task<IReadOnlyList<IncidentLine>> ToldAsync(
        OfficeCode office, IReadOnlyList<IncidentLine> incidents, CancellationToken cancel)
    {
        var texts = await TextsAsync(office, [.. incidents.Select(it => it.ReasonRef)], cancel);
        return [.. incidents.Select(it => it with { Reason = texts.GetValueOrDefault(it.ReasonRef) })];
    }

    /// <summary>The last characters of held cards, by the events' commitments.</summary>
    public Task<Dictionary<string, string>> TailsAsync(
        OfficeCode office, IReadOnlyCollection<string> commitments, CancellationToken cancel) =>
        PairsAsync(Tails, office, commitments.ToArray(), commitments.Count, row => (row.GetString(0), row.GetString(1)), cancel);

    /// <summary>Who a visitor is; null for one that this office does not know.</summary>
    public async Task<VisitorDetails?> VisitorAsync(OfficeCode office, VisitorId visitor, CancellationToken cancel) =>
        (await VisitorsAsync(office, [visitor], cancel)).GetValueOrDefault(visitor);

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

    /// <summary>All visits that a visitor has signed, under whichever of their records.</summary>
    public async Task<IReadOnlyList<VisitId>> VisitsAsync(OfficeCode office, VisitorId visitor, CancellationToken cancel)
    {
        var query = GuardSql.Command(Signings, [office.Value, visitor.Value]);
        await using var rows = await OfficeReads.QueryAsync(database.App, office, query, cancel);
        var found = new List<VisitId>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetGuid(0)));
        return found;
    }

    async Task<Dictionary<TKey, string>> PairsAsync<TKey>(
        string sql, OfficeCode office, object keys, int count, Func<NpgsqlDataReader, (TKey, string)> read, CancellationToken cancel)
        where TKey : notnull
    {
        var found = new Dictionary<TKey, string>();
        if (count == 0) return found;

        await using var rows = await OfficeReads.QueryAsync(database.App, office, GuardSql.Command(sql, [office.Value, keys]), cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (key, text) = read(rows);
            found[key] = text;
        }
        return found;
    }
}

/// <summary>A visitor as the office knows them.</summary>
public sealed record VisitorDetails(
    VisitorId Id, string Name, string? Email, string? Phone, string? Whatsapp, string? Institution, bool SurveyContact);
