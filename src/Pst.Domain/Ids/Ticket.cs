using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Pst.Domain;

/// <summary>A place in the queue, such as PS-001: counted per office, service and local day, from 1 and without gaps.</summary>
public readonly record struct Ticket(ServiceCode Service, int Number) : IParsable<Ticket>
{
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Service}-{Number:000}");

    public static Ticket Parse(string s, IFormatProvider? provider) => Parsing.Read<Ticket>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Ticket result)
    {
        result = default;
        if (s is not { Length: >= 6 } || s[2] != '-'
            || !Words.TryRead<ServiceCode>(s[..2], out var service)
            || !int.TryParse(s.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out var number) || number == 0)
            return false;

        result = new(service, number);
        return result.ToString() == s; // one spelling a ticket: not PS-0001
    }
}
