using Npgsql;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Hosting;

namespace Pst.Web.Identity;

/// <summary>A kiosk or TV that was enrolled and not revoked.</summary>
public sealed record Device(Guid Id, string Name, OfficeCode Office, DateTimeOffset Made);

/// <summary>Enrols devices: a code made in the office, typed on the tablet, becomes a key that only that tablet holds.</summary>
public sealed class EnrolledDevices(PstDatabase database, ApiKeys keys, OneTimeLinks links)
{
    const string In = """
        select device, coalesce(name, ''), office, made from identity.api_key
        where device is not null and revoked is null and ($1 is null or office = $1) order by office, name, made
        """;

    const string Exists = """
        select exists (select from identity.api_key where device = $1 and revoked is null and ($2 is null or office = $2))
        """;

    static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15);

    /// <param name="office">Null for all of them.</param>
    public async Task<IReadOnlyList<Device>> InAsync(OfficeCode? office, CancellationToken cancel)
    {
        await using var command = Command(In, office?.Value);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var devices = new List<Device>();
        while (await rows.ReadAsync(cancel))
            devices.Add(new(rows.GetGuid(0), rows.GetString(1), new(rows.GetString(2)), rows.GetFieldValue<DateTimeOffset>(3)));
        return devices;
    }

    /// <summary>A code to type on the device; shown once.</summary>
    public async Task<string> OfferAsync(OfficeCode office, string name, CancellationToken cancel)
    {
        var code = OneTimeLinks.NewCode();
        await links.AddAsync(
            new()
            {
                Hash = OneTimeLinks.HashOf(code), Purpose = LinkPurpose.Enrolment, Expires = links.ExpiryAfter(CodeLife),
                Office = office, Name = name,
            }, cancel);
        return code;
    }

    /// <summary>The key for the device that gave the code; null where it is not good.</summary>
    public async Task<string?> EnrolAsync(string code, CancellationToken cancel)
    {
        if (await links.TakeAsync(LinkPurpose.Enrolment, code, cancel) is not { } link) return null;
        var (_, key) = await keys.MakeAsync(Role.Kiosk, link.Office, Guid.CreateVersion7(), link.Name, cancel);
        return key;
    }

    /// <summary>False where the office has no such device.</summary>
    /// <param name="office">The caller's; null may revoke in all.</param>
    public async Task<bool> RevokeAsync(Guid device, OfficeCode? office, CancellationToken cancel)
    {
        await using var exists = Command(Exists, device, office?.Value);
        if (await exists.ExecuteScalarAsync(cancel) is not true) return false;
        await keys.RevokeDeviceAsync(device, cancel);
        return true;
    }

    NpgsqlCommand Command(string sql, params ReadOnlySpan<object?> values)
    {
        var command = database.App.CreateCommand(sql);
        foreach (var value in values)
            command.Parameters.Add(new() { Value = value ?? DBNull.Value, DataTypeName = value is Guid ? "uuid" : "text" });
        return command;
    }
}
