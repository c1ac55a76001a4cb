using Microsoft.AspNetCore.Authentication;
using Pst.EventStore;
using Pst.Web.Access;

namespace Pst.Web.Hosting;

/// <summary>The wiring: what the program is made of, and in which order a request meets it.</summary>
public static class PstHost
{
    /// <summary>Adds everything to a builder whose database is open and up to date.</summary>
    public static void AddPst(this WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(_ => new PstDatabase(connectionString));
        services.AddSingleton<ApiKeys>();
        services.AddAuthentication().AddScheme<AuthenticationSchemeOptions, KeyAuthentication>(KeyAuthentication.SchemeName, null);
        services.AddAuthorization();
    }

    /// <summary>Lays the routes.</summary>
    public static void MapPst(this WebApplication app)
    {
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
