using System.Net;
using System.Net.Sockets;

namespace Pst.Web.Lan;

/// <summary>Says at the start where the devices of the network find the program.</summary>
public sealed partial class LanWelcome(IConfiguration settings, ILogger<LanWelcome> log) : BackgroundService
{
    protected override Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var names = LanNames.Mine();
        var address = names.Addresses.FirstOrDefault(it => it.AddressFamily == AddressFamily.InterNetwork && !IPAddress.IsLoopback(it));
        Say($"https://{address?.ToString() ?? names.Hosts[0]}:{LanServing.PortOf(settings)}");
        return Task.CompletedTask;
    }

    [LoggerMessage(LogLevel.Information, "Serving the network at {Address}. On each device first open /sertifikat over plain HTTP.")]
    partial void Say(string address);
}
