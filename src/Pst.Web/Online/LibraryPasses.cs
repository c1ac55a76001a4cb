using Pst.Domain;
using Pst.Web.Writing;

namespace Pst.Web.Online;

/// <summary>Keeps in a browser in which visit it uses the library, sealed, in a cookie that no script reads.</summary>
public sealed class LibraryPasses(EdgeKeys keys)
{
    const string Name = "pst.library", Purpose = "library";

    public void Give(HttpContext http, OfficeCode office, VisitId visit) =>
        http.Response.Cookies.Append(Name, keys.Seal(Purpose, office, visit.Value), Options(http));

    /// <summary>Null where there is none.</summary>
    public (OfficeCode Office, VisitId Visit)? Of(HttpContext http) =>
        http.Request.Cookies[Name] is { } pass && keys.UnsealThing(Purpose, pass) is var (office, visit) ? (office, new(visit)) : null;

    public void End(HttpContext http) => http.Response.Cookies.Delete(Name, Options(http));

    static CookieOptions Options(HttpContext http) =>
        new() { HttpOnly = true, Secure = http.Request.IsHttps, SameSite = SameSiteMode.Lax, Path = "/", IsEssential = true };
}
