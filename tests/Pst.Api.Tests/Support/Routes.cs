using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Pst.Api.Tests.Support;

/// <summary>What the started program answers to, as it itself has it.</summary>
public static class Routes
{
    /// <summary>Method and route of all but files and what answers for routes that there are not.</summary>
    public static IEnumerable<string> Of(IServiceProvider program) =>
        from route in program.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        where route.Metadata.GetMetadata<StaticAssetDescriptor>() is null
        where !route.RoutePattern.RawText!.Contains("{*", StringComparison.Ordinal)
        from method in MethodsOf(route)
        select $"{method} /{route.RoutePattern.RawText!.Trim('/')}";

    static IEnumerable<string> MethodsOf(RouteEndpoint route) =>
        route.Metadata.GetMetadata<PageActionDescriptor>() is null
            ? route.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["ANY"]
            : ["PAGE"];
}
