namespace Pst.Web.Pages;

/// <summary>Addresses for phones: under the one that they reach, <c>Pst__PublicUrl</c>, else the one that the request came by.</summary>
public sealed class PublicAddress(IConfiguration configuration)
{
    /// <summary>The one that is set, without a stroke at its end; null where each request has its own.</summary>
    public string? Known { get; } = configuration["Pst:PublicUrl"]?.TrimEnd('/') is { Length: > 0 } set ? set : null;

    public string Of(HttpRequest request, string path) =>
        $"{Known ?? $"{request.Scheme}://{request.Host}"}{path}";
}
