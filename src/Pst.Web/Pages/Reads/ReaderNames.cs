using Microsoft.Extensions.Localization;
using Npgsql;
using Pst.Web.Hosting;
using Pst.Web.Identity;

namespace Pst.Web.Pages.Reads;

/// <summary>How colleagues call whoever looked: an account, a program's key, a device. Also those that are closed.</summary>
public sealed class ReaderNames(ActorNames people, PstDatabase database, IStringLocalizer<Sentences> text)
{
    const string Keys = "select id, device, coalesce(name, '') from identity.api_key where id = any ($1) or device = any ($1)";

    /// <summary>The names of actors and devices as events have them; one that nobody knows is called by its id.</summary>
    public async Task<IReadOnlyDictionary<string, string>> FindAsync(IEnumerable<string> actors, CancellationToken cancel)
    {
        var asked = actors.Distinct().ToList();
        var ids = asked.ToDictionary(it => it, it => Guid.TryParse(it.Split(':')[^1], out var id) ? id : Guid.Empty);
        var known = new Dictionary<Guid, string>(await people.FindAsync([.. ids.Values.Distinct()], cancel));
        await using var command = database.App.CreateCommand(Keys);
        command.Parameters.Add(new NpgsqlParameter<Guid[]> { TypedValue = [.. ids.Values.Distinct()] });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            var name = rows.GetString(2);
            known[rows.GetGuid(0)] = name.Length > 0 ? text["program {0}", name] : text["program tanpa nama"];
            if (!rows.IsDBNull(1)) known[rows.GetGuid(1)] = name;
        }
        return asked.ToDictionary(
            it => it, it => it == "own" ? text["Pengunjung, di ponselnya sendiri"].Value : known.GetValueOrDefault(ids[it], it));
    }
}
