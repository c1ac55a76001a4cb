using System.Diagnostics.CodeAnalysis;

namespace Pst.Domain;

/// <summary>A locker as it is labelled, such as "A01".</summary>
public readonly record struct Locker(string Name) : IParsable<Locker>
{
    /// <summary>In characters.</summary>
    public const int MaxLength = 20;

    public override string ToString() => Name;

    public static Locker Parse(string s, IFormatProvider? provider) => Parsing.Read<Locker>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out Locker result)
    {
        var read = PlainText.IsLine(s, MaxLength);
        result = read ? new(s!) : default;
        return read;
    }
}
