using System.Collections.Concurrent;
using System.Text.Json;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;

namespace Pst.Web.Writing;

/// <summary>
/// The offices as this node read them last. Every use asks the database whether that is still the newest version, and is sent only another.
/// </summary>
public sealed class OfficeMemory(PstDatabase database)
{
    const string All = "select tenant_id from pst.guard_office order by tenant_id";

    readonly ConcurrentDictionary<OfficeCode, OfficeSeen> offices = new();

    /// <summary>The statement that locks the office for a transaction, and what it found; null where there is no such office.</summary>
    public (BatchQuery Lock, Func<OfficeState?> State) Lock(OfficeCode office)
    {
        var known = offices.GetValueOrDefault(office);
        OfficeSeen? found = null;
        return (
            GuardQueries.Lock(office, known?.Version ?? 0, (version, document) => found = Remember(office, known, version, document)),
            () => found?.State);
    }

    /// <summary>Every office there is, for workers that go round.</summary>
    public async Task<IReadOnlyList<OfficeCode>> CodesAsync(CancellationToken cancel)
    {
        await using var command = database.Worker.CreateCommand(All);
        await using var rows = await command.ExecuteReaderAsync(cancel);
        var found = new List<OfficeCode>();
        while (await rows.ReadAsync(cancel)) found.Add(new(rows.GetString(0)));
        return found;
    }

    /// <summary>The office as it is now; null where there is none.</summary>
    public async Task<OfficeState?> FindAsync(OfficeCode office, CancellationToken cancel) => (await LookAsync(office, cancel))?.State;

    /// <summary>The same with the version that it is at.</summary>
    public async Task<OfficeSeen?> LookAsync(OfficeCode office, CancellationToken cancel)
    {
        var known = offices.GetValueOrDefault(office);
        OfficeSeen? found = null;
        var query = GuardQueries.Look(
            office, known?.Version ?? 0, (version, document) => found = Remember(office, known, version, document));

        await using var rows = await OfficeReads.QueryAsync(database.App, office, query.Command, cancel);
        await query.Read(rows, cancel);
        return found;
    }

    OfficeSeen Remember(OfficeCode office, OfficeSeen? known, long version, string? document)
    {
        if (document is null) return known!;
        var state = JsonSerializer.Deserialize<OfficeState>(document, StoredJson.Options)!;
        return offices.AddOrUpdate(office, new OfficeSeen(version, state), (_, it) => it.Version > version ? it : new(version, state));
    }
}

/// <summary>An office as it was read.</summary>
/// <param name="Version">Of its stream.</param>
public sealed record OfficeSeen(long Version, OfficeState State);
