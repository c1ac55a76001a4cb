using System.Data;
using Npgsql;

namespace Pst.Projections;

/// <summary>How everything is read that belongs to one office: in one round trip, as a role that sees no other office's rows.</summary>
public static class OfficeReads
{
    const string SetOffice = "select set_config('pst.office', $1, true)";

    /// <summary>What goes first in a transaction of one's own: from there on it sees this office.</summary>
    public static NpgsqlBatchCommand Enter(OfficeCode office) => GuardSql.Command(SetOffice, [office.Value]);

    /// <summary>
    /// The rows of a query; disposing of them gives the connection back. The setting ends with the batch, which is one transaction.
    /// </summary>
    public static async Task<NpgsqlDataReader> QueryAsync(
        NpgsqlDataSource app, OfficeCode office, NpgsqlBatchCommand query, CancellationToken cancel)
    {
        var connection = await app.OpenConnectionAsync(cancel);
        try
        {
            await using var batch = new NpgsqlBatch(connection) { BatchCommands = { Enter(office), query } };
            var rows = await batch.ExecuteReaderAsync(CommandBehavior.CloseConnection, cancel);
            await rows.NextResultAsync(cancel);
            return rows;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }
}
