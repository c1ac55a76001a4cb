using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Library;

/// <summary>
/// Counts what is found by facet, and keeps what passes all filters. A facet's own filter does not count in it: one sees what the other
/// choices would give.
/// </summary>
internal sealed class FacetCounting(SearchQuestion question, List<string> domains)
{
    [Flags]
    enum Misses { None = 0, Year = 1, Subject = 2, Office = 4, Form = 8 }

    readonly int domain = question.Office is { } office ? domains.IndexOf(office.Value) : -1;
    readonly int form = question.Form is { } asked ? PublicationLine.BitOf(asked) : 0;
    readonly SortedDictionary<short, int> years = [];
    readonly int[] subjects = new int[byte.MaxValue + 1], offices = new int[domains.Count], forms = new int[4];
    readonly List<SearchCursor> kept = [];
    int total;

    public void Add(SearchColumns.Row row, int tier)
    {
        var misses = MissesOf(row);
        if (misses is Misses.None) Keep(new(tier, row.Standing, row.Publication));
        if (Passes(misses, Misses.Year)) years[row.Year] = years.GetValueOrDefault(row.Year) + 1;
        if (Passes(misses, Misses.Subject)) subjects[row.Subject]++;
        if (Passes(misses, Misses.Office)) offices[row.Domain]++;
        if (Passes(misses, Misses.Form)) forms[row.Forms]++;
    }

    public FoundPage Page()
    {
        var page = kept.OrderBy(it => it.Order).Take(question.Limit + 1).ToList();
        var shown = page.Take(question.Limit).ToList();
        return new(
            total, shown, page.Count > question.Limit ? shown[^1] : null,
            [
                .. years.Reverse().Where(it => it.Key > 0)
                    .Select(it => new FacetCount(it.Key.ToString(CultureInfo.InvariantCulture), it.Value)),
            ],
            Most(subjects.Index().Where(it => it.Item > 0).Select(it => new FacetCount(Words.Of((Subject)it.Index), it.Item))),
            Most(offices.Index().Where(it => it.Item > 0).Select(it => new FacetCount(domains[it.Index], it.Item))),
            [.. FormsOf()]);
    }

    static bool Passes(Misses misses, Misses own) => (misses & ~own) is Misses.None;

    void Keep(SearchCursor found)
    {
        total++;
        if (question.After is not { } after || found.Order.CompareTo(after.Order) > 0) kept.Add(found);
    }

    Misses MissesOf(SearchColumns.Row row) =>
        (question.Year is { } year && row.Year != year ? Misses.Year : Misses.None)
        | (question.Subject is { } subject && row.Subject != (byte)subject ? Misses.Subject : Misses.None)
        | (question.Office is not null && row.Domain != domain ? Misses.Office : Misses.None)
        | (question.Form is not null && (row.Forms & form) == 0 ? Misses.Form : Misses.None);

    // What is there in both forms counts in each.
    IEnumerable<FacetCount> FormsOf() =>
        from form in new[] { ReadingForm.Digital, ReadingForm.Printed }
        let count = forms.Index().Where(it => (it.Index & PublicationLine.BitOf(form)) > 0).Sum(it => it.Item)
        where count > 0
        select new FacetCount(Words.Of(form), count);

    static IReadOnlyList<FacetCount> Most(IEnumerable<FacetCount> counts) =>
        [.. counts.OrderByDescending(it => it.Count).ThenBy(it => it.Key, StringComparer.Ordinal)];
}
