using Npgsql;
using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Web.Identity;

/// <summary>How those are called who stand in events: people, programs with a key, devices; also closed and revoked ones.</summary>
public sealed class KnownActors(PstDatabase database)
{
    const string Names = """
        select 'user:' || id, name from identity.person where id = any ($1) and role <> 2 -- visitors have no name here
        union all select 'key:' || id, name from identity.api_key where id = any ($1) and name is not null
        union all select device::text, name from identity.api_key where device = any ($1) and name is not null
        """;

    /// <summary>The present names of all who stand in some envelopes, in one round trip.</summary>
    public async Task<KnownNames> OfAsync(IEnumerable<Envelope> envelopes, CancellationToken cancel)
    {
        var ids = envelopes.SelectMany(it => new[] { it.Actor.Split(':')[^1], it.Device })
            .Select(it => Guid.TryParse(it, out var id) ? id : (Guid?)null).OfType<Guid>().Distinct().ToArray();
        var found = new Dictionary<string, string>();
        if (ids.Length == 0) return new(found);

        await using var command = database.App.CreateCommand(Names);
        command.Parameters.Add(new NpgsqlParameter { Value = ids });
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel)) found[rows.GetString(0)] = rows.GetString(1);
        return new(found);
    }
}

/// <summary>Names by actor, as events spell it, and by device.</summary>
public sealed record KnownNames(IReadOnlyDictionary<string, string> ByActor)
{
    /// <returns>Null for a worker, and for who is no more.</returns>
    public string? Of(string actor) => ByActor.GetValueOrDefault(actor);
}
