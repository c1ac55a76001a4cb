using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pst.Domain;

/// <summary>
/// The number that stands on every page of a softcopy, such as SC-1872-2026-0001: the office, the office-local year in which it was asked
/// for, and that year's count.
/// </summary>
/// <param name="Year">From 2000 to 2099.</param>
/// <param name="Number">1–9,999.</param>
public readonly record struct SoftcopyNumber(OfficeCode Office, int Year, int Number) : IParsable<SoftcopyNumber>
{
    /// <summary>As many requests as an office can number in a year.</summary>
    public const int Most = 9999;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"SC-{Office}-{Year:0000}-{Number:0000}");

    public static SoftcopyNumber Parse(string s, IFormatProvider? provider) => Parsing.Read<SoftcopyNumber>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out SoftcopyNumber result)
    {
        result = default;
        if (s?.Split('-') is not ["SC", var code, { Length: 4 } written, { Length: 4 } counted]
            || !OfficeCode.TryParse(code, null, out var office)
            || !int.TryParse(written, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2099
            || !int.TryParse(counted, NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;

        result = new(office, year, number);
        return true;
    }
}
