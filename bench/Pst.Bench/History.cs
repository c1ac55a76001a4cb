using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Hosting;

namespace Pst.Bench;

/// <summary>A visit as it is to lie in the store; each event happens a minute after the one before.</summary>
sealed record PastVisit(OfficeCode Office, VisitId Id, DateTimeOffset Arrived, IReadOnlyList<VisitEvent> Events);

/// <summary>
/// Writes visits by COPY as the database's owner, many thousand events a second: with the triggers that every event meets,
/// without decisions.
/// </summary>
sealed class History(NpgsqlConnection owner)
{
    const int VisitsACopy = 5000;

    const string CopyStreams = "copy pst.mt_streams (tenant_id, id, version, timestamp, created) from stdin (format binary)";

    const string CopyEvents = """
        copy pst.mt_events (
            seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, causation_id, headers, user_name)
        from stdin (format binary)
        """;

    const string CopyOpenVisits = "copy pst.guard_visit (tenant_id, visit, channel, day, visitor) from stdin (format binary)";

    // One statement gives all of them their positions, where the sequencer would go in steps.
    const string Sequence = """
        insert into pst.log_leaf (position, seq_id, hash)
        select (select coalesce(max(position), 0) from pst.log_leaf) + row_number() over (order by n.seq_id), n.seq_id, n.hash
        from pst.log_note n where not exists (select from pst.log_leaf l where l.seq_id = n.seq_id)
        """;

    readonly EventTypes types = StoredEvents.Types;
    long sequence;

    /// <summary>Writes them in the order in which they are given.</summary>
    public async Task WriteAsync(IEnumerable<PastVisit> visits)
    {
        sequence = (long)(await ScalarAsync("select coalesce(max(seq_id), 0) from pst.mt_events"))!;
        foreach (var some in visits.Chunk(VisitsACopy))
        {
            await CopyAsync(CopyStreams, some, WriteStreamAsync);
            await CopyAsync(CopyEvents, some, WriteEventsAsync);
            await CopyAsync(CopyOpenVisits, some.Where(it => it.Events[^1] is not Departed), WriteGuardAsync);
        }
        await ScalarAsync($"select setval('pst.mt_events_sequence', {sequence})");
        await ScalarAsync(Sequence);
        await ScalarAsync("vacuum analyze");
    }

    async Task CopyAsync(string sql, IEnumerable<PastVisit> visits, Func<NpgsqlBinaryImporter, PastVisit, Task> write)
    {
        await using var copy = await owner.BeginBinaryImportAsync(sql);
        foreach (var visit in visits)
            await write(copy, visit);
        await copy.CompleteAsync();
    }

    static Task WriteStreamAsync(NpgsqlBinaryImporter copy, PastVisit visit)
    {
        var last = visit.Arrived.AddMinutes(visit.Events.Count - 1);
        return copy.WriteRowAsync(default, visit.Office.Value, visit.Id.Value, (long)visit.Events.Count, last, visit.Arrived);
    }

    async Task WriteEventsAsync(NpgsqlBinaryImporter copy, PastVisit visit)
    {
        for (var index = 0; index < visit.Events.Count; index++)
            await WriteEventAsync(copy, visit, index + 1L, visit.Events[index]);
    }

    async Task WriteEventAsync(NpgsqlBinaryImporter copy, PastVisit visit, long version, VisitEvent happened)
    {
        var (type, at) = (happened.GetType(), visit.Arrived.AddMinutes(version - 1));
        await copy.StartRowAsync();
        await copy.WriteAsync(++sequence);
        await copy.WriteAsync(Guid.CreateVersion7());
        await copy.WriteAsync(visit.Id.Value);
        await copy.WriteAsync(version);
        await copy.WriteAsync(JsonSerializer.Serialize(happened, type, StoredJson.Options), NpgsqlDbType.Jsonb);
        await copy.WriteAsync(types.AliasOf(type));
        await copy.WriteAsync(at, NpgsqlDbType.TimestampTz);
        await copy.WriteAsync(visit.Office.Value);
        await copy.WriteAsync($"{type.FullName}, {type.Assembly.GetName().Name}");
        await copy.WriteAsync($"{Guid.CreateVersion7()}");
        await copy.WriteAsync($$"""{"occurred":"{{at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.ffffffZ}}","role":"staff"}""", NpgsqlDbType.Jsonb);
        await copy.WriteAsync("key:bench");
    }

    static Task WriteGuardAsync(NpgsqlBinaryImporter copy, PastVisit visit)
    {
        var signed = visit.Events.OfType<GuestbookSigned>().First();
        return copy.WriteRowAsync(
            default, visit.Office.Value, visit.Id.Value, (short)Channel.Offline, DateOnly.FromDateTime(visit.Arrived.UtcDateTime),
            signed.VisitorId.Value);
    }

    async Task<object?> ScalarAsync(string sql)
    {
        await using var command = new NpgsqlCommand(sql, owner) { CommandTimeout = 0 };
        return await command.ExecuteScalarAsync();
    }
}
