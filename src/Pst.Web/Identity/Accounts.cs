using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pst.Domain;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>Makes accounts and lets their people in by one-time links; link and account change together or not at all.</summary>
public sealed class Accounts(PeopleContext context, UserManager<Person> people, OneTimeLinks links, TimeProvider clock)
{
    /// <summary>How long a link for a password is good.</summary>
    public static readonly TimeSpan InvitationLife = TimeSpan.FromDays(3);

    static readonly IdentityResult Gone = IdentityResult.Failed();

    /// <summary>The first administrator. No result: the link is not good any more.</summary>
    public async Task<(Person Person, IdentityResult? Result)> MakeFirstAsync(
        string secret, string name, string userName, string password, CancellationToken cancel)
    {
        var person = NewPerson(name, userName, Role.Admin, null);
        await using var both = await context.Database.BeginTransactionAsync(cancel);
        if (await links.TakeAsync(LinkPurpose.SetUp, secret, cancel) is null) return (person, null);

        var result = await people.CreateAsync(person, password);
        if (result.Succeeded) await both.CommitAsync(cancel);
        return (person, result);
    }

    /// <summary>A new account; its person chooses the password behind a link (see <see cref="InviteAsync"/>).</summary>
    /// <param name="email">Where notices go; null for nowhere.</param>
    public async Task<(Person Person, IdentityResult Result)> MakeAsync(
        string name, string userName, Role role, OfficeCode? office, EmailAddress? email = null)
    {
        var person = NewPerson(name, userName, role, office);
        person.Email = email?.Value;
        return (person, await people.CreateAsync(person));
    }

    /// <summary>The secret of a link by which the person sets a new password.</summary>
    public async Task<string> InviteAsync(Person person, CancellationToken cancel)
    {
        var secret = OneTimeLinks.NewSecret();
        await links.AddAsync(
            new()
            {
                Hash = OneTimeLinks.HashOf(secret),
                Purpose = LinkPurpose.Invitation,
                Expires = links.ExpiryAfter(InvitationLife),
                Person = person.Id,
            }, cancel);
        return secret;
    }

    /// <summary>Sets the password; nobody where the link is not good any more.</summary>
    public async Task<(Person? Person, IdentityResult Result)> AcceptAsync(string secret, string password, CancellationToken cancel)
    {
        await using var both = await context.Database.BeginTransactionAsync(cancel);
        var link = await links.TakeAsync(LinkPurpose.Invitation, secret, cancel);
        var person = link is null ? null : await context.People.SingleAsync(it => it.Id == link.Person, cancel);
        if (person is null or { DisabledAt: not null }) return (null, Gone);

        await people.RemovePasswordAsync(person);
        var result = await people.AddPasswordAsync(person, password);
        if (result.Succeeded) await both.CommitAsync(cancel);
        return (person, result);
    }

    /// <summary>Closes the account, or opens it again; whoever is signed in with it is out within a minute.</summary>
    public async Task SetDisabledAsync(Person person, bool disabled)
    {
        person.DisabledAt = disabled ? clock.GetUtcNow() : null;
        await people.UpdateSecurityStampAsync(person);
    }

    /// <summary>Ends every stay but none to come: on each browser within a minute.</summary>
    public Task SignOutEverywhereAsync(Person person) => people.UpdateSecurityStampAsync(person);

    /// <summary>Lets somebody try again who was closed out by wrong passwords.</summary>
    public async Task UnlockAsync(Person person)
    {
        await people.SetLockoutEndDateAsync(person, null);
        await people.ResetAccessFailedCountAsync(person);
    }

    Person NewPerson(string name, string userName, Role role, OfficeCode? office) =>
        new() { Id = Guid.CreateVersion7(clock.GetUtcNow()), Name = name.Trim(), UserName = userName.Trim(), Role = role, Office = office };
}
