using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Pst.EventStore;

/// <summary>The part of the envelope that Marten has no column for, as it stands in <c>headers</c>.</summary>
static class Headers
{
    const string Microseconds = "yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'";

    internal static string Write(Envelope envelope)
    {
        var buffer = new ArrayBufferWriter<byte>(128);
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WriteString("occurred"u8, envelope.Occurred.UtcDateTime.ToString(Microseconds, CultureInfo.InvariantCulture));
            if (envelope.Late)
                json.WriteBoolean("late"u8, true);
            if (envelope.Role is not null)
                json.WriteString("role"u8, envelope.Role);
            if (envelope.Device is not null)
                json.WriteString("device"u8, envelope.Device);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>What Marten's own applications put there besides is passed over; what they leave out has its default.</summary>
    /// <param name="json">As stored.</param>
    /// <param name="recorded">When the event happened, where the headers do not say.</param>
    /// <param name="actor">Who did it.</param>
    /// <param name="correlation">What binds it to others.</param>
    /// <param name="causation">What brought it about.</param>
    internal static Envelope Read(ReadOnlySpan<byte> json, DateTimeOffset recorded, string actor, string? correlation, string? causation)
    {
        var (occurred, late, role, device) = (recorded, false, default(string), default(string));
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            if (Is(ref reader, "occurred"u8)) occurred = reader.GetDateTimeOffset();
            else if (Is(ref reader, "late"u8)) late = reader.GetBoolean();
            else if (Is(ref reader, "role"u8)) role = reader.GetString();
            else if (Is(ref reader, "device"u8)) device = reader.GetString();
            else Skip(ref reader);
        }

        return new(occurred, actor) { Late = late, Role = role, Device = device, Correlation = correlation, Causation = causation };
    }

    static bool Is(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) => reader.ValueTextEquals(name) && reader.Read();

    static void Skip(ref Utf8JsonReader reader)
    {
        reader.Read();
        reader.Skip();
    }
}
