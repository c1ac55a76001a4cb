using System.Text.Json;
using Npgsql;
using Pst.Domain;
using Pst.Web.Api;
using Pst.Web.Hosting;
using Pst.Web.Workers;

namespace Pst.Web.Webhooks;

/// <summary>What receivers are told: that something happened to a stream, never what. They read the rest by the API.</summary>
public static class WebhookMessages
{
    /// <summary>What is told to nobody: who looked at whose data, whose records are one, what was asked and erased.</summary>
    public static readonly string[] Unsent =
        [.. StoredEvents.Types.Aliases.Where(it => StoredEvents.Types.TypeOf(it).IsAssignableTo(typeof(VisitorEvent)))];

    /// <summary>
    /// The message's name: the same whenever it is sent again, so that a receiver knows it; another one for what gets the same position
    /// after an older backup was restored.
    /// </summary>
    public static string IdOf(Guid subscription, LiveEvent it) =>
        $"evt_{subscription:N}_{it.Position}_{it.Recorded.ToUnixTimeMilliseconds()}";

    public static byte[] Of(LiveEvent it, Zone zone) => JsonSerializer.SerializeToUtf8Bytes(
        new { it.Office, it.Visit, it.Stream, it.Version, it.Type, it.Position, OccurredAt = it.Occurred }, ApiJson.In(zone));

    /// <summary>For a try: it is of no stream.</summary>
    public static byte[] Ping(OfficeCode office, Zone zone, DateTimeOffset now) => JsonSerializer.SerializeToUtf8Bytes(
        new { office, type = "ping", occurredAt = now }, ApiJson.In(zone));

    /// <summary>The columns address, is_lan, secret and former secret.</summary>
    internal static WebhookTarget TargetOf(this WebhookSecrets secrets, NpgsqlDataReader row, int first)
    {
        var current = secrets.Open(row.GetString(first + 2));
        return new(
            row.GetString(first), row.GetBoolean(first + 1),
            row.IsDBNull(first + 3) ? [current] : [current, secrets.Open(row.GetString(first + 3))]);
    }
}
