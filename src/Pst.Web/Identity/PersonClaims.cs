using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>
/// What a person's cookie says: the same as a key does, the name for the head of the page, and the stamp by which it ends when the account
/// changes.
/// </summary>
public sealed class PersonClaims(IOptions<IdentityOptions> options) : IUserClaimsPrincipalFactory<Person>, IUserConfirmation<Person>
{
    /// <summary>The account's id as Identity looks for it.</summary>
    public const string PersonId = "pst:person";

    public Task<ClaimsPrincipal> CreateAsync(Person user)
    {
        var identity = user.ToCaller().ToIdentity(IdentityConstants.ApplicationScheme);
        identity.AddClaim(new(ClaimTypes.Name, user.Name is "" ? $"{user.Id}" : user.Name)); // a visitor has no name here
        identity.AddClaim(new(PersonId, $"{user.Id}"));
        identity.AddClaim(new(options.Value.ClaimsIdentity.SecurityStampClaimType, user.SecurityStamp!));
        return Task.FromResult(new ClaimsPrincipal(identity));
    }

    /// <summary>Whether the account may be used; asked at each sign-in and at each look at the stamp.</summary>
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) => Task.FromResult(user.DisabledAt is null);
}
