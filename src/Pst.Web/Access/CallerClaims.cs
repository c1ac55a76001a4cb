using System.Security.Claims;
using Pst.Domain;

namespace Pst.Web.Access;

/// <summary>A caller as the framework carries one through a request.</summary>
public static class CallerClaims
{
    /// <summary>The office that the caller belongs to; absent where it is all of them.</summary>
    public const string Office = "pst:office";

    /// <summary>The enrolled device.</summary>
    public const string Device = "pst:device";

    public static ClaimsIdentity ToIdentity(this Caller caller, string scheme)
    {
        var identity = new ClaimsIdentity(scheme);
        identity.AddClaim(new(ClaimTypes.NameIdentifier, caller.Id));
        identity.AddClaim(new(ClaimTypes.Role, Words.Of(caller.Role)));
        if (caller.Office is { } office) identity.AddClaim(new(Office, office.Value));
        if (caller.Device is { } device) identity.AddClaim(new(Device, device.ToString()));
        return identity;
    }

    /// <summary>Who asks; null for somebody who is not signed in.</summary>
    public static Caller? ToCaller(this ClaimsPrincipal user)
    {
        if (user.FindFirstValue(ClaimTypes.NameIdentifier) is not { } id
            || !Words.TryRead<Role>(user.FindFirstValue(ClaimTypes.Role), out var role))
            return null;

        OfficeCode? office = OfficeCode.TryParse(user.FindFirstValue(Office), null, out var code) ? code : null;
        return new(id, role, office, Guid.TryParse(user.FindFirstValue(Device), out var device) ? device : null);
    }
}
