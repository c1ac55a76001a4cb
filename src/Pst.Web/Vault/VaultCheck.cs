using Npgsql;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>
/// Whether the vault still holds what was signed and written: every event's commitment is made again from what lies there. What was
/// erased must be gone, and nothing else may be.
/// </summary>
public sealed class VaultCheck(NpgsqlDataSource worker)
{
    // With the last event that says so: what was written after it belongs to nobody's past.
    const string Erased = """
        with erased as materialized (
            select e.tenant_id, visit::uuid as visit, max(e.seq_id) as seq_id
            from pst.mt_events e cross join jsonb_array_elements_text(e.data -> 'Visits') visit
            where e.type = 'data_erased' group by 1, 2)
        """;

    const string Signings = $"""
        {Erased}
        select l.position, e.data ->> 'Commitment', (e.data ->> 'ConfirmedBy')::int, s.salt,
            s.name, s.email, s.phone, s.whatsapp, s.institution, s.disability_kind, s.survey_contact, x.visit is not null
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.signing s on s.tenant_id = e.tenant_id and s.visit = e.stream_id
        left join erased x on x.tenant_id = e.tenant_id and x.visit = e.stream_id
        where e.type = 'guestbook_signed' order by l.position
        """;

    const string Cards = $"""
        {Erased}
        select l.position, e.data ->> 'Commitment', (e.data ->> 'Kind')::int, h.salt, h.tail, x.visit is not null
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.held_id h on h.tenant_id = e.tenant_id and h.visit = e.stream_id and h.commitment = e.data ->> 'Commitment'
        left join erased x on x.tenant_id = e.tenant_id and x.visit = e.stream_id
        where e.type = 'id_held' order by l.position
        """;

    // The last correction is what holds.
    const string Corrections = """
        select distinct on (e.tenant_id, e.stream_id)
            l.position, e.data ->> 'Commitment', null, v.salt, v.name, v.phone, v.whatsapp, v.institution, v.survey_contact,
            exists (select from pst.mt_events x where x.tenant_id = e.tenant_id and x.stream_id = e.stream_id
                and x.type = 'data_erased' and (x.data -> 'Everything')::boolean)
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.visitor v on v.tenant_id = e.tenant_id and v.visitor = e.stream_id
        where e.type = 'details_changed' order by e.tenant_id, e.stream_id, e.version desc
        """;

    const string Complainants = $"""
        {Erased}
        select l.position, '', null, c.name, x.visit is not null
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.complainant c on c.tenant_id = e.tenant_id and c.visit = e.stream_id
        left join erased x on x.tenant_id = e.tenant_id and x.visit = e.stream_id
        where e.type = 'complaint_received' and not (e.data -> 'IsAnonymous')::boolean order by l.position
        """;

    // A comment may come after the erasure, a reason or an answer: the event that refers to it is younger, in whichever stream it stands.
    const string BackAgain = $"""
        {Erased}
        select l.position, 'what was written about the visit'
        from erased x join pst.log_leaf l on l.seq_id = x.seq_id
        join vault.text t on t.tenant_id = x.tenant_id and t.visit = x.visit
        where not exists (
            select from pst.mt_events e where e.tenant_id = x.tenant_id and e.stream_id = x.visit and e.seq_id > x.seq_id
                and position(t.id::text in e.data::text) > 0)
            and not exists (
                select from pst.mt_events e where e.seq_id > x.seq_id and e.tenant_id = x.tenant_id
                    and position(t.id::text in e.data::text) > 0)
        union all
        select l.position, 'who the visitor is'
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        join vault.visitor v on v.tenant_id = e.tenant_id and v.visitor = e.stream_id
        where e.type = 'data_erased' and (e.data -> 'Everything')::boolean
        order by 1 limit 1
        """;

    /// <summary>What is wrong, the first of each kind.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel) =>
    [
        .. await FaultsAsync(Signings, "what was signed in the guestbook", Signed, 11, cancel),
        .. await FaultsAsync(Cards, "the held card", Held, 5, cancel),
        .. await FaultsAsync(Corrections, "what the visitor corrected", Corrected, 9, cancel),
        .. await FaultsAsync(Complainants, "who complained", _ => "", 4, cancel), // nothing commits to it
        .. await BackAgainAsync(cancel),
        .. await new TextCheck(worker).FaultsAsync(cancel),
        .. await new AttachmentCheck(worker).FaultsAsync(cancel),
    ];

    async Task<IReadOnlyList<string>> BackAgainAsync(CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(BackAgain, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        return await rows.ReadAsync(cancel) ? [Back(rows.GetInt64(0), rows.GetString(1))] : [];
    }

    static string Back(long position, string what) => $"position {position}: {what} was erased and lies in the vault again";

    async Task<IReadOnlyList<string>> FaultsAsync(
        string query, string what, Func<NpgsqlDataReader, string> made, int erased, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var (position, isErased) = (rows.GetInt64(0), rows.GetBoolean(erased));
            if (rows.IsDBNull(3) != isErased)
                return [isErased ? Back(position, what) : $"position {position}: {what} is missing in the vault"];
            if (!isErased && made(rows) != rows.GetString(1)) return [$"position {position}: {what} is not what lies in the vault"];
        }
        return [];
    }

    static string Signed(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        var kind = Text(9) is { } word && Words.TryRead<DisabilityKind>(word, out var read) ? read : (DisabilityKind?)null;
        var details = new SignedDetails(row.GetString(4), Text(5), Text(6), Text(7), Text(8), kind, row.GetBoolean(10))
        {
            ConfirmedBy = row.IsDBNull(2) ? null : (Guardian)row.GetInt32(2),
        };
        return Commitment.ToSigning(details, row.GetFieldValue<byte[]>(3));
    }

    static string Corrected(NpgsqlDataReader row)
    {
        string? Text(int column) => row.IsDBNull(column) ? null : row.GetString(column);
        return Commitment.ToDetails(new(row.GetString(4), Text(5), Text(6), Text(7), row.GetBoolean(8)), row.GetFieldValue<byte[]>(3));
    }

    static string Held(NpgsqlDataReader row) =>
        Commitment.ToCard((IdKind)row.GetInt32(2), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<byte[]>(3));
}
