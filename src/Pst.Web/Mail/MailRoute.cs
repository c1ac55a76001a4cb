using System.Net;
using System.Net.Mail;
using System.Text;
using Pst.Web.Database;

namespace Pst.Web.Mail;

/// <summary>
/// The way out for mails: the server that <c>Pst__Mail__Host</c> names, by SMTP with STARTTLS; without one, files in the data folder's
/// <c>mail</c>, to be looked at or picked up.
/// </summary>
public sealed class MailRoute
{
    readonly IConfigurationSection settings;
    readonly string? host;
    readonly string folder;
    readonly MailAddress from;

    /// <exception cref="InvalidOperationException">A server is named, but not who sends.</exception>
    public MailRoute(IConfiguration configuration)
    {
        settings = configuration.GetSection("Pst:Mail");
        host = settings["Host"] is { Length: > 0 } named ? named : null;
        folder = Path.Combine(DataFolder.Of(configuration), "mail");
        from = MailAddress.TryCreate(settings["From"], out var given) ? given
            : host is null ? new("pst@localhost")
            : throw new InvalidOperationException("Pst__Mail__From must name the sender of mails, such as `PST <pst@example.org>`.");
    }

    /// <summary>The address that mails come from.</summary>
    public string Sender => from.Address;

    /// <exception cref="SmtpException">The server does not take it, or is away.</exception>
    public async Task SendAsync(Letter letter, CancellationToken cancel)
    {
        using var message = new MailMessage(from, new(letter.To.Value))
        {
            Subject = letter.Says.Subject, SubjectEncoding = Encoding.UTF8,
        };
        foreach (var part in MailParts.Of(letter.Says)) message.AlternateViews.Add(part);
        // The same name each time: a mail that had to be sent twice is one in the reader's program.
        message.Headers.Add("Message-ID", $"<{letter.Id:N}@{from.Host}>");
        message.Headers.Add("Auto-Submitted", "auto-generated"); // RFC 3834: no holiday notes in answer
        using var client = host is null ? ToFolder() : ToServer(host);
        await client.SendMailAsync(message, cancel);
    }

    /// <summary>Removes what lies in the folder for these addresses; what a server has taken is out of reach.</summary>
    public void Forget(IReadOnlyList<string> addresses)
    {
        if (addresses.Count == 0 || !Directory.Exists(folder)) return;
        foreach (var mail in Directory.EnumerateFiles(folder, "*.eml"))
            if (MailParts.Unfold(File.ReadAllText(mail)) is var text
                && addresses.Any(it => text.Contains(it, StringComparison.OrdinalIgnoreCase)))
                File.Delete(mail);
    }

    SmtpClient ToServer(string name) => new(name, settings.GetValue("Port", 587))
    {
        EnableSsl = settings.GetValue("StartTls", true),
        Credentials = settings["User"] is { Length: > 0 } user ? new NetworkCredential(user, settings["Password"]) : null,
    };

    SmtpClient ToFolder()
    {
        Directory.CreateDirectory(folder);
        const UnixFileMode mine = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(folder, mine);
        return new() { DeliveryMethod = SmtpDeliveryMethod.SpecifiedPickupDirectory, PickupDirectoryLocation = folder };
    }
}
