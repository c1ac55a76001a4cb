using Microsoft.Extensions.Localization;
using Pst.Domain;
using Pst.Web.Mail;
using Pst.Web.Pages;

namespace Pst.Web.Identity;

/// <summary>Sends somebody the link by which a password is chosen.</summary>
public sealed class Invitations(
    Accounts accounts, Outbox outbox, LetterPaper paper, TimeProvider clock, IStringLocalizer<Sentences> text)
{
    /// <summary>The link's secret, for handing it over by hand; with an address it is sent, too.</summary>
    /// <param name="link">The whole link around its secret.</param>
    public async Task<string> SendAsync(Person person, EmailAddress? to, Func<string, string> link, CancellationToken cancel)
    {
        var secret = await accounts.InviteAsync(person, cancel);
        if (to is { } address)
        {
            // In the language of the office: nobody who is invited has chosen one yet.
            var says = paper.Write(Languages.Names[0], () => WordsOf(person, link(secret)));
            await outbox.PutAsync(new(Guid.CreateVersion7(), address, says, clock.GetUtcNow() + Accounts.InvitationLife), cancel);
        }
        return secret;
    }

    /// <summary>In the language in use.</summary>
    internal LetterWords WordsOf(Person person, string link) => new(
        paper.Service, text["invitation.subject"],
        text["invitation.body", person.Name, link, person.UserName!].Value.Replace('|', '\n'), // sentences stand on one line in their file
        text["Anda menerimanya karena seorang administrator membuat akun untuk Anda."])
    {
        Link = link, Button = text["Pilih kata sandi"],
    };
}
