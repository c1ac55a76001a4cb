using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Follow;

/// <summary>
/// The address at which visitors follow their visit on their own phone, as a QR code holds it. It says nothing of a person.
/// </summary>
public sealed class TicketLinks(EdgeKeys keys, PublicAddress address)
{
    const string Purpose = "ticket";

    public string Of(HttpRequest request, OfficeCode office, VisitId visit) => address.Of(request, $"/t/{TokenOf(office, visit)}");

    /// <summary>What lets whoever holds it follow one visit.</summary>
    public string TokenOf(OfficeCode office, VisitId visit) => keys.Seal(Purpose, office, visit.Value);

    /// <summary>The visit that a link, or the token in it, is of; null for anything else.</summary>
    public (OfficeCode Office, VisitId Visit)? Read(string text) =>
        keys.UnsealThing(Purpose, text.Trim().Split('/')[^1]) is var (office, visit) ? (office, new(visit)) : null;
}
