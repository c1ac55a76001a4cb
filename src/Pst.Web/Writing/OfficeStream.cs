using System.Text.Json;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;

namespace Pst.Web.Writing;

/// <summary>Between an office and its stored stream.</summary>
internal static class OfficeStream
{
    /// <summary>The guard that keeps the office as these events leave it; none where nothing happened.</summary>
    public static IEnumerable<NpgsqlBatchCommand> Guards(
        OfficeCode office, OfficeState? before, long version, IReadOnlyList<OfficeEvent> events)
    {
        if (events.Count == 0) return [];
        var after = JsonSerializer.Serialize(events.Aggregate(before, OfficeState.Evolve), StoredJson.Options);
        return [GuardSql.Office(office, version + events.Count, after)];
    }

    /// <summary>The append to the office's stream; none where nothing happened.</summary>
    public static IEnumerable<StreamAppend> Append(OfficeCode office, IReadOnlyList<OfficeEvent> events, Envelope envelope) =>
        events.Count == 0 ? [] : [new(office.StreamId, [.. events.Select(it => new EventToAppend(it, envelope))])];

    /// <summary>What stands around every event that a caller brings about in an office, now.</summary>
    public static Envelope Envelope(this Caller caller, CommandId id, DateTimeOffset now) => new(now, caller.Id)
    {
        Role = Words.Of(caller.Role),
        Device = caller.Device?.ToString(),
        Causation = id.Value.ToString(),
        Correlation = System.Diagnostics.Activity.Current?.TraceId.ToString(),
    };
}
