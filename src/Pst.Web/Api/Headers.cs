using System.Globalization;

namespace Pst.Web.Api;

/// <summary>What the caller named the command: 8–64 printable characters, remembered for its office.</summary>
public static class CommandName
{
    public const string Header = "Idempotency-Key";

    /// <summary>The name; null where there is none, or none that can be taken.</summary>
    public static string? Of(HttpContext http) =>
        http.Request.Headers[Header] is [{ Length: >= 8 and <= 64 } name] && name.All(it => it is > ' ' and < '\x7f') ? name : null;
}

/// <summary>The version that the caller has seen, as <c>If-Match: "3"</c> (RFC 9110).</summary>
public static class IfMatch
{
    public const string Header = "If-Match";

    /// <summary>False where the header is there and says no version.</summary>
    public static bool TryRead(HttpContext http, out long? version)
    {
        version = null;
        if (http.Request.Headers.IfMatch is not [var text, ..] || text is null) return true;
        if (!long.TryParse(text.Trim('"'), NumberStyles.None, CultureInfo.InvariantCulture, out var read)) return false;
        version = read;
        return true;
    }
}
