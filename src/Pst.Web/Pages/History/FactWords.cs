using Microsoft.Extensions.Localization;
using Pst.Domain;

namespace Pst.Web.Pages.History;

/// <summary>Facts in the language of the reader.</summary>
/// <param name="day">The visit's own: times of other days are told with theirs.</param>
public sealed class FactWords(IStringLocalizer<Sentences> text, Zone zone, DateOnly day)
{
    const string Nothing = "–";

    /// <summary>What the fact is about.</summary>
    public string NameOf(string fact, int? item) => item is { } card ? $"{text[fact].Value} {card}" : text[fact];

    /// <summary>A dash for what was not there.</summary>
    public string Of(Told? told) => told switch
    {
        null => Nothing,
        Told.Sentence(var name) => text[name],
        Told.Plain(var plain) => plain,
        Told.Day(var date) => Times.Date(date),
        Told.Moment(var at) => Of(at),
        Told.Several(var parts) => string.Join(parts.Any(it => it is Told.Several) ? ", " : " · ", parts.Select(Of)),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>"09.02.11", "27 Feb 09.02.11" of another day.</summary>
    public string Of(DateTimeOffset at) => zone.Day(at) == day
        ? Times.Exact(at, zone) : $"{zone.Day(at).ToString("d MMM", Languages.Dates)} {Times.Exact(at, zone)}";

    /// <summary>"3 mnt 44 dtk", "5 mnt".</summary>
    public string Length(TimeSpan length)
    {
        var units = text["jam|mnt|dtk"].Value;
        var isWhole = length.TotalHours < 1 && length.Ticks % TimeSpan.TicksPerMinute == 0 && length.Ticks > 0;
        return isWhole ? $"{length.Minutes} {units.Split('|')[1]}" : Times.Length(length, units);
    }
}
