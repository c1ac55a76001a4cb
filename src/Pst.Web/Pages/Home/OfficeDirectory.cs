using Pst.Domain;
using Pst.Web.Hosting;

namespace Pst.Web.Pages.Home;

/// <summary>The offices there are. It is public, and crosses offices, so it is read as a worker does.</summary>
public sealed class OfficeDirectory(PstDatabase database)
{
    const string All = "select tenant_id, document -> 'Details' ->> 'Name' from pst.guard_office order by 2";

    public async Task<IReadOnlyList<(OfficeCode Code, string Name)>> ListAsync(CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(All);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<(OfficeCode, string)>();
        while (await rows.ReadAsync(cancel)) found.Add((new(rows.GetString(0)), rows.GetString(1)));
        return found;
    }
}
