using Npgsql;

namespace Pst.Web.Vault;

/// <summary>
/// Whether reasons and comments are the words that events refer to: each reference that was made from its words is made again from what
/// lies in the vault. Texts from before references were made so cannot be checked.
/// </summary>
sealed class TextCheck(NpgsqlDataSource worker)
{
    const string All = "select tenant_id, id, body, salt from vault.text";

    const string Places = """
        select min(l.position) from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        where e.tenant_id = $1 and position($2 in e.data::text) > 0
        """;

    static readonly string Missing = $$"""
        select min(l.position)
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        cross join lateral regexp_matches(e.data::text,
            '"(?:{{string.Join('|', TextMembers.Names)}})": '
            || '"([0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12})"', 'g') as found (reference)
        where e.type in ('{{string.Join("', '", TextMembers.Aliases)}}')
            and not exists (select from vault.text t where t.tenant_id = e.tenant_id and t.id = found.reference[1]::uuid)
            and not exists (
                select from pst.mt_events x where x.tenant_id = e.tenant_id and x.type = 'data_erased' and x.seq_id > e.seq_id
                    and x.data -> 'Visits' ? e.stream_id::text)
        """;

    /// <summary>What is wrong, the first of each kind.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        if (await ChangedAsync(cancel) is var (tenant, text))
        {
            var position = await AskAsync(Places, cancel, tenant, $"{text}");
            faults.Add(position is null
                ? $"a text of office {tenant} lies in the vault that no event refers to, and is not what it says"
                : $"position {position}: the words that it refers to are not what lies in the vault");
        }
        if (await AskAsync(Missing, cancel) is { } missing)
            faults.Add($"position {missing}: the words that it refers to are missing in the vault");
        return faults;
    }

    async Task<(string Tenant, Guid Text)?> ChangedAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(All, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (id, salt) = (rows.GetGuid(1), rows.IsDBNull(3) ? null : rows.GetFieldValue<byte[]>(3));
            var isKnown = salt is not null || Commitment.IsToText(id);
            if (isKnown && (salt is null || Commitment.ToText(rows.GetString(2), salt) != id)) return (rows.GetString(0), id);
        }
        return null;
    }

    async Task<long?> AskAsync(string question, CancellationToken cancel, params string[] values)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(question, connection) { CommandTimeout = 0 };
        foreach (var value in values) command.Parameters.Add(new() { Value = value });
        return await command.ExecuteScalarAsync(cancel) as long?;
    }
}
