using System.Net;
using System.Net.Sockets;

namespace Pst.Testing;

/// <summary>A port that nobody listens at right now.</summary>
public static class FreePort
{
    public static int Next()
    {
        using var any = new TcpListener(IPAddress.Loopback, 0);
        any.Start();
        return ((IPEndPoint)any.LocalEndpoint).Port;
    }
}
