using System.Diagnostics;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Pst.Pages.Tests.Support;

namespace Pst.Browser.Tests.Audit;

/// <summary>The commands that are given beside a browser, each a process of its own.</summary>
internal static class CommandLine
{
    /// <summary>A command of the program, on the site's database and with its keys.</summary>
    public static Task<(int Status, string Said)> RunAsync(this Site site, params string[] command)
    {
        var settings = site.Services.GetRequiredService<IConfiguration>();
        return RunAsync("Pst.Web.dll", command, new()
        {
            ["ConnectionStrings__Pst"] = settings.GetConnectionString("Pst"),
            ["Pst__SecretKey"] = settings["Pst:SecretKey"],
            ["Pst__DataDirectory"] = site.Data,
            ["ASPNETCORE_CONTENTROOT"] = AppContext.BaseDirectory,
        });
    }

    /// <summary>The stand-alone verifier: it has the file and the key, and nothing of the program.</summary>
    public static Task<(int Status, string Said)> VerifierAsync(string bundle, string key) =>
        RunAsync("pst-verifier.dll", [bundle, "--key", key], []);

    static async Task<(int Status, string Said)> RunAsync(string program, string[] arguments, Dictionary<string, string?> settings)
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, program), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in settings) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (said, complained) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, $"{await said}{await complained}");
    }
}
