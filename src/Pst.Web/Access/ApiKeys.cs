using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Access;

/// <summary>
/// Keys of programs and devices. A key is shown once; the database keeps its hash, which is enough: a key is 256 random bits.
/// </summary>
public sealed class ApiKeys(PstDatabase database)
{
    const string Find = "select id, role, office, device from identity.api_key where hash = $1 and revoked is null";
    const string Insert = "insert into identity.api_key (id, hash, role, office, device, name) values ($1, $2, $3, $4, $5, $6)";
    const string RevokeDevice = "update identity.api_key set revoked = now() where device = $1 and revoked is null";
    const string Any = "select exists (select from identity.api_key)";

    /// <summary>Who comes with this key; null where it is none, or none any more.</summary>
    public async Task<Caller?> FindAsync(string key, CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(Find);
        command.Parameters.Add(new() { Value = Hash(key) });
        await using var row = await command.ExecuteReaderAsync(cancel);
        if (!await row.ReadAsync(cancel)) return null;

        OfficeCode? office = row.IsDBNull(2) ? null : new(row.GetString(2));
        Guid? device = row.IsDBNull(3) ? null : row.GetGuid(3);
        return new($"key:{row.GetGuid(0)}", (Role)row.GetInt16(1), office, device);
    }

    /// <summary>A new key, shown here once.</summary>
    /// <param name="office">Null for all offices.</param>
    /// <param name="name">What people call it; null for one made by a program.</param>
    public async Task<(Guid Id, string Key)> MakeAsync(Role role, OfficeCode? office, Guid? device, string? name, CancellationToken cancel)
    {
        var key = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        return (await KeepAsync(key, role, office, device, name, cancel), key);
    }

    /// <summary>Takes the administrator's first key from the settings, as long as no key exists.</summary>
    public async Task BootstrapAsync(string key, CancellationToken cancel)
    {
        if (!await AnyAsync(cancel)) await KeepAsync(key, Role.Admin, null, null, "bootstrap", cancel);
    }

    public async Task<bool> AnyAsync(CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(Any);
        return await command.ExecuteScalarAsync(cancel) is true;
    }

    public async Task RevokeDeviceAsync(Guid device, CancellationToken cancel)
    {
        await using var command = database.App.CreateCommand(RevokeDevice);
        command.Parameters.Add(new() { Value = device });
        await command.ExecuteNonQueryAsync(cancel);
    }

    async Task<Guid> KeepAsync(string key, Role role, OfficeCode? office, Guid? device, string? name, CancellationToken cancel)
    {
        var id = Guid.CreateVersion7();
        await using var command = database.App.CreateCommand(Insert);
        foreach (var value in (object?[])[id, Hash(key), (short)role, office?.Value, device, name])
            command.Parameters.Add(Parameter(value));
        await command.ExecuteNonQueryAsync(cancel);
        return id;
    }

    static NpgsqlParameter Parameter(object? value) => new() { Value = value ?? DBNull.Value };

    static byte[] Hash(string key) => SHA256.HashData(Encoding.UTF8.GetBytes(key));
}
