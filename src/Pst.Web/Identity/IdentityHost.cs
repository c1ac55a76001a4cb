using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Pages;

namespace Pst.Web.Identity;

/// <summary>The wiring of who asks: a program by its key, a device by its cookie, a person by signing in.</summary>
public static class IdentityHost
{
    const string AnyScheme = "Pst";

    public static void AddIdentities(this IServiceCollection services)
    {
        services.AddAuthentication(AnyScheme)
            .AddPolicyScheme(AnyScheme, null, it => it.ForwardDefaultSelector = SchemeFor)
            .AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null)
            .AddScheme<AuthenticationSchemeOptions, DeviceAuthentication>(DeviceAuthentication.SchemeName, null)
            .AddIdentityCookies(it => it.ApplicationCookie!.Configure(Configure));
        services.AddAuthorization(Policies.Configure);

        services.AddDbContext<PeopleContext>((provider, it) => it.UseNpgsql(provider.GetRequiredService<PstDatabase>().App));
        services.AddIdentityCore<Person>(Configure).AddEntityFrameworkStores<PeopleContext>().AddSignInManager()
            .AddTokenProvider<AuthenticatorTokenProvider<Person>>(TokenOptions.DefaultAuthenticatorProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>().AddScoped<IUserConfirmation<Person>, PersonClaims>();
        services.Configure<SecurityStampValidatorOptions>(it => it.ValidationInterval = TimeSpan.FromMinutes(1));
        services.AddScoped<OneTimeLinks>().AddScoped<Accounts>().AddScoped<ActorNames>().AddScoped<Officers>().AddScoped<EnrolledDevices>();
        services.AddScoped<SecondSteps>().AddScoped<Invitations>().AddSingleton<KnownActors>();
        services.AddHostedService<SetUpLink>();
    }

    // On a tablet where a supervisor is still signed in, the kiosk's pages are the kiosk's.
    static string SchemeFor(HttpContext http)
    {
        if (Languages.IsProgram(http)) return KeyAuthentication.SchemeName;
        var isDevice = http.Request.Cookies.ContainsKey(DeviceAuthentication.Cookie);
        var isPerson = http.Request.Cookies.ContainsKey(PersonCookie);
        var isKiosk = isDevice && (!isPerson || http.Request.Path.StartsWithSegments("/kios"));
        return isKiosk ? DeviceAuthentication.SchemeName : IdentityConstants.ApplicationScheme;
    }

    const string PersonCookie = "pst.person";

    static void Configure(CookieAuthenticationOptions options)
    {
        (options.Cookie.Name, options.Cookie.SameSite) = (PersonCookie, SameSiteMode.Lax);
        (options.LoginPath, options.ReturnUrlParameter) = ("/masuk", "kembali");
        (options.ExpireTimeSpan, options.SlidingExpiration) = (TimeSpan.FromHours(12), true);
        options.Events.OnValidatePrincipal = SecurityStampValidator.ValidatePrincipalAsync;
        options.Events.OnRedirectToAccessDenied = it =>
        {
            it.Response.StatusCode = StatusCodes.Status403Forbidden;
            return Task.CompletedTask;
        };
    }

    // Length is what makes a password strong; rules about its characters make people write it down (NIST SP 800-63B).
    static void Configure(IdentityOptions options)
    {
        options.Password = new()
        {
            RequiredLength = 10,
            RequiredUniqueChars = 4,
            RequireDigit = false,
            RequireLowercase = false,
            RequireUppercase = false,
            RequireNonAlphanumeric = false,
        };
        options.Lockout = new() { MaxFailedAccessAttempts = 5, DefaultLockoutTimeSpan = TimeSpan.FromMinutes(15) };
        options.ClaimsIdentity.UserIdClaimType = PersonClaims.PersonId;
        options.SignIn.RequireConfirmedAccount = true;
    }
}
