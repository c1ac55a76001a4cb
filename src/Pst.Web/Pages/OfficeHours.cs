using Pst.Domain;

namespace Pst.Web.Pages;

/// <summary>Service hours as people read them.</summary>
public static class OfficeHours
{
    /// <summary>"08.00–12.00, 13.00–15.30"; empty for a closed day.</summary>
    public static string Text(IEnumerable<Span> spans) =>
        string.Join(", ", spans.Select(it => $"{Times.Short(it.From)}–{Times.Short(it.To)}"));

    /// <summary>Days to come that are not like their weekday: holidays and one-off hours.</summary>
    public static IEnumerable<(DateOnly Day, IReadOnlyList<Span> Spans)> SpecialDays(LocalSettings local, DateOnly today, int days)
    {
        var until = today.AddDays(days);
        var overridden = local.DayOverrides.Select(it => (it.Day, Spans: (IReadOnlyList<Span>)it.Spans)).ToList();
        var holidays = local.Holidays.Where(it => overridden.All(other => other.Day != it))
            .Select(it => (Day: it, Spans: (IReadOnlyList<Span>)[]));
        return overridden.Concat(holidays).Where(it => it.Day >= today && it.Day <= until).OrderBy(it => it.Day);
    }
}
