using Npgsql;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Identity;

/// <summary>A kiosk or TV that was enrolled and not revoked.</summary>
public sealed record Device(Guid Id, string Name, OfficeCode Office, DateTimeOffset Made);

/// <summary>Enrols devices: a code made in the office, typed on the tablet, becomes a key that only that tablet holds.</summary>
public sealed class EnrolledDevices(PstDatabase database, ApiKeys keys, OneTimeLinks links, OfficeWriter offices)
{
    const string In = """
        select device, coalesce(name, ''), office, made from identity.api_key
        where device is not null and ($2 or revoked is null) and ($1::text is null or office = $1) order by office, name, made
        """;

    static readonly TimeSpan CodeLife = TimeSpan.FromMinutes(15);

    /// <param name="office">Null for all of them.</param>
    public Task<IReadOnlyList<Device>> InAsync(OfficeCode? office, CancellationToken cancel) => ListAsync(office, false, cancel);

    /// <summary>All that an office ever had, also those that were revoked.</summary>
    public Task<IReadOnlyList<Device>> EverInAsync(OfficeCode office, CancellationToken cancel) => ListAsync(office, true, cancel);

    async Task<IReadOnlyList<Device>> ListAsync(OfficeCode? office, bool withRevoked, CancellationToken cancel)
    {
        await using var rows = await RowsAsync(office, withRevoked, cancel);
        var devices = new List<Device>();
        while (await rows.ReadAsync(cancel))
            devices.Add(new(rows.GetGuid(0), rows.GetString(1), new(rows.GetString(2)), rows.GetFieldValue<DateTimeOffset>(3)));
        return devices;
    }

    // In one office behind its wall.
    async Task<NpgsqlDataReader> RowsAsync(OfficeCode? office, bool withRevoked, CancellationToken cancel)
    {
        if (office is { } entered)
            return await OfficeReads.QueryAsync(database.App, entered, GuardSql.Command(In, [entered.Value, withRevoked]), cancel);
        var everywhere = database.App.CreateCommand(In);
        everywhere.Parameters.Add(new() { Value = DBNull.Value, DataTypeName = "text" });
        everywhere.Parameters.Add(new() { Value = withRevoked });
        return await everywhere.ExecuteReaderAsync(cancel);
    }

    /// <summary>A code to type on the device; shown once.</summary>
    public async Task<string> OfferAsync(OfficeCode office, string name, CancellationToken cancel)
    {
        var code = OneTimeLinks.NewCode();
        await links.AddAsync(
            new()
            {
                Hash = OneTimeLinks.HashOf(code),
                Purpose = LinkPurpose.Enrolment,
                Expires = links.ExpiryAfter(CodeLife),
                Office = office,
                Name = name,
            }, cancel);
        return code;
    }

    /// <summary>The key for the device that gave the code; null where it is not good.</summary>
    public async Task<string?> EnrolAsync(string code, CancellationToken cancel)
    {
        if (await links.TakeAsync(LinkPurpose.Enrolment, code, cancel) is not { Office: { } office, Name: { } name }) return null;

        var device = Guid.CreateVersion7();
        var itself = new Caller($"device:{device}", Role.Kiosk, office, device);
        if (!await SendAsync(new OfficeCommand.EnrolDevice(device, name), itself, office, cancel)) return null;
        var (_, key) = await keys.MakeAsync(Role.Kiosk, office, device, name, cancel);
        return key;
    }

    /// <summary>False where the office has no such device.</summary>
    public async Task<bool> RevokeAsync(Guid device, Caller caller, CancellationToken cancel)
    {
        if ((await InAsync(caller.Office, cancel)).FirstOrDefault(it => it.Id == device) is not { } known) return false;
        await keys.RevokeDeviceAsync(device, cancel);
        await SendAsync(new OfficeCommand.RevokeDevice(device), caller, known.Office, cancel);
        return true;
    }

    async Task<bool> SendAsync(OfficeCommand command, Caller caller, OfficeCode office, CancellationToken cancel) =>
        await offices.SendAsync(new(office, command, caller, new(Guid.CreateVersion7(), [])), cancel) is Done<OfficeAnswer>;
}
