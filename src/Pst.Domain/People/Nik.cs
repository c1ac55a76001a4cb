using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pst.Domain;

/// <summary>
/// The number of an Indonesian identity card: area PPKKCC, birth date DDMMYY (day + 40 for women), serial SSSS from 0001. The area is not
/// checked: districts split. It is read to be checked and then forgotten, but for its tail.
/// </summary>
public readonly record struct Nik : IParsable<Nik>
{
    const int WomansDays = 40;

    readonly string digits;

    Nik(string digits) => this.digits = digits;

    public bool IsFemale => Number(6) > WomansDays;

    public int Day => Number(6) % WomansDays;

    public int Month => Number(8);

    /// <summary>Without its century, 0–99.</summary>
    public int Year => Number(10);

    /// <summary>The last four digits, by which a held card is known again.</summary>
    public string Tail => digits is null ? "" : digits[^4..];

    // Not the digits: this may reach a log line.
    public override string ToString() => $"NIK …{Tail}";

    public static Nik Parse(string s, IFormatProvider? provider) => Parsing.Read<Nik>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Nik result)
    {
        result = default;
        if (s is not { Length: 16 } || !s.All(char.IsAsciiDigit)) return false;

        var nik = new Nik(s);
        if (nik.Tail == "0000" || !(nik.WasBornIn(1900) || nik.WasBornIn(2000))) return false;

        result = nik;
        return true;
    }

    bool WasBornIn(int century) =>
        Month is >= 1 and <= 12 && Day >= 1 && Number(6) < 2 * WomansDays && Day <= DateTime.DaysInMonth(century + Year, Month);

    int Number(int start) => int.Parse(digits.AsSpan(start, 2), NumberStyles.None, CultureInfo.InvariantCulture);
}
