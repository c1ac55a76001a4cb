using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Pst.Web.Mail;

namespace Pst.Pages.Tests.Support;

/// <summary>The mails that a site sends: without a server they are files.</summary>
internal static class Mails
{
    /// <summary>Sends what is laid down; the newest of all, as it was sent.</summary>
    public static async Task<string> MailAsync(this Site site)
    {
        // The program's own round may be on its way with it.
        for (var postman = site.Services.GetServices<IHostedService>().OfType<Postman>().Single(); ; await Task.Delay(10))
        {
            await postman.RunOnceAsync(CancellationToken.None);
            if (await site.ScalarAsync<long>("select count(*) from vault.letter") == 0) break;
        }
        var newest = new DirectoryInfo(Path.Combine(site.Data, "mail")).GetFiles().MaxBy(it => it.LastWriteTimeUtc)!;
        return await File.ReadAllTextAsync(newest.FullName);
    }
}
