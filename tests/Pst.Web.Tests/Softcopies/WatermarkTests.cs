using Pst.Domain;
using Pst.Testing;
using Pst.Web.Softcopies;

namespace Pst.Web.Tests.Softcopies;

/// <summary>Softcopies made, and opened again with other programs.</summary>
[Collection(nameof(Workshop))]
public sealed class WatermarkTests
{
    [Fact]
    public async Task Every_page_says_where_it_is_from_and_leads_to_the_check_page_and_names_nobody()
    {
        var shop = await Workshop.OpenAsync();
        var (file, path) = await shop.MakeAsync(await shop.WriteAsync(Workshop.Book(3)));
        var pdf = new PdfFile(path);
        var pages = (await pdf.TextAsync()).Split('\f', StringSplitOptions.RemoveEmptyEntries);

        pages.Length.ShouldBe(3);
        foreach (var (index, page) in pages.Index())
        {
            page.ShouldContain($"Halaman {index + 1} dari buku");
            page.ShouldContain("Softcopy SC-1872-2026-0001 · BPS Kota Metro · 2 Maret 2026");
            page.ShouldContain($"{Overlay.Hidden} {Workshop.Mark.Code}");
            (await QrReader.ReadAsync(path, index + 1)).ShouldBe(Workshop.Mark.Address);
        }
        (await pdf.InfoAsync("-custom"))[SoftcopyMaker.Entry].ShouldBe(Workshop.Mark.Code);
        (file.Pages, file.IsWatermarked, file.Size).ShouldBe((3, true, new FileInfo(path).Length));
        Directory.GetDirectories(Path.GetTempPath(), "pst-softcopy-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task Some_pages_are_those_pages_and_pages_that_are_not_there_are_refused()
    {
        var shop = await Workshop.OpenAsync();
        var book = await shop.WriteAsync(Workshop.Book(9));
        var (file, path) = await shop.MakeAsync(book, new(3, 4));
        var text = await new PdfFile(path).TextAsync();
        (file.Pages, text.Contains("Halaman 4"), text.Contains("Halaman 5")).ShouldBe((2, true, false));
        foreach (var span in (PageSpan[])[new(0, 2), new(4, 3), new(9, 10)])
            (await Should.ThrowAsync<FileRefusedException>(() => shop.MakeAsync(book, span))).Fault.ShouldBe(FileFault.NoSuchPages);
    }

    [Fact]
    public async Task What_is_locked_stays_locked_as_it_was_and_what_is_signed_or_closed_is_refused()
    {
        var shop = await Workshop.OpenAsync();
        var book = await shop.WriteAsync(Workshop.Book(2));
        var (locked, closed) = ($"{book}.locked", $"{book}.closed");
        await Workshop.QpdfAsync("--encrypt", "", "pemilik", "256", "--modify=none", "--extract=n", "--", book, locked);
        await Workshop.QpdfAsync("--encrypt", "pembaca", "pemilik", "256", "--", book, closed);

        var (_, path) = await shop.MakeAsync(locked);
        var info = await new PdfFile(path).InfoAsync();
        info["Encrypted"].ShouldBe((await new PdfFile(locked).InfoAsync())["Encrypted"]);
        info["Encrypted"].ShouldContain("copy:no change:no addNotes:no algorithm:AES-256");
        (await QrReader.ReadAsync(path, 1)).ShouldBe(Workshop.Mark.Address);
        (await Should.ThrowAsync<FileRefusedException>(() => shop.MakeAsync(closed))).Fault.ShouldBe(FileFault.NeedsPassword);

        byte[] signed = [.. Workshop.Book(1), .. "% /ByteRange [0 10 20 30]\n%%EOF\n"u8];
        var refused = await Should.ThrowAsync<FileRefusedException>(async () => await shop.MakeAsync(await shop.WriteAsync(signed)));
        refused.Fault.ShouldBe(FileFault.Signed);
    }

    [Fact]
    public async Task A_scan_becomes_a_page()
    {
        var shop = await Workshop.OpenAsync();
        var scan = await new ScannedFiles(FileLimits.Usual).TakeAsync(
            shop.Folder, [new MemoryStream(Workshop.Png(60, 80)), new MemoryStream(Workshop.Png(80, 60))], CancellationToken.None);
        var (file, path) = await shop.MakeAsync(scan);
        file.Pages.ShouldBe(2);
        (await QrReader.ReadAsync(path, 2)).ShouldBe(Workshop.Mark.Address);
        (await new PdfFile(path).InfoAsync())["Page size"].ShouldContain("595 x 842");
    }

    [Fact]
    public async Task Offices_take_turns()
    {
        var turns = new FairTurns<OfficeCode>(1, 20);
        var (first, done) = (await turns.TakeAsync(Workshop.Metro, CancellationToken.None), new List<string>());
        async Task WaitAsync(OfficeCode office, string name)
        {
            using var turn = await turns.TakeAsync(office, CancellationToken.None);
            lock (done) done.Add(name);
        }
        Task[] all =
        [
            .. Enumerable.Range(1, 4).Select(it => WaitAsync(Workshop.Metro, $"M{it}")),
            .. Enumerable.Range(1, 2).Select(it => WaitAsync(Workshop.Bima, $"B{it}")),
        ];
        using var given = new CancellationTokenSource();
        var goneBefore = turns.TakeAsync(Workshop.Bima, given.Token);
        await given.CancelAsync();
        first!.Dispose();
        await Task.WhenAll(all);
        done.ShouldBe(["M1", "B1", "M2", "B2", "M3", "M4"]);
        await Should.ThrowAsync<OperationCanceledException>(() => goneBefore);
        (await turns.TakeAsync(Workshop.Metro, CancellationToken.None)).ShouldNotBeNull();
    }

    [Fact]
    public async Task More_than_may_wait_are_sent_away()
    {
        var turns = new FairTurns<OfficeCode>(1, 0);
        using var taken = await turns.TakeAsync(Workshop.Metro, CancellationToken.None);
        (await turns.TakeAsync(Workshop.Metro, CancellationToken.None)).ShouldBeNull();
    }
}
