using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>
/// One of Indonesia's three zones. They know no summer time, so an offset says all, and it does not matter what the machine knows of zones.
/// </summary>
public readonly record struct Zone : IParsable<Zone>
{
    public static readonly Zone Jakarta = new("Asia/Jakarta", "WIB", 7);
    public static readonly Zone Makassar = new("Asia/Makassar", "WITA", 8);
    public static readonly Zone Jayapura = new("Asia/Jayapura", "WIT", 9);

    Zone(string id, string abbreviation, int hours) => (Id, Abbreviation, Offset) = (id, abbreviation, TimeSpan.FromHours(hours));

    public static IReadOnlyList<Zone> All { get; } = [Jakarta, Makassar, Jayapura];

    public string Id { get; }

    /// <summary>As people write it behind a time of day.</summary>
    public string Abbreviation { get; }

    public TimeSpan Offset { get; }

    public DateTimeOffset Local(DateTimeOffset instant) => instant.ToOffset(Offset);

    public DateOnly Day(DateTimeOffset instant) => DateOnly.FromDateTime(Local(instant).DateTime);

    public DateTimeOffset At(DateOnly day, TimeOnly time) => new(day, time, Offset);

    public override string ToString() => Id;

    public static Zone Parse(string s, IFormatProvider? provider) => Parsing.Read<Zone>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Zone result)
    {
        result = All.SingleOrDefault(it => it.Id == s);
        return result != default;
    }
}
