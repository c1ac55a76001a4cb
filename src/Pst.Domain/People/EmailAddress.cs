using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace Pst.Domain;

/// <summary>An email address without display name, quotes or comments, in lower case. Dots and +tags make another address.</summary>
public readonly record struct EmailAddress : IParsable<EmailAddress>
{
    const int MaxLength = 254, MaxLocal = 64, MaxLabel = 63; // RFC 5321, RFC 1035

    const string Alphanumeric = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    static readonly SearchValues<char> AtomCharacters = SearchValues.Create($"{Alphanumeric}!#$%&'*+-/=?^_`{{|}}~");
    static readonly SearchValues<char> LabelCharacters = SearchValues.Create($"{Alphanumeric}-");

    EmailAddress(string value) => Value = value;

    /// <summary>Two addresses are the same when this is.</summary>
    public string Value { get; }

    public override string ToString() => Value;

    public static EmailAddress Parse(string s, IFormatProvider? provider) => Parsing.Read<EmailAddress>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out EmailAddress result)
    {
        result = default;
        var address = s?.Trim() ?? "";
        // ASCII is asked for before lower case: the Kelvin sign would become a k.
        if (address.Length > MaxLength || !Ascii.IsValid(address) || address.Split('@') is not [var local, var domain]) return false;
        if (!IsLocal(local) || !IsDomain(domain)) return false;

        result = new(address.ToLowerInvariant());
        return true;
    }

    // A dot-atom of RFC 5322.
    static bool IsLocal(string local) =>
        local.Length <= MaxLocal && local.Split('.').All(atom => atom != "" && !atom.AsSpan().ContainsAnyExcept(AtomCharacters));

    static bool IsDomain(string domain) =>
        domain.Split('.') is [_, .., var top] labels && labels.All(IsLabel) && !top.All(char.IsAsciiDigit);

    static bool IsLabel(string label) =>
        label is { Length: > 0 and <= MaxLabel } and not ['-', ..] and not [.., '-']
        && !label.AsSpan().ContainsAnyExcept(LabelCharacters);
}
