using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>An Indonesian phone number, however it was written, in one spelling: with a leading 0 and digits only.</summary>
public readonly record struct PhoneNumber : IParsable<PhoneNumber>
{
    PhoneNumber(string normal) => Normal = normal;

    /// <summary>Such as 082170001872. Two numbers are the same when this is.</summary>
    public string Normal { get; }

    /// <summary>As WhatsApp's addresses want it: 6282170001872.</summary>
    public string Whatsapp => $"62{Normal[1..]}";

    public override string ToString() => Normal;

    public static PhoneNumber Parse(string s, IFormatProvider? provider) => Parsing.Read<PhoneNumber>(s);

    /// <summary>Anything that holds a digit beside its prefixes is a number: "(0725) 7859853", "+62 (0) 821…", "WA: 0821…".</summary>
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out PhoneNumber result)
    {
        var digits = string.Concat((s ?? "").Where(char.IsAsciiDigit));
        if (digits.StartsWith("00", StringComparison.Ordinal)) digits = digits[2..];       // the international call prefix
        if (digits.StartsWith("62", StringComparison.Ordinal)) digits = digits[2..];       // the country; an area code 062x still has its 0
        digits = digits.TrimStart('0');

        result = digits == "" ? default : new($"0{digits}");
        return digits != "";
    }
}
