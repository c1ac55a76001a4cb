using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Pst.EventStore;

namespace Pst.Projections;

/// <summary>Which visits are wanted; what is null does not matter.</summary>
/// <param name="From">The first local day of arrival.</param>
/// <param name="To">The last one.</param>
/// <param name="Ticket">One that the visit has or had.</param>
/// <param name="Limit">1–500.</param>
/// <param name="After">Where the page before ended.</param>
public sealed record VisitFilter(
    DateOnly? From = null, DateOnly? To = null, VisitStatus? Status = null, Verdict? Sla = null, Ticket? Ticket = null, int Limit = 50,
    VisitCursor? After = null);

/// <param name="Next">Null at the end.</param>
public sealed record VisitPage(IReadOnlyList<VisitView> Items, VisitCursor? Next);

/// <summary>A place in the list of visits, opaque to whoever pages.</summary>
public readonly record struct VisitCursor(DateTimeOffset ArrivedAt, VisitId Visit) : IParsable<VisitCursor>
{
    internal static VisitCursor First => new(DateTimeOffset.MaxValue, default);

    internal static VisitCursor Of(VisitView view) => new(view.ArrivedAt, view.Id);

    internal static VisitCursor Of(VisitId visit, VisitRow row) => new(row.ArrivedAt, visit);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{ArrivedAt.UtcTicks:x16}{Visit.Value:N}");

    public static VisitCursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException("This is no cursor.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VisitCursor result)
    {
        result = default;
        if (s is not { Length: 48 }
            || !long.TryParse(s.AsSpan(0, 16), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var ticks)
            || ticks < 0 || ticks > DateTime.MaxValue.Ticks || !Guid.TryParseExact(s.AsSpan(16), "N", out var visit))
            return false;

        result = new(new(ticks, TimeSpan.Zero), new(visit));
        return true;
    }
}

/// <summary>A visit as it was: after so many events, as far as it had happened, or as far as it was known. Null is no bound.</summary>
/// <param name="AsOf">What had occurred by then.</param>
/// <param name="SeenAt">What was recorded by then.</param>
public sealed record VisitMoment(long? Version = null, DateTimeOffset? AsOf = null, DateTimeOffset? SeenAt = null)
{
    /// <summary>As it is.</summary>
    public static VisitMoment Now { get; } = new();

    /// <summary>The moment at which it is judged; null for now.</summary>
    internal DateTimeOffset? Until => AsOf is { } asOf && SeenAt is { } seenAt ? (asOf < seenAt ? asOf : seenAt) : AsOf ?? SeenAt;

    /// <summary>Whether an event of its stream is in it; other streams are asked the same.</summary>
    public bool Includes(StoredEvent stored) =>
        !(stored.Version > Version) && !(stored.Envelope.Occurred > AsOf) && !(stored.Recorded > SeenAt);
}
