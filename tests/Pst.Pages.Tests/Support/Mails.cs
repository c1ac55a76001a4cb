using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Web.Mail;

namespace Pst.Pages.Tests.Support;

/// <summary>The mails that a site sends: without a server they are files.</summary>
internal static class Mails
{
    /// <summary>Sends what is laid down; the newest of all, as it was sent.</summary>
    public static async Task<string> MailAsync(this Site site) =>
        await File.ReadAllTextAsync((await site.SentAsync()).MaxBy(it => it.LastWriteTimeUtc)!.FullName);

    /// <summary>
    /// Sends what is laid down; how many mails there were until now. What waits tells nothing, for the program's own rounds send, too.
    /// </summary>
    /// <param name="to">Whose; of everybody where it is missing.</param>
    public static async Task<int> MailsAsync(this Site site, string to = "") =>
        (await site.SentAsync()).Count(it => File.ReadAllText(it.FullName).Contains($"To: {to}", StringComparison.Ordinal));

    static async Task<FileInfo[]> SentAsync(this Site site)
    {
        // The program's own round may be on its way with it.
        for (var postman = site.Services.GetServices<IHostedService>().OfType<Postman>().Single(); ; await Task.Delay(10))
        {
            await postman.RunOnceAsync(CancellationToken.None);
            if (await site.ScalarAsync<long>("select count(*) from vault.letter") == 0) break;
        }
        var folder = new DirectoryInfo(Path.Combine(site.Data, "mail"));
        return folder.Exists ? folder.GetFiles() : [];
    }
}
