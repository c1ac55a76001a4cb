using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Pst.Domain;

namespace Pst.Web.Pages.Monthly;

/// <summary>A month as addresses spell it: <c>2026-03</c>.</summary>
public readonly record struct MonthName(DateOnly First) : IParsable<MonthName>
{
    const string Spelling = "yyyy-MM";

    public ReportPeriod Period => ReportPeriod.Of(PeriodKind.Month, First);

    public override string ToString() => First.ToString(Spelling, CultureInfo.InvariantCulture);

    public static MonthName Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var month) ? month : throw new FormatException("This is no month.");

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out MonthName result)
    {
        var isMonth = DateOnly.TryParseExact(s, Spelling, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
            && first.Year is >= 2000 and < 2100;
        result = isMonth ? new(first) : default;
        return isMonth;
    }
}
