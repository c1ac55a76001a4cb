using System.Buffers.Binary;
using System.Globalization;
using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Follow;

/// <summary>
/// The address at which visitors follow their visit on their own phone, as a QR code holds it. It says nothing of a person.
/// </summary>
public sealed class TicketLinks(EdgeKeys keys, PublicAddress address)
{
    const string Purpose = "ticket";
    const int OfficeLength = sizeof(ushort);

    public string Of(HttpRequest request, OfficeCode office, VisitId visit) => address.Of(request, $"/t/{TokenOf(office, visit)}");

    /// <summary>What lets whoever holds it follow one visit.</summary>
    public string TokenOf(OfficeCode office, VisitId visit)
    {
        Span<byte> named = stackalloc byte[OfficeLength + 16];
        BinaryPrimitives.WriteUInt16BigEndian(named, ushort.Parse(office.Value, CultureInfo.InvariantCulture));
        visit.Value.TryWriteBytes(named[OfficeLength..], bigEndian: true, out _);
        return keys.Seal(Purpose, named);
    }

    /// <summary>The visit that a link, or the token in it, is of; null for anything else.</summary>
    public (OfficeCode Office, VisitId Visit)? Read(string text) =>
        keys.Unseal(Purpose, text.Trim().Split('/')[^1]) is { } named
            ? (new($"{BinaryPrimitives.ReadUInt16BigEndian(named):0000}"), new(new Guid(named.AsSpan(OfficeLength), bigEndian: true)))
            : null;
}
