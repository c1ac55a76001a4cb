using System.Net;
using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Library;

namespace Pst.Web.Tests.Library;

/// <summary>Covers and PDFs, kept under what is in them.</summary>
public sealed class StoredFilesTests
{
    static readonly byte[] Pdf = [.. "%PDF-1.7 isi"u8], Jpeg = [0xff, 0xd8, 0xff, 0xe0, 1, 2, 3];

    [Fact]
    public async Task A_file_lies_under_its_hash_once_and_nothing_else_lies_there()
    {
        var (files, folder) = await NewAsync();
        var (first, _) = await files.PutAsync(new MemoryStream(Pdf), 100, CancellationToken.None);
        var (again, _) = await files.PutAsync(new MemoryStream(Pdf), 100, CancellationToken.None);

        (first!.Size, first.Type).ShouldBe((Pdf.Length, "application/pdf"));
        first.Hash.ShouldBe(SHA256.HashData(Pdf));
        again!.Hash.ShouldBe(first.Hash);
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBe([files.PathOf(first.Hash)]);
        (await File.ReadAllBytesAsync(files.PathOf(first.Hash))).ShouldBe(Pdf);
    }

    [Fact]
    public async Task What_is_too_large_empty_or_nothing_known_is_not_kept_and_leaves_nothing()
    {
        var (files, folder) = await NewAsync();
        (await files.PutAsync(new MemoryStream(Pdf), Pdf.Length - 1, CancellationToken.None)).Why.ShouldBe("too_large");
        (await files.PutAsync(new MemoryStream(), 100, CancellationToken.None)).Why.ShouldBe("empty");
        (await files.PutAsync(new MemoryStream([.. "<script>"u8]), 100, CancellationToken.None)).Why.ShouldBe("unknown_type");
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories).ShouldBeEmpty();
        Should.Throw<ArgumentOutOfRangeException>(() => files.PathOf([1, 2]));
    }

    [Fact]
    public async Task What_is_not_needed_goes_when_it_is_old_and_what_was_never_finished_with_it()
    {
        var (files, folder) = await NewAsync();
        async Task<StoredFile> PutAsync(byte name) =>
            (await files.PutAsync(new MemoryStream([.. Pdf, name]), 100, CancellationToken.None)).Kept!;
        StoredFile[] put = [await PutAsync(1), await PutAsync(2), await PutAsync(3)]; // needed by somebody, new, old
        var unfinished = Path.Combine(folder, "new", "sobekan");
        await File.WriteAllBytesAsync(unfinished, Pdf);
        var now = new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));
        foreach (var path in (string[])[files.PathOf(put[0].Hash), files.PathOf(put[2].Hash), unfinished])
            File.SetLastWriteTimeUtc(path, now.AddDays(-2).UtcDateTime);
        File.SetLastWriteTimeUtc(files.PathOf(put[1].Hash), now.AddHours(-1).UtcDateTime);

        for (var round = 0; round < 2; round++)
            files.Clear(new HashSet<string> { Convert.ToHexStringLower(put[0].Hash) }, now.AddDays(-1));
        Directory.GetFiles(folder, "*", SearchOption.AllDirectories)
            .ShouldBe([files.PathOf(put[0].Hash), files.PathOf(put[1].Hash)], ignoreOrder: true);
    }

    [Fact]
    public async Task Files_come_from_named_hosts_by_https_alone_and_are_what_they_should_be()
    {
        await using var library = await OpenLibrary.OpenAsync();
        string[] covers =
            ["https://boleh.example/a.jpg", "https://lain.example/b.jpg", "http://boleh.example/c.jpg", "https://boleh.example/d.pdf"];
        await library.Catalogue.PutAsync(
            [
                .. covers.Select((it, n) => new PublicationRecord(
                    "1872", $"p{n}", "Judul", null, null, null, null, null, null, null, it, null, null, true)),
            ],
            [], CancellationToken.None);
        var (files, _) = await NewAsync();
        var publications = new PublicationFiles(library.Database);
        using var http = new HttpClient(new Host());
        var fetch = new FileFetch(http, files, publications, new HashSet<string> { "boleh.example" });

        var (kept, faults) = await fetch.RunAsync("1872", CancellationToken.None);
        kept.ShouldBe(1);
        faults.Broken.Select(it => $"{it.Where} {it.Why}").ShouldBe(
            ["1872-p1 Cover host_not_named", "1872-p2 Cover host_not_named", "1872-p3 Cover wrong_type"]);
        (await publications.FindAsync(new PublicationId("1872-p0"), FileKind.Cover, CancellationToken.None))!.Type.ShouldBe("image/jpeg");
        var shown = await new CatalogueSearch(library.Database).FindAsync(new PublicationId("1872-p0"), CancellationToken.None);
        shown!.HasCover.ShouldBeTrue();
    }

    static async Task<(StoredFiles Files, string Folder)> NewAsync()
    {
        var data = await TemporaryFolder.NameAsync();
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Pst:DataDirectory", data)]).Build();
        return (new(settings), Path.Combine(data, "library"));
    }

    sealed class Host : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage(HttpStatusCode.OK)
            {
                Content = new ByteArrayContent(request.RequestUri!.AbsolutePath.EndsWith("pdf", StringComparison.Ordinal) ? Pdf : Jpeg),
            });
    }
}
