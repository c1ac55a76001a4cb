namespace Pst.Api.Tests.Support;

/// <summary>Goes nowhere by itself and keeps no cookies, so the tests see each answer as it came.</summary>
internal static class PlainHttp
{
    public static HttpClient To(Uri address) => new(Handler()) { BaseAddress = address };

    public static SocketsHttpHandler Handler() => new() { AllowAutoRedirect = false, UseCookies = false };
}
