using Pst.Testing;

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
}
