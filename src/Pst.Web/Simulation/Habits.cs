using Bogus;
using Pst.Domain;

namespace Pst.Web.Simulation;

/// <summary>What an office's days are like.</summary>
/// <param name="PerDay">How many come in person on an ordinary day.</param>
/// <param name="Online">How many come from home.</param>
/// <param name="Slow">How often a service takes long, so that the next has to wait.</param>
/// <param name="Pleased">How often a visitor is very satisfied, in percent.</param>
/// <param name="Weak">The element that visitors like least.</param>
internal sealed record Habits(int PerDay, int Online, float Slow, int Pleased, Element? Weak)
{
    const int FewestDesks = 1, VisitorsADesk = 13;

    /// <summary>Of the demo's offices.</summary>
    public static Habits Usual { get; } = new(PerDay: 17, Online: 2, Slow: 0.125f, Pleased: 52, Weak: null);

    /// <summary>As many desks as the visitors need.</summary>
    public int Desks => FewestDesks + PerDay / VisitorsADesk;

    /// <summary>Of one office among many: small ones are more frequent, and few are slow. Thirty come in the mean.</summary>
    public static Habits Of(Randomizer chance) => new(
        chance.Draw((chance.Int(8, 18), 35), (chance.Int(18, 36), 40), (chance.Int(36, 80), 25)),
        chance.Int(0, 4),
        chance.Draw((0.03f, 30), (0.1f, 40), (0.2f, 20), (0.35f, 10)),
        chance.Int(30, 65),
        chance.Enum<Element>());

    /// <summary>How many come in person on that day: fewer in the fasting month and on Fridays, more when theses are due.</summary>
    public int VisitorsOn(DateOnly day, LocalSettings local, Randomizer chance)
    {
        var isSeason = local.SeasonalHours?.Any(it => it.Contains(day)) ?? false;
        var expected = PerDay * MonthFactor(day.Month) * WeekdayFactor(day.DayOfWeek) * (isSeason ? 0.6 : 1);
        return chance.Int((int)Math.Round(expected * 0.82), (int)Math.Round(expected * 1.18));
    }

    static double MonthFactor(int month) => month switch
    {
        3 or 4 or 5 or 10 or 11 => 1.15, // theses, and data for next year's plans
        1 or 7 or 8 => 0.85, // holidays
        12 => 0.75,
        _ => 1,
    };

    static double WeekdayFactor(DayOfWeek day) => day switch
    {
        DayOfWeek.Monday => 1.12,
        DayOfWeek.Friday => 0.8,
        _ => 1,
    };
}
