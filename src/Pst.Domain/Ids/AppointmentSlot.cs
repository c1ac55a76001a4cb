using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pst.Domain;

/// <summary>
/// Half an hour of an office's day, such as 2026-03-03T09:30, on its clock. It begins on the hour or half past it whatever the hours are:
/// so no two slots overlap when hours change.
/// </summary>
public readonly record struct AppointmentSlot(DateOnly Day, TimeOnly Start) : IParsable<AppointmentSlot>
{
    const string Format = "yyyy-MM-dd'T'HH:mm";

    public const int Minutes = 30;

    public TimeOnly End => Start.AddMinutes(Minutes);

    /// <summary>All of a day.</summary>
    public static IEnumerable<AppointmentSlot> Of(DateOnly day) =>
        Enumerable.Range(0, 24 * 60 / Minutes).Select(it => new AppointmentSlot(day, TimeOnly.MinValue.AddMinutes(it * Minutes)));

    /// <summary>Whether the office serves from its beginning to its end. One that ends at midnight is never offered.</summary>
    public bool IsIn(ServiceHours hours)
    {
        var (from, to) = (Start, End);
        return hours.SpansOn(Day).Any(it => it.From <= from && to <= it.To && from < to);
    }

    public override string ToString() => Day.ToDateTime(Start).ToString(Format, CultureInfo.InvariantCulture);

    public static AppointmentSlot Parse(string s, IFormatProvider? provider) => Parsing.Read<AppointmentSlot>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out AppointmentSlot result)
    {
        var read = DateTime.TryParseExact(s, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at)
            && at.Minute % Minutes == 0;
        result = read ? new(DateOnly.FromDateTime(at), TimeOnly.FromDateTime(at)) : default;
        return read;
    }
}
