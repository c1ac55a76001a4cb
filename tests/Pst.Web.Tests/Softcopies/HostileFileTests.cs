using System.Diagnostics;
using Pst.Testing;
using Pst.Web.Softcopies;

namespace Pst.Web.Tests.Softcopies;

/// <summary>Two hundred files that mean no good: each is answered, none takes long, and none reaches anything.</summary>
[Collection(nameof(Workshop))] // both look into the folder for temporary things
public sealed class HostileFileTests
{
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task Each_is_answered_with_a_reason_soon_and_nothing_lies_where_it_should_not()
    {
        var shop = await Workshop.OpenAsync(FileLimits.Usual with { Patience = TimeSpan.FromSeconds(2) });
        var files = (await FilesAsync(shop)).ToList();
        var scans = new ScannedFiles(FileLimits.Usual);
        files.Count.ShouldBeGreaterThanOrEqualTo(200);
        var (wrong, taken, made) = (new List<string>(), 0, new HashSet<string>());
        foreach (var file in files)
        {
            var (watch, room) = (Stopwatch.StartNew(), Directory.CreateDirectory(Path.Combine(shop.Folder, "room")));
            var fault = FileFault.None;
            try
            {
                var (kept, path) = await shop.MakeAsync(
                    await scans.TakeAsync(room.FullName, [new MemoryStream(file.Content)], CancellationToken.None));
                (taken, _) = (taken + 1, made.Add(path));
            }
            catch (FileRefusedException refused) { fault = refused.Fault; }
            room.Delete(recursive: true);
            if ((file.Reason ?? fault) != fault || watch.Elapsed > Longest) wrong.Add($"{file.Name}: {fault}, {watch.Elapsed}");
        }
        wrong.ShouldBeEmpty();
        taken.ShouldBeLessThan(files.Count / 2);
        Directory.GetFiles(shop.Folder, "*", SearchOption.AllDirectories).ShouldBe(made, ignoreOrder: true);
        Directory.GetDirectories(Path.GetTempPath(), "pst-softcopy-*").ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_too_large_is_not_even_written_down()
    {
        var shop = await Workshop.OpenAsync();
        var scans = new ScannedFiles(FileLimits.Usual with { Bytes = 1000 });
        foreach (byte[] large in (byte[][])[[.. "%PDF-1.7"u8, .. new byte[2000]]])
            (await Should.ThrowAsync<FileRefusedException>(
                () => scans.TakeAsync(shop.Folder, [new MemoryStream(large)], CancellationToken.None))).Fault.ShouldBe(FileFault.TooLarge);
        var (pdf, picture) = (Workshop.Book(1), Workshop.Png(4, 4));
        foreach (byte[][] mixed in (byte[][][])[[pdf, picture], [picture, pdf]])
            (await Should.ThrowAsync<FileRefusedException>(() => new ScannedFiles(FileLimits.Usual).TakeAsync(
                shop.Folder, [.. mixed.Select(it => new MemoryStream(it))], CancellationToken.None))).Fault.ShouldBe(FileFault.MixedFiles);
    }

    static async Task<IEnumerable<HostileFile>> FilesAsync(Workshop shop)
    {
        var (book, png, jpeg) = (Workshop.Book(4), Workshop.Png(40, 40), await JpegAsync(shop));
        var packed = await shop.WriteAsync(book);
        await Workshop.QpdfAsync("--object-streams=generate", packed, $"{packed}.packed");
        var dense = await File.ReadAllBytesAsync($"{packed}.packed");
        File.Delete(packed);
        File.Delete($"{packed}.packed");
        return
        [
            .. HostileFiles.Cut("pdf", book, 25, 1), .. HostileFiles.Cut("packed pdf", dense, 15, 2),
            .. HostileFiles.Cut("png", png, 15, 3), .. HostileFiles.Cut("jpeg", jpeg, 15, 4),
            .. HostileFiles.Changed("pdf", book, 40, 5), .. HostileFiles.Changed("packed pdf", dense, 24, 6),
            .. HostileFiles.Changed("png", png, 12, 7), .. HostileFiles.Changed("jpeg", jpeg, 12, 8),
            .. HostileFiles.WrongTypes(), .. HostileFiles.Active(), .. HostileFiles.Bombs(), .. HostileFiles.Pngs(),
            .. HostileFiles.Jpegs(jpeg), new("empty", [], FileFault.Empty),
        ];
    }

    static async Task<byte[]> JpegAsync(Workshop shop)
    {
        var book = await shop.WriteAsync(Workshop.Book(1));
        using var running = Process.Start("pdftoppm", ["-jpeg", "-r", "20", "-singlefile", book, book]);
        await running.WaitForExitAsync();
        var jpeg = await File.ReadAllBytesAsync($"{book}.jpg");
        File.Delete(book);
        File.Delete($"{book}.jpg");
        return jpeg;
    }
}
