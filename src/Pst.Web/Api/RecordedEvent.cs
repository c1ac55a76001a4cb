using System.Text.Json.Nodes;
using Pst.EventStore;

namespace Pst.Web.Api;

/// <summary>An event of a visit with all that stands around it.</summary>
/// <param name="Position">In the log; null for some milliseconds, until it has one.</param>
/// <param name="Type">Its stored alias.</param>
/// <param name="Late">Entered after it happened.</param>
/// <param name="Correlation">What happened in one request has one.</param>
/// <param name="Causation">The command's id.</param>
public sealed record RecordedEvent(
    long Version, long? Position, string Type, JsonObject Data, DateTimeOffset Occurred, DateTimeOffset Recorded, string Actor,
    string? Role, string? Device, bool Late, string? Correlation, string? Causation)
{
    internal static RecordedEvent Of(StoredEvent stored, long? position, JsonObject data)
    {
        var around = stored.Envelope;
        return new(
            stored.Version, position, stored.Alias, data, around.Occurred, stored.Recorded, around.Actor, around.Role, around.Device,
            around.Late, around.Correlation, around.Causation);
    }
}
