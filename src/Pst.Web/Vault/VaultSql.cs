using Npgsql;
using Pst.Domain;

namespace Pst.Web.Vault;

/// <summary>The statements that fill the vault, for the batch that appends the events.</summary>
public static class VaultSql
{
    /// <param name="contact">The keyed hash by which the visitor is known again.</param>
    public static IEnumerable<NpgsqlBatchCommand> Of(
        VaultEntry entry, OfficeCode office, VisitId? visit = null, VisitorId? visitor = null, byte[]? contact = null) =>
        VaultRow.Of(entry, office, visit, visitor, contact).Select(it => Command(it.Table.Insert, it.Values));

    static NpgsqlBatchCommand Command(string sql, IReadOnlyList<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value });
        return command;
    }
}
