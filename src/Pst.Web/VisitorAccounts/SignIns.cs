using Microsoft.AspNetCore.Identity;
using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Pages;
using Pst.Web.Writing;

namespace Pst.Web.VisitorAccounts;

/// <summary>
/// Signing in by name or address and password, or by a link to the address. Who is not known costs as much work as who is, and is told the
/// same.
/// </summary>
public sealed class SignIns(
    UserManager<Person> people, SignInManager<Person> signIn, AccountLinks links, EdgeKeys keys, PublicAddress address,
    PstDatabase database, AccountLetters letters)
{
    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);
    static readonly Person Nobody = new() { Name = "" };
    static string? someHash;

    /// <summary>By password. A visitor's account that is closed after wrong tries answers as one that is not there.</summary>
    /// <param name="name">The name of somebody who works here, or a visitor's address.</param>
    public async Task<SignInResult> PasswordAsync(string name, string password)
    {
        var person = await FindAsync(name);
        if (person?.PasswordHash is null)
        {
            someHash ??= people.PasswordHasher.HashPassword(Nobody, "kata sandi siapa pun");
            people.PasswordHasher.VerifyHashedPassword(Nobody, someHash, password);
            return SignInResult.Failed;
        }
        var result = await signIn.PasswordSignInAsync(person, password, isPersistent: false, lockoutOnFailure: true);
        return result.IsLockedOut && person.Role == Role.Visitor ? SignInResult.Failed : result;
    }

    /// <summary>Sends a link to a visitor's address; to any other one a mail that says that it has no account here.</summary>
    /// <param name="typed">What is no address is not known.</param>
    public async Task SendLinkAsync(HttpRequest request, string? typed, CancellationToken cancel)
    {
        if (!EmailAddress.TryParse(typed, null, out var email)) return;
        var person = await people.FindByNameAsync(keys.AccountName(email));
        var mayOpen = person is { Role: Role.Visitor, DisabledAt: null, TwoFactorEnabled: false };
        await links.SendAsync(
            AccountLinkPurpose.SignIn, email, Life, mayOpen ? person!.Id : null, null,
            secret => person is null ? letters.Unknown(address.Of(request, "/akun/daftar"))
                : mayOpen ? letters.SignIn(address.Of(request, $"/masuk/tautan/{secret}"))
                : letters.SecondStep(address.Of(request, "/masuk")),
            cancel);
    }

    /// <summary>Signs in by a link, once; false where it is not good any more.</summary>
    public async Task<bool> ByLinkAsync(string secret, CancellationToken cancel)
    {
        await using var connection = await database.App.OpenConnectionAsync(cancel);
        var link = await links.TakeAsync(connection, AccountLinkPurpose.SignIn, secret, cancel);
        if (link?.Person is not { } id || await people.FindByIdAsync($"{id}") is not { TwoFactorEnabled: false } person) return false;
        if (!await signIn.CanSignInAsync(person)) return false;
        await signIn.SignInAsync(person, isPersistent: false);
        return true;
    }

    async Task<Person?> FindAsync(string typed)
    {
        var named = await people.FindByNameAsync(typed.Trim());
        var addressed = EmailAddress.TryParse(typed, null, out var email) ? await people.FindByNameAsync(keys.AccountName(email)) : null;
        return named ?? addressed;
    }
}
