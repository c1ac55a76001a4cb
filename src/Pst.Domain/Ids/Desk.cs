using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>Where someone is served, such as "1". The office's list is what screens offer; an online visit is served at "online".</summary>
public readonly record struct Desk(string Name) : IParsable<Desk>
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 20;

    public override string ToString() => Name;

    public static Desk Parse(string s, IFormatProvider? provider) => Parsing.Read<Desk>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Desk result)
    {
        var read = PlainText.IsLine(s, MaxLength);
        result = read ? new(s!) : default;
        return read;
    }
}
