using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Pst.Web.Access;

namespace Pst.Web.Identity;

/// <summary>Signs in a kiosk or TV by the key that its enrolment left in a cookie which no script can read.</summary>
public sealed class DeviceAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Device";
    public const string Cookie = "pst.device";

    /// <summary>Leaves the key on the device; browsers keep a cookie for 400 days at most.</summary>
    public static void Remember(HttpContext http, string key) =>
        http.Response.Cookies.Append(Cookie, key, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(400),
        });

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (Request.Cookies[Cookie] is not { Length: > 0 } key) return AuthenticateResult.NoResult();

        var caller = await keys.FindAsync(key, Context.RequestAborted);
        return caller?.Device is null
            ? AuthenticateResult.Fail("No such device.")
            : AuthenticateResult.Success(new(new ClaimsPrincipal(caller.ToIdentity(SchemeName)), SchemeName));
    }

    /// <summary>A device that was revoked is shown where to enrol.</summary>
    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Redirect("/perangkat/daftar");
        return Task.CompletedTask;
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }
}
