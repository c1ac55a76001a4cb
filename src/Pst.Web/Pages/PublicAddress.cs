namespace Pst.Web.Pages;

/// <summary>Addresses for phones: under the one that they reach, <c>Pst__PublicUrl</c>, else the one that the request came by.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    public string Of(HttpRequest request, string path) =>
        $"{configuration["Pst:PublicUrl"]?.TrimEnd('/') ?? $"{request.Scheme}://{request.Host}"}{path}";
}
