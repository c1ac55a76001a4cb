using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pst.Projections;

/// <summary>What visits are counted by.</summary>
public enum VisitGrouping { Day, Hour, Service, Channel, Purpose, Gender, Age, Education, Occupation, InstitutionKind, Disability }

/// <summary>The visits with one thing in common.</summary>
/// <param name="Key">A date, an hour 00–23, a word, or a code of the guestbook; unknown where it was never signed.</param>
/// <param name="People">With all of their parties.</param>
public sealed record VisitCount(string Key, int Visits, int People);

/// <summary>Counts visits.</summary>
public static class VisitCounts
{
    static readonly FrozenDictionary<string, VisitGrouping> Names =
        Enum.GetValues<VisitGrouping>().ToFrozenDictionary(it => JsonNamingPolicy.CamelCase.ConvertName($"{it}"), StringComparer.Ordinal);

    /// <summary>All groupings as the API spells them.</summary>
    public static IReadOnlyList<string> Spellings => Names.Keys;

    /// <summary>As the API spells it: <c>institutionKind</c>.</summary>
    public static bool TryRead([NotNullWhen(true)] string? name, out VisitGrouping grouping)
    {
        grouping = default;
        return name is not null && Names.TryGetValue(name, out grouping);
    }

    internal static IReadOnlyList<VisitCount> Of(IEnumerable<VisitFact> visits, VisitGrouping by) =>
    [
        .. visits.Where(it => !it.Row.IsVoided).GroupBy(it => Key(it, by))
            .Select(it => new VisitCount(it.Key, it.Count(), it.Sum(visit => visit.Row.Arrived.PartySize)))
            .OrderBy(it => it.Key, StringComparer.Ordinal),
    ];

    static string Key(VisitFact visit, VisitGrouping by) =>
        by == VisitGrouping.Day ? visit.Day.ToString("O", CultureInfo.InvariantCulture) : by.Spell(by.CodeOf(visit));
}
