using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace Pst.Domain;

/// <summary>One person in one office. It says nothing about them: who they are lies in the vault.</summary>
public readonly record struct VisitorId(Guid Value) : IParsable<VisitorId>
{
    /// <summary>Whoever a visit is of that nobody has signed: all that is known of that person is the visit.</summary>
    public static VisitorId OfUnsigned(VisitId visit) => new(new Guid(SHA256.HashData(visit.Value.ToByteArray()).AsSpan(0, 16)));

    public override string ToString() => Value.ToString();

    public static VisitorId Parse(string s, IFormatProvider? provider) => Parsing.Read<VisitorId>(s);

    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out VisitorId result)
    {
        var read = Guid.TryParseExact(s, "D", out var value);
        result = new(value);
        return read;
    }
}
