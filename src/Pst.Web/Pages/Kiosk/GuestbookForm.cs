using Pst.Domain;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Pages.Kiosk;

/// <summary>Step 2, at the kiosk or on a phone: the guestbook, and what was typed in it so far.</summary>
/// <param name="Address">Where it is sent.</param>
/// <param name="Standard">In force today; null before the office's first.</param>
/// <param name="Contact">What a returning visitor came with: an email, a phone, or the last visit's ticket.</param>
/// <param name="IsYoung">The shorter form for those under 17, which an adult confirms.</param>
public sealed record GuestbookForm(
    string Address, Domain.Standard? Standard, HttpRequest Sent, FormAnswer Answer, string? Contact, bool HasTicket, bool IsYoung)
{
    /// <summary>Whether the kiosk has no line: then it keeps the form, and asks for a token when it can send it.</summary>
    public bool IsKept { get; init; }

    /// <summary>What became of the code by email; null where nobody asked for one.</summary>
    public CodeAnswer? Code { get; init; }

    /// <summary>The visit keeps an appointment, which says who comes; <see cref="HasTicket"/> is then not asked.</summary>
    public bool IsBooked { get; init; }

    public bool AwaitsCode => Code is { Ticket: null } && Contact is not null;
    public bool NeedsEmail => Needs(RequirementRule.ActiveEmail);
    public bool NeedsWhatsapp => Needs(RequirementRule.WhatsappNumber);

    /// <summary>What stands in a field that was sent and came back.</summary>
    public string? Typed(string field) => Sent.HasFormContentType ? Sent.Form[field] : (string?)null;

    bool Needs(RequirementRule rule) => Standard?.Requires(rule, Channel.Offline) == true;
}
