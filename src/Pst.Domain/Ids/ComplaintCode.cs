using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pst.Domain;

/// <summary>The number on a complainant's receipt, such as PGD260302001: the office-local day of receipt and that day's count.</summary>
/// <param name="Day">From 2000 to 2099: the code has two digits for the year.</param>
/// <param name="Number">1–999.</param>
public readonly record struct ComplaintCode(DateOnly Day, int Number) : IParsable<ComplaintCode>
{
    const string Prefix = "PGD";

    /// <summary>As many complaints as an office can number in a day.</summary>
    public const int Most = 999;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Prefix}{Day:yyMMdd}{Number:000}");

    public static ComplaintCode Parse(string s, IFormatProvider? provider) => Parsing.Read<ComplaintCode>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out ComplaintCode result)
    {
        result = default;
        if (s is not { Length: 12 } || !s.StartsWith(Prefix, StringComparison.Ordinal)
            || !DateOnly.TryParseExact($"20{s.AsSpan(3, 6)}", "yyyyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            || !int.TryParse(s.AsSpan(9), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;

        result = new(day, number);
        return true;
    }
}
