using Pst.Domain;
using Pst.Projections;
using Pst.Web.Pages.Charts;

namespace Pst.Web.Pages.Overview;

/// <summary>Which of a period's complaints lie behind a figure, as an address says it.</summary>
/// <param name="IsOfClass">Only those of <paramref name="Class"/>, which is null for those whose class is not known.</param>
public sealed record ComplaintsBehind(ComplaintFigure Figure, bool IsOfClass = false, Element? Class = null)
{
    const string Unknown = "unknown";

    /// <summary>All that came, where no figure is named; null where it cannot be understood.</summary>
    public static ComplaintsBehind? Of(IQueryCollection query)
    {
        var figure = ComplaintFigure.Received;
        if (query["angka"].ToString() is { Length: > 0 } named && !Words.TryRead(named, out figure)) return null;
        string element = query["unsur"].ToString();
        if (element.Length == 0) return new(figure);
        if (element == Unknown) return new(figure, IsOfClass: true);
        return Words.TryRead<Element>(element, out var known) ? new(figure, IsOfClass: true, known) : null;
    }

    public bool Includes(ComplaintFact fact, DateOnly today) =>
        fact.Count(Figure, today) != 0 && (!IsOfClass || fact.Row.Class == Class);

    public string Address(OfficeCode office, ReportPeriod period, long? position)
    {
        var element = !IsOfClass ? "" : $"&unsur={(Class is { } known ? Words.Of(known) : Unknown)}";
        return $"/ringkasan/{office}/pengaduan?{PeriodChoice.QueryOf(period)}&angka={Words.Of(Figure)}{element}"
            + (position is { } at ? $"&posisi={at}" : "");
    }
}
