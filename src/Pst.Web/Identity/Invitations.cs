using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.Identity;

/// <summary>Sends somebody the link by which a password is chosen.</summary>
public sealed class Invitations(Accounts accounts, Outbox outbox, TimeProvider clock, IStringLocalizer<Sentences> text)
{
    /// <summary>The link's secret, for handing it over by hand; with an address it is sent, too.</summary>
    /// <param name="link">The whole link around its secret.</param>
    public async Task<string> SendAsync(Person person, EmailAddress? to, Func<string, string> link, CancellationToken cancel)
    {
        var secret = await accounts.InviteAsync(person, cancel);
        if (to is { } address)
        {
            var said = text["invitation.body", person.Name, link(secret), person.UserName!].Value;
            var body = said.Replace('|', '\n'); // sentences stand on one line in their file
            var until = clock.GetUtcNow() + Accounts.InvitationLife;
            await outbox.PutAsync(new(Guid.CreateVersion7(), address, text["invitation.subject"], body, until), cancel);
        }
        return secret;
    }
}
