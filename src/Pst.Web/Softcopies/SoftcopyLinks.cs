using System.Security.Cryptography;
using System.Text;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Writing;

namespace Pst.Web.Softcopies;

/// <summary>
/// What leads to a softcopy: the address of the request, the address in the mail by which it is fetched, and the code on its pages, which
/// lets nobody in. None says anything of a person, nobody makes one up, and none is kept anywhere.
/// </summary>
public sealed class SoftcopyLinks(EdgeKeys keys, SoftcopyBoard softcopies)
{
    const string Request = "softcopy", Delivery = "softcopy/delivery", Check = "softcopy/check";

    /// <summary>Of the page that says how far the request is.</summary>
    public string RequestOf(OfficeCode office, SoftcopyId request) => $"/s/{keys.Seal(Request, office, request.Value)}";

    /// <summary>Of the page where it is fetched: it goes out by mail alone, so that whoever has it reads that mail.</summary>
    public string DeliveryOf(OfficeCode office, SoftcopyId request) => $"/ambil/{keys.Seal(Delivery, office, request.Value)}";

    public (OfficeCode Office, SoftcopyId Request)? ReadRequest(string token) => Named(keys.UnsealThing(Request, token));

    public (OfficeCode Office, SoftcopyId Request)? ReadDelivery(string token) => Named(keys.UnsealThing(Delivery, token));

    /// <summary>The number with ten letters behind it.</summary>
    public string CodeOf(SoftcopyNumber number, SoftcopyId request) => $"{number}-{keys.Secret(Check, number.Office, request.Value)}";

    /// <summary>The request whose code this is; null for anything else, and it does not tell what was wrong.</summary>
    /// <param name="typed">In any case, as people write it.</param>
    public async Task<SoftcopyLine?> FindAsync(string? typed, CancellationToken cancel)
    {
        var code = string.Concat((typed ?? "").Where(it => !char.IsWhiteSpace(it))).ToUpperInvariant();
        var end = code.LastIndexOf('-');
        if (end < 0 || !SoftcopyNumber.TryParse(code[..end], null, out var number)
            || await softcopies.FindAsync(number, cancel) is not { } line) return null;
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(code), Encoding.UTF8.GetBytes(CodeOf(number, line.Id)))
            ? line : null;
    }

    static (OfficeCode, SoftcopyId)? Named((OfficeCode Office, Guid Thing)? read) =>
        read is var (office, thing) ? (office, new(thing)) : null;
}
