using Npgsql;
using Pst.Domain;

namespace Pst.Web.Webhooks;

/// <summary>A subscription as it stands.</summary>
/// <param name="IsLan">An administrator says that it lies in the office's own network.</param>
/// <param name="Position">The last in the log that was taken, or needs not be sent.</param>
/// <param name="Due">When it is tried next.</param>
/// <param name="Tries">How often the next event was sent in vain.</param>
/// <param name="Paused">Since when nothing is sent any more; null while it goes on.</param>
/// <param name="LastStatus">Of the last answer; null where there was none.</param>
/// <param name="Waiting">How many events are not taken yet; counted up to <see cref="Subscriptions.MostWaiting"/>.</param>
public sealed record Webhook(
    Guid Id, OfficeCode Office, string Address, bool IsLan, long Position, DateTimeOffset Made, DateTimeOffset Due, int Tries,
    DateTimeOffset? Paused, DateTimeOffset? LastAt, int? LastStatus, long Waiting)
{
    /// <summary>How it stands, in the words for <c>webhook.</c>.</summary>
    public string State => Paused is not null ? "paused" : Tries > 0 ? "failing" : Waiting > 0 ? "sending" : "current";

    internal static Webhook Read(NpgsqlDataReader row, OfficeCode office)
    {
        DateTimeOffset? At(int column) => row.IsDBNull(column) ? null : row.GetFieldValue<DateTimeOffset>(column);
        return new(
            row.GetGuid(0), office, row.GetString(1), row.GetBoolean(2), row.GetInt64(3), row.GetFieldValue<DateTimeOffset>(4),
            row.GetFieldValue<DateTimeOffset>(5), row.GetInt32(6), At(7), At(8), row.IsDBNull(9) ? null : row.GetInt32(9),
            row.GetInt64(10));
    }
}
