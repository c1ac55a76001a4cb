using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Pst.Web.Pages;

/// <summary>How often somebody may post where a stranger could try in earnest. Looking is free.</summary>
public static class Limits
{
    /// <summary>Passwords, one-time links and enrolment codes, by address.</summary>
    public const string SignIn = "sign-in";

    /// <summary>What strangers send from home, by address: complaints, and asking for their own data.</summary>
    public const string Stranger = "stranger";

    /// <summary>What visitors send at a kiosk, by the device.</summary>
    public const string Kiosk = "kiosk";

    /// <summary>Open lines of one ticket: a family's phones, not a thousand.</summary>
    public const string Follow = "follow";

    public static void Configure(RateLimiterOptions options)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.AddPolicy(SignIn, http => Posts(http, $"{http.Connection.RemoteIpAddress}", 10));
        options.AddPolicy(Stranger, http => Posts(http, $"{http.Connection.RemoteIpAddress}", 10));
        options.AddPolicy(Kiosk, http => Posts(http, http.User.Identity?.Name ?? $"{http.Connection.RemoteIpAddress}", 120));
        options.AddPolicy(Follow, http => Lines($"{http.GetRouteValue("token")}"));
    }

    static RateLimitPartition<string> Lines(string ticket) =>
        RateLimitPartition.GetConcurrencyLimiter(ticket, _ => new() { PermitLimit = 5 });

    static RateLimitPartition<string> Posts(HttpContext http, string who, int aMinute) =>
        HttpMethods.IsPost(http.Request.Method)
            ? RateLimitPartition.GetSlidingWindowLimiter(
                who, _ => new() { PermitLimit = aMinute, Window = TimeSpan.FromMinutes(1), SegmentsPerWindow = 6 })
            : RateLimitPartition.GetNoLimiter("");
}
