using Pst.Web.Database;

namespace Pst.Web.Lan;

/// <summary>
/// Serving an office's network without a domain or a bought certificate: <c>./pst up --lan</c>, or <c>Pst__Lan=true</c>. HTTPS with the
/// office's own authority beside plain HTTP, where devices get its certificate.
/// </summary>
public static class LanServing
{
    const int DefaultPort = 5443;
    const string Flag = "--lan", Setting = "Pst:Lan", PortSetting = "Pst:LanPort";

    public static bool IsOn(IConfiguration settings) => settings.GetValue(Setting, false);

    /// <summary>The port of HTTPS.</summary>
    public static int PortOf(IConfiguration settings) => settings.GetValue(PortSetting, DefaultPort);

    /// <summary>The command line without the flag, which becomes a setting.</summary>
    public static string[] Settings(string[] arguments) => [.. arguments.Select(it => it == Flag ? $"--{Setting}=true" : it)];

    /// <summary>Lets the program listen where it should; with the flag on the whole network, by HTTPS, too.</summary>
    public static void Listen(WebApplicationBuilder builder)
    {
        var settings = builder.Configuration;
        if (!IsOn(settings))
        {
            builder.WebHost.UseUrls(settings["ASPNETCORE_URLS"] ?? "http://127.0.0.1:5080");
            return;
        }
        var now = TimeProvider.System.GetUtcNow();
        var authority = LanAuthority.Open(DataFolder.Of(settings), now);
        var certificate = authority.CertificateFor(LanNames.Mine(), now);
        builder.WebHost.ConfigureKestrel(it => it.ConfigureHttpsDefaults(https => https.ServerCertificate = certificate));
        builder.WebHost.UseUrls($"{settings["ASPNETCORE_URLS"] ?? "http://*:5080"};https://*:{PortOf(settings)}");
        builder.Services.AddSingleton(authority);
        builder.Services.AddHostedService<LanWelcome>();
    }
}
