using Pst.Domain;
using Pst.Web.Access;
using Pst.Web.Writing;

namespace Pst.Web.OwnData;

/// <summary>Whose data somebody may see who opened the link from their email.</summary>
public sealed record OwnDataPass(OfficeCode Office, VisitorId Visitor)
{
    /// <summary>The person, as what they do stands in the log: it names nobody.</summary>
    public Caller Caller { get; } = new("own", Role.Visitor, Office);
}

/// <summary>Keeps a pass for a while in the browser that opened the link, sealed, in a cookie that no script reads.</summary>
public sealed class OwnDataPasses(EdgeKeys keys, TimeProvider clock)
{
    /// <summary>The cookie.</summary>
    public const string Name = "pst.own";

    const string Purpose = "own-data", Path = "/data-saya";

    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    public void Give(HttpContext http, OwnDataPass pass) => http.Response.Cookies.Append(Name, Sealed(pass), Options(http));

    /// <summary>What lets whoever holds it see these data, for a while.</summary>
    public string Sealed(OwnDataPass pass) => keys.Seal(Purpose, pass.Office, pass.Visitor.Value, clock.GetUtcNow() + Life);

    /// <summary>Null where there is none, or its time has passed.</summary>
    public OwnDataPass? Of(HttpContext http) =>
        http.Request.Cookies[Name] is { } sealedPass
            && keys.UnsealThing(Purpose, sealedPass, clock.GetUtcNow()) is var (office, visitor) ? new(office, new(visitor)) : null;

    public void End(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    static CookieOptions Options(HttpContext http) => new()
    {
        HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Strict, Path = Path, IsEssential = true,
    };
}
