using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Pst.Domain;

/// <summary>One appointment, and its stream. The form makes it, so that two taps are one appointment.</summary>
public readonly record struct AppointmentId(Guid Value) : IParsable<AppointmentId>
{
    /// <summary>The visit that it becomes: always the same one, so that whoever checks in again after a failure arrives once.</summary>
    public VisitId Visit => new(new Guid(SHA256.HashData([.. "visit"u8, .. Value.ToByteArray()]).AsSpan(0, 16)));

    public override string ToString() => Value.ToString();

    public static AppointmentId Parse(string s, IFormatProvider? provider) => Parsing.Read<AppointmentId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppointmentId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
