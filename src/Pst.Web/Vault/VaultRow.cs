using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>A row that an entry puts into the vault.</summary>
/// <param name="Values">In the order of the table's columns.</param>
sealed record VaultRow(VaultTable Table, object?[] Values)
{
    public static IEnumerable<VaultRow> Of(
        VaultEntry entry, OfficeCode office, VisitId? visit, VisitorId? visitor, byte[]? contact) =>
        entry switch
        {
            VaultEntry.Signing(var who, var salt) =>
            [
                new(VaultTable.Visitors,
                    [office.Value, visitor!.Value.Value, contact, who.Name, who.Email, who.Phone, who.Whatsapp, who.Institution,
                        who.SurveyContact]),
                new(VaultTable.Signings,
                    [office.Value, visitor.Value.Value, visit!.Value.Value, salt, who.Name, who.Email, who.Phone, who.Whatsapp,
                        who.Institution, who.DisabilityKind is { } kind ? Words.Of(kind) : null, who.SurveyContact]),
            ],
            VaultEntry.CardTail(var commitment, var salt, var tail) =>
                [new(VaultTable.Cards, [office.Value, visit!.Value.Value, commitment, salt, tail])],
            VaultEntry.Text text => [new(VaultTable.Texts, [office.Value, visit?.Value, text.Id, text.Body, text.Salt])],
            VaultEntry.Attachment it =>
                [new(VaultTable.Attachments, [office.Value, visit!.Value.Value, it.Id.Value, it.Salt, it.Content])],
            VaultEntry.Complainant it =>
                [new(VaultTable.Complainants, [office.Value, visit!.Value.Value, it.Name, it.Email, it.Phone, it.Language])],
            _ => throw new ArgumentOutOfRangeException(nameof(entry)),
        };
}

/// <summary>A table of the vault that commands add to.</summary>
sealed record VaultTable(string Name, string[] Columns, string OnConflict = "")
{
    // What is typed at a kiosk belongs to that visit: somebody who is known already keeps the details that are known.
    public static readonly VaultTable Visitors = new(
        "vault.visitor",
        ["tenant_id", "visitor", "contact", "name", "email", "phone", "whatsapp", "institution", "survey_contact"],
        " on conflict do nothing");

    public static readonly VaultTable Signings = new(
        "vault.signing",
        ["tenant_id", "visitor", "visit", "salt", "name", "email", "phone", "whatsapp", "institution", "disability_kind",
            "survey_contact"]);

    public static readonly VaultTable Cards = new("vault.held_id", ["tenant_id", "visit", "commitment", "salt", "tail"]);
    public static readonly VaultTable Texts = new("vault.text", ["tenant_id", "visit", "id", "body", "salt"]);

    public static readonly VaultTable Complainants = new(
        "vault.complainant", ["tenant_id", "visit", "name", "email", "phone", "language"]);

    public static readonly VaultTable Attachments = new("vault.attachment", ["tenant_id", "visit", "id", "salt", "content"]);

    public static readonly IReadOnlyList<VaultTable> All = [Visitors, Signings, Cards, Texts, Complainants, Attachments];

    public string Insert { get; } = $"""
        insert into {Name} ({string.Join(", ", Columns)})
        values ({string.Join(", ", Columns.Select((_, index) => $"${index + 1}"))}){OnConflict}
        """;
}
