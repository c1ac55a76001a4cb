using System.ComponentModel;
using System.Diagnostics;
using System.Net.Sockets;

namespace Pst.Testing;

/// <summary>A mail server of its own (aiosmtpd) that keeps what it takes; nothing leaves the machine.</summary>
public sealed class MailServer : IAsyncDisposable
{
    /// <summary>Whom it does not know; it says so with the address, as servers do.</summary>
    public const string Unknown = "nobody@example.org";

    const string Rules = $"""
        from aiosmtpd.handlers import Mailbox
        class Rules(Mailbox):
            async def handle_RCPT(self, server, session, envelope, address, options):
                if address == "{Unknown}": return f"550 5.1.1 <{"{address}"}>: unknown here"
                envelope.rcpt_tos.append(address)
                return "250 OK"
        """;

    static readonly TimeSpan Patience = TimeSpan.FromSeconds(20), Pause = TimeSpan.FromMilliseconds(50);

    readonly Process process;
    readonly string folder;

    MailServer(Process process, string folder) => (this.process, this.folder) = (process, folder);

    /// <summary>The mails as they arrived, oldest first.</summary>
    public IReadOnlyList<string> Mails =>
        [.. Directory.GetFiles(Path.Combine(folder, "new")).Order(StringComparer.Ordinal).Select(File.ReadAllText)];

    public static async Task<MailServer> StartAsync(int port)
    {
        var folder = await TemporaryFolder.NameAsync();
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "rules.py"), Rules);
        var server = new MailServer(Run(port, folder), Path.Combine(folder, "mails"));
        await server.AnswersAsync(port);
        return server;
    }

    static Process Run(int port, string folder)
    {
        string[] arguments = ["--nosetuid", "--listen", $"127.0.0.1:{port}", "--class", "rules.Rules", Path.Combine(folder, "mails")];
        try { return Process.Start(new ProcessStartInfo("aiosmtpd", arguments) { Environment = { ["PYTHONPATH"] = folder } })!; }
        catch (Win32Exception missing) { throw new InvalidOperationException("run `sudo apt-get install python3-aiosmtpd`", missing); }
    }

    async Task AnswersAsync(int port)
    {
        for (var waited = Stopwatch.StartNew(); !process.HasExited && waited.Elapsed < Patience; await Task.Delay(Pause))
        {
            try
            {
                using var line = new TcpClient();
                await line.ConnectAsync("127.0.0.1", port);
                return;
            }
            catch (SocketException) { } // it is not up yet
        }
        throw new InvalidOperationException("The mail server did not start.");
    }

    public async ValueTask DisposeAsync()
    {
        process.Kill();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
