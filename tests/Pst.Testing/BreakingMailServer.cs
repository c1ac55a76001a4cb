using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Pst.Testing;

/// <summary>Where the line to a mail server breaks, the first time somebody calls.</summary>
public enum Break { BeforeTheLastLine, BeforeTheAnswer, AfterTheAnswer }

/// <summary>
/// A mail server (RFC 5321) that takes what it hears, and whose first line breaks at a given moment: what a mail that is sent over a bad
/// line comes to.
/// </summary>
public sealed class BreakingMailServer : IAsyncDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly List<string> mails = [];
    readonly Break moment;
    readonly Task serving;
    bool hasBroken;

    public BreakingMailServer(Break moment)
    {
        this.moment = moment;
        listener.Start();
        serving = ServeAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>What it took, whether or not its answer arrived.</summary>
    public IReadOnlyList<string> Mails => mails;

    async Task ServeAsync()
    {
        try
        {
            while (true)
            {
                using var line = await listener.AcceptTcpClientAsync();
                try { await TalkAsync(line.GetStream()); }
                catch (IOException) { } // the caller has hung up
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException) { }
    }

    async Task TalkAsync(NetworkStream line)
    {
        using var heard = new StreamReader(line, Encoding.UTF8);
        Task SayAsync(string answer) => line.WriteAsync(Encoding.ASCII.GetBytes($"{answer}\r\n")).AsTask();

        await SayAsync("220 breaking.example");
        while (await heard.ReadLineAsync() is { } said)
        {
            if (said == "DATA")
            {
                await SayAsync("354 go on");
                if (!await TakeAsync(heard)) return;
                if (Breaks(Break.BeforeTheAnswer)) return;
                await SayAsync("250 taken");
                if (Breaks(Break.AfterTheAnswer)) return;
            }
            else await SayAsync(said == "QUIT" ? "221 bye" : said.StartsWith("EHLO", StringComparison.Ordinal) ? "250 8BITMIME" : "250 OK");
        }
    }

    async Task<bool> TakeAsync(StreamReader heard)
    {
        var mail = new StringBuilder();
        while (await heard.ReadLineAsync() is { } line)
        {
            if (line == ".")
            {
                if (Breaks(Break.BeforeTheLastLine)) return false;
                mails.Add(mail.ToString());
                return true;
            }
            mail.Append(line).Append('\n');
        }
        return false;
    }

    bool Breaks(Break at) => at == moment && !hasBroken && (hasBroken = true);

    public async ValueTask DisposeAsync()
    {
        listener.Stop();
        await serving;
    }
}
