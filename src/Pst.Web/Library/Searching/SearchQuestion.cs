using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Library;

/// <summary>What is looked for in the catalogue.</summary>
/// <param name="Text">As it was typed.</param>
/// <param name="Office">Who published it, by its domain.</param>
/// <param name="After">The last of the page before.</param>
public sealed record SearchQuestion(
    string? Text, int? Year, Subject? Subject, OfficeCode? Office, ReadingForm? Form, SearchCursor? After, int Limit)
{
    /// <summary>Nothing is asked but where to go on.</summary>
    public bool IsOpen => string.IsNullOrWhiteSpace(Text) && Year is null && Subject is null && Office is null && Form is null;
}

/// <summary>Where a page ended, in the order of the answer.</summary>
public readonly record struct SearchCursor(int Tier, int Standing, int Publication) : IParsable<SearchCursor>
{
    internal (int, int, int) Order => (Tier, Standing, Publication);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Tier}.{Standing}.{Publication}");

    public static SearchCursor Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var cursor) ? cursor : throw new FormatException();

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SearchCursor result)
    {
        result = default;
        if (s?.Split('.') is not [var tier, var standing, var publication]) return false;
        if (!Read(tier, out var first) || !Read(standing, out var second) || !Read(publication, out var third)) return false;
        result = new(first, second, third);
        return true;
    }

    static bool Read(string text, out int number) =>
        int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);
}

/// <summary>How the words of the question led to the answer.</summary>
public enum SearchWay
{
    /// <summary>All words were found.</summary>
    Exact,

    /// <summary>All words were found after typing errors were put right, or without words that say little.</summary>
    Corrected,

    /// <summary>Some words were found.</summary>
    Partial,

    /// <summary>None was.</summary>
    Nothing,
}

/// <summary>How many of the answer have a value.</summary>
public sealed record FacetCount(string Key, int Count);

/// <summary>What was found, in the order in which it is told.</summary>
/// <param name="Words">That were looked for in the end.</param>
/// <param name="Next">Where the next page begins; null at the end.</param>
public sealed record SearchAnswer(
    SearchWay Way, IReadOnlyList<string> Words, int Total, IReadOnlyList<PublicationLine> Items, SearchCursor? Next,
    IReadOnlyList<FacetCount> Years, IReadOnlyList<FacetCount> Subjects, IReadOnlyList<FacetCount> Offices,
    IReadOnlyList<FacetCount> Forms)
{
    public static SearchAnswer None { get; } = new(SearchWay.Nothing, [], 0, [], null, [], [], [], []);
}
