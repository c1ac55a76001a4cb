using Microsoft.Extensions.DependencyInjection;
using Pst.Testing;
using Pst.Web.Library;
using Pst.Web.Softcopies;

namespace Pst.Pages.Tests.Support;

/// <summary>What an administrator does to have a catalogue.</summary>
public static class LibrarySteps
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30), Look = TimeSpan.FromMilliseconds(50);

    /// <summary>Imports the agreed publications of both offices and waits until they are there.</summary>
    public static async Task<Browser> ImportAsync(this Browser admin)
    {
        await admin.OpenAsync("/pustaka/kelola");
        var all = await File.ReadAllBytesAsync(Shared.File("vectors/publications.json"));
        await admin.SendFilesAsync("/pustaka/kelola", ("semua.json", all));
        for (var waited = TimeSpan.Zero; waited < Patience && !admin.Text("#imports section").Contains("Selesai"); waited += Look)
        {
            await Task.Delay(Look);
            await admin.OpenAsync("/pustaka/kelola");
        }
        return admin;
    }

    /// <summary>Presses the button of the upload.</summary>
    public static Task<Browser> SendFilesAsync(this Browser admin, string address, params (string Name, byte[] Content)[] files)
    {
        var sent = new MultipartFormDataContent
        {
            { new StringContent(admin.Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!), "_form" },
            { new StringContent(""), "domain" },
        };
        foreach (var (name, content) in files) sent.Add(new ByteArrayContent(content), "files", name);
        return admin.SendAsync(new(HttpMethod.Post, address) { Content = sent });
    }

    /// <summary>Keeps a PDF of four pages for a publication of Metro, as the Web API would have brought it.</summary>
    /// <param name="content">Another one.</param>
    public static async Task KeepPdfAsync(this Site site, string publication, byte[]? content = null)
    {
        var pages = new PdfPages();
        var font = pages.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var page = 1; page <= 4; page++)
            pages.AddPage(595, 842, $"/Font << /F {font} 0 R >>", $"BT /F 12 Tf 50 700 Td (Halaman {page}) Tj ET");
        var files = site.Services.GetRequiredService<StoredFiles>();
        var (kept, _) = await files.PutAsync(new MemoryStream(content ?? pages.ToArray()), 1_000_000, CancellationToken.None);
        var id = await site.ScalarAsync<int>($"select id from library.publication where domain = '1872' and pub_id = '{publication[5..]}'");
        await site.Services.GetRequiredService<PublicationFiles>().AttachAsync(id, FileKind.Pdf, kept!, CancellationToken.None);
    }
}
