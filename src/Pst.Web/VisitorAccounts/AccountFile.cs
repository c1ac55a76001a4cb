using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.VisitorAccounts;

/// <summary>What lies in the vault of a visitor's account: read for its owner, and for nobody else.</summary>
public sealed class AccountFile(PstDatabase database)
{
    const string Find = "select email, name, whatsapp, institution, codes::text from vault.account where person = $1";

    const string Insert = "insert into vault.account (person, email, name, whatsapp, institution, codes) values ($1, $2, $3, $4, $5, $6)";

    const string Replace = "update vault.account set name = $2, whatsapp = $3, institution = $4, codes = $5 where person = $1";
    const string Forget = "select vault.forget_account($1)";

    /// <summary>The account that somebody is signed in to; null for everybody but its owner.</summary>
    public async Task<VisitorAccount?> OfAsync(Caller? caller, CancellationToken cancel)
    {
        if (VisitorAccount.Of(caller) is not { } person) return null;
        await using var command = database.App.CreateCommand(Find);
        command.Parameters.Add(new() { Value = person });
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;
        var codes = row.IsDBNull(4) ? null : JsonSerializer.Deserialize<Demographics>(row.GetString(4), StoredJson.Options);
        return new(person, EmailAddress.Parse(row.GetString(0), null), row.GetString(1), Text(row, 2), Text(row, 3), codes);
    }

    /// <summary>Puts down a new one, on the connection where the account is made.</summary>
    internal static async Task AddAsync(NpgsqlConnection connection, VisitorAccount it, CancellationToken cancel)
    {
        await using var batch = new NpgsqlBatch(connection)
        {
            BatchCommands = { Command(Insert, it.Person, it.Email.Value, it.Name, it.Whatsapp, it.Institution, Codes(it)) },
        };
        await batch.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>Keeps what the owner says from now on; the address stays.</summary>
    public Task SaveAsync(VisitorAccount it, CancellationToken cancel) =>
        RunAsync(Command(Replace, it.Person, it.Name, it.Whatsapp, it.Institution, Codes(it)), cancel);

    /// <summary>Takes the account away with every way in to it.</summary>
    public Task ForgetAsync(VisitorAccount it, CancellationToken cancel) => RunAsync(GuardSql.Command(Forget, [it.Person]), cancel);

    async Task RunAsync(NpgsqlBatchCommand command, CancellationToken cancel)
    {
        await using var batch = database.App.CreateBatch();
        batch.BatchCommands.Add(command);
        await batch.ExecuteNonQueryAsync(cancel);
    }

    static NpgsqlBatchCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = new NpgsqlBatchCommand(sql);
        foreach (var value in values) command.Parameters.Add(value as NpgsqlParameter ?? new() { Value = value ?? DBNull.Value });
        return command;
    }

    static NpgsqlParameter Codes(VisitorAccount it) => new()
    {
        Value = it.Codes is { } codes ? JsonSerializer.Serialize(codes, StoredJson.Options) : DBNull.Value,
        NpgsqlDbType = NpgsqlDbType.Jsonb,
    };

    static string? Text(NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);
}
