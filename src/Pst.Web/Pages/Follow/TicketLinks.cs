using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Pages.Follow;

/// <summary>The address at which visitors follow their visit on their own phone, as a QR code holds it.</summary>
public sealed class TicketLinks(EdgeKeys keys, IConfiguration configuration)
{
    /// <summary>Under the address that phones reach: <c>Pst__PublicUrl</c>, else the one that this request came by.</summary>
    public string Of(HttpRequest request, OfficeCode office, VisitId visit)
    {
        var from = configuration["Pst:PublicUrl"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}";
        return $"{from}/t/{keys.TicketToken(office, visit)}";
    }

    /// <summary>The visit that a link, or the token in it, is of; null for anything else.</summary>
    public (OfficeCode Office, VisitId Visit)? Read(string text) => keys.VisitOf(text.Trim().Split('/')[^1]);
}
