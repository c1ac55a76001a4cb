namespace Pst.Web.Pages.Desk;

/// <summary>At which desk this browser stands.</summary>
public static class Seat
{
    const string Cookie = "pst.desk";

    public static string? Of(HttpContext http) => http.Request.Cookies[Cookie];

    public static void Take(HttpContext http, string desk) =>
        http.Response.Cookies.Append(Cookie, desk, new()
        {
            HttpOnly = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        });
}
