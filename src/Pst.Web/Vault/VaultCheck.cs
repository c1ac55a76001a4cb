using Npgsql;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>Whether the vault still holds what was signed: every event's commitment is made again from what lies there.</summary>
public sealed class VaultCheck(NpgsqlDataSource worker)
{
    const string Signings = """
        select l.position, e.data ->> 'Commitment', (e.data ->> 'ConfirmedBy')::int, s.salt,
            s.name, s.email, s.phone, s.whatsapp, s.institution, s.disability_kind, s.survey_contact
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.signing s on s.tenant_id = e.tenant_id and s.visit = e.stream_id
        where e.type = 'guestbook_signed' order by l.position
        """;

    const string Cards = """
        select l.position, e.data ->> 'Commitment', (e.data ->> 'Kind')::int, h.salt, h.tail
        from pst.mt_events e join pst.log_leaf l on l.seq_id = e.seq_id
        left join vault.held_id h on h.tenant_id = e.tenant_id and h.visit = e.stream_id and h.commitment = e.data ->> 'Commitment'
        where e.type = 'id_held' order by l.position
        """;

    /// <summary>What is wrong, the first of each kind.</summary>
    public async Task<IReadOnlyList<string>> FaultsAsync(CancellationToken cancel) =>
    [
        .. await FaultsAsync(Signings, "what was signed in the guestbook", Signed, cancel),
        .. await FaultsAsync(Cards, "the held card", Held, cancel),
    ];

    async Task<IReadOnlyList<string>> FaultsAsync(
        string query, string what, Func<NpgsqlDataReader, string> made, CancellationToken cancel)
    {
        await using var connection = await worker.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(query, connection) { CommandTimeout = 0 };
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            if (rows.IsDBNull(3)) return [$"position {rows.GetInt64(0)}: {what} is missing in the vault"];
            if (made(rows) != rows.GetString(1)) return [$"position {rows.GetInt64(0)}: {what} is not what lies in the vault"];
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

    static string Held(NpgsqlDataReader row) =>
        Commitment.ToCard((IdKind)row.GetInt32(2), row.IsDBNull(4) ? null : row.GetString(4), row.GetFieldValue<byte[]>(3));
}
