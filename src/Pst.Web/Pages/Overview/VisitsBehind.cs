using System.Globalization;
using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Pages.Overview;

/// <summary>
/// Which of a period's visits lie behind a figure, a bar or a cell, as an address says it; what is null does not matter. Without a figure
/// those that were not voided.
/// </summary>
/// <param name="By">One of a group, such as those with the purpose <paramref name="Code"/>, which is null where it is not known.</param>
/// <param name="Wait">How long they waited, in seconds.</param>
/// <param name="Sheets">How many they copied.</param>
public sealed record VisitsBehind(
    Figure? Figure = null, VisitGrouping? By = null, int? Code = null, DayOfWeek? Weekday = null, int? Hour = null,
    Stretch? Wait = null, Stretch? Sheets = null, VisitStatus? Status = null)
{
    static readonly CultureInfo Plain = CultureInfo.InvariantCulture;

    /// <summary>Of ratings nobody is told whose they are.</summary>
    const Figure FirstOfRatings = Projections.Figure.Ratings;

    /// <summary>As an address names it.</summary>
    public string Query => string.Join('&', Parts().Select(it => $"{it.Name}={it.Value}"));

    /// <summary>Null where it cannot be understood, or asks for what is not told.</summary>
    public static VisitsBehind? Of(IQueryCollection query)
    {
        var asked = query.ToDictionary(it => it.Key, it => it.Value.ToString());
        VisitsBehind read = new(
            Word<Figure>(asked, "angka"), GroupOf(asked), null, Number(asked, "hari", 0, 6) is { } day ? (DayOfWeek)day : null,
            Number(asked, "jam", 0, 23), Stretch.Read(asked.GetValueOrDefault("tunggu")), Stretch.Read(asked.GetValueOrDefault("lembar")),
            Word<VisitStatus>(asked, "keadaan"));
        if (read.By is { } by)
            read = read with { Code = by.Codes().FirstOrDefault(it => by.Spell(it) == asked.GetValueOrDefault("nilai")) };
        string[] named = ["angka", "menurut", "nilai", "hari", "jam", "tunggu", "lembar", "keadaan"];
        var isWhole = named.All(it => asked.GetValueOrDefault(it) is not { Length: > 0 } value || read.Parts().Contains((it, value)));
        return isWhole && !(read.Figure >= FirstOfRatings) ? read : null;
    }

    public bool Includes(VisitFact fact, DateTimeOffset at)
    {
        var verdict = fact.VerdictAt(at);
        return (Figure is { } figure ? fact.Count(figure, verdict) != 0 : verdict is not null)
            && (By is not { } by || by.CodeOf(fact) == Code)
            && (Weekday is null || fact.Day.DayOfWeek == Weekday) && (Hour is null || fact.Hour == Hour)
            && (Wait is null || (fact.Waited is { } waited && Wait.Holds(waited.TotalSeconds)))
            && (Sheets is null || Sheets.Holds(fact.Count(Projections.Figure.Sheets, verdict)))
            && (Status is null || fact.Status == Status);
    }

    IEnumerable<(string Name, string Value)> Parts()
    {
        if (Figure is { } figure) yield return ("angka", Words.Of(figure));
        if (By is { } by) yield return ("menurut", Words.Of(by));
        if (By is { } grouped) yield return ("nilai", grouped.Spell(Code));
        if (Weekday is { } day) yield return ("hari", ((int)day).ToString(Plain));
        if (Hour is { } hour) yield return ("jam", hour.ToString(Plain));
        if (Wait is { } wait) yield return ("tunggu", $"{wait}");
        if (Sheets is { } sheets) yield return ("lembar", $"{sheets}");
        if (Status is { } status) yield return ("keadaan", Words.Of(status));
    }

    static VisitGrouping? GroupOf(Dictionary<string, string> asked) =>
        Word<VisitGrouping>(asked, "menurut") is { } by && by.Codes().Count > 0 ? by : null;

    static TEnum? Word<TEnum>(Dictionary<string, string> asked, string name) where TEnum : struct, Enum =>
        Words.TryRead<TEnum>(asked.GetValueOrDefault(name), out var value) ? value : null;

    static int? Number(Dictionary<string, string> asked, string name, int least, int most) =>
        int.TryParse(asked.GetValueOrDefault(name), NumberStyles.None, Plain, out var number) && number >= least && number <= most
            ? number : null;
}

/// <summary>A stretch of a scale: more than one end, up to and with the other; what begins at 0 also holds that.</summary>
/// <param name="Through">Null is no end.</param>
public sealed record Stretch(int After, int? Through)
{
    /// <summary>"60-120", "660-".</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{After}-{Through}");

    public bool Holds(double number) => (number > After || (After == 0 && number >= 0)) && !(number > Through);

    public static Stretch? Read(string? text)
    {
        var ends = text?.Split('-') ?? [];
        if (ends.Length != 2 || !TryRead(ends[0], out var after)) return null;
        return ends[1].Length == 0 ? new(after, null) : TryRead(ends[1], out var through) && through > after ? new(after, through) : null;
    }

    static bool TryRead(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
