using Npgsql;

namespace Pst.Web.Vault;

/// <summary>Whether attached files are what events refer to: each reference is made again from what lies in the vault.</summary>
sealed class AttachmentCheck(NpgsqlDataSource worker)
{
    const string All = """
        select a.id, a.salt, a.content, (
            select min(l.position) from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
            where e.tenant_id = a.tenant_id and e.stream_id = a.visit and e.data -> 'Files' ? a.id::text)
        from vault.attachment a order by a.tenant_id, a.id
        """;

    const string Missing = """
        select min(l.position)
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        cross join jsonb_array_elements_text(e.data -> 'Files') file
        where e.type in ('complaint_received', 'complainant_replied')
            and not exists (select from vault.attachment a where a.tenant_id = e.tenant_id and a.id = file::uuid)
            and not exists (
                select from pst.mt_events x where x.tenant_id = e.tenant_id and x.type = 'data_erased' and x.seq_id > e.seq_id
                    and x.data -> 'Visits' ? e.stream_id::text)
        """;

    /// <summary>What is wrong, the first of each kind.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel)
    {
        var faults = new List<string>();
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using (var command = new NpgsqlCommand(All, connection) { CommandTimeout = 0 })
        await using (var rows = await command.ExecuteReaderAsync(cancel))
            while (faults.Count == 0 && await rows.ReadAsync(cancel))
                if (rows.IsDBNull(3)) faults.Add("an attached file lies in the vault that no event refers to");
                else if (Commitment.ToFile(rows.GetFieldValue<byte[]>(2), rows.GetFieldValue<byte[]>(1)) != rows.GetGuid(0))
                    faults.Add($"position {rows.GetInt64(3)}: the file that it refers to is not what lies in the vault");
        await using var asking = new NpgsqlCommand(Missing, connection) { CommandTimeout = 0 };
        if (await asking.ExecuteScalarAsync(cancel) is long missing)
            faults.Add($"position {missing}: the file that it refers to is missing in the vault");
        return faults;
    }
}
