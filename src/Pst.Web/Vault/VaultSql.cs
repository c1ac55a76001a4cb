using Npgsql;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>The statements that fill the vault, for the batch that appends the events.</summary>
public static class VaultSql
{
    // What is typed at a kiosk belongs to that visit: somebody who is known already keeps the details that are known.
    const string RegisterVisitor = """
        insert into vault.visitor (tenant_id, visitor, contact, name, email, phone, whatsapp, institution, survey_contact)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing
        """;

    const string KeepSigning = """
        insert into vault.signing
            (tenant_id, visitor, visit, salt, name, email, phone, whatsapp, institution, disability_kind, survey_contact)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        """;

    const string KeepTail = "insert into vault.held_id (tenant_id, visit, commitment, salt, tail) values ($1, $2, $3, $4, $5)";
    const string KeepText = "insert into vault.text (tenant_id, visit, id, body) values ($1, $2, $3, $4)";

    /// <param name="contact">The keyed hash by which the visitor is known again.</param>
    public static IEnumerable<NpgsqlBatchCommand> Of(
        VaultEntry entry, OfficeCode office, VisitId? visit = null, VisitorId? visitor = null, byte[]? contact = null) =>
        entry switch
        {
            VaultEntry.Signing(var who, var salt) =>
            [
                Command(RegisterVisitor, office.Value, visitor!.Value.Value, contact, who.Name, who.Email, who.Phone, who.Whatsapp,
                    who.Institution, who.SurveyContact),
                Command(KeepSigning, office.Value, visitor.Value.Value, visit!.Value.Value, salt, who.Name, who.Email, who.Phone,
                    who.Whatsapp, who.Institution, who.DisabilityKind is { } kind ? Words.Of(kind) : null, who.SurveyContact),
            ],
            VaultEntry.CardTail(var commitment, var salt, var tail) =>
                [Command(KeepTail, office.Value, visit!.Value.Value, commitment, salt, tail)],
            VaultEntry.Text(var id, var body) => [Command(KeepText, office.Value, visit?.Value, id, body)],
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };

    static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }
}
