using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace Pst.Web.Access;

/// <summary>Signs in by <c>Authorization: Bearer KEY</c>.</summary>
public sealed class KeyAuthentication(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "Key";
    const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return AuthenticateResult.NoResult();

        var caller = await keys.FindAsync(header[Bearer.Length..].Trim(), Context.RequestAborted);
        return caller is null
            ? AuthenticateResult.Fail("No such key.")
            : AuthenticateResult.Success(new(new ClaimsPrincipal(caller.ToIdentity(SchemeName)), SchemeName));
    }
}
