using System.IO.Compression;
using System.Net;
using System.Text;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Assessment;

/// <summary>What an assessment asks for, by one button: the same position gives the same bytes.</summary>
public sealed class EvidenceTests(Site site) : IClassFixture<Site>
{
    const string Period = "dari=2026-02-01&sampai=2026-03-31";

    [Fact]
    public async Task The_folder_holds_every_table_and_an_index_that_tells_of_them()
    {
        var lina = await SupervisorAsync("map");
        await lina.OpenAsync($"/bukti-dukung?{Period}");
        foreach (var table in (string[])
            ["Standar pelayanan", "Maklumat pelayanan", "Indeks Kepuasan Masyarakat", "Rencana tindak lanjut", "Pengaduan satu per satu"])
            lina.Text("main ul[lang=id]").ShouldContain(table);

        var files = Opened(await DownloadAsync(lina));
        files.Keys.ShouldBe(
        [
            "00-indeks.pdf", "01-standar-pelayanan.csv", "02-maklumat.csv", "03-ikm.csv", "04-ikm-unsur.csv", "05-kepatuhan.csv",
            "06-tindak-lanjut.csv", "07-pengaduan.csv", "08-pengaduan-tenggat.csv", "09-pengaduan-saluran.csv",
            "10-pengaduan-daftar.csv", "semua-tabel.xlsx",
        ], ignoreOrder: true);
        Encoding.ASCII.GetString(files["00-indeks.pdf"], 0, 5).ShouldBe("%PDF-");
        Encoding.UTF8.GetString(files["02-maklumat.csv"]).ShouldContain("Kami sanggup melayani sesuai standar.");
        Encoding.UTF8.GetString(files["06-tindak-lanjut.csv"]).ShouldContain("Menata ruang baca map.");
        Encoding.UTF8.GetString(files["05-kepatuhan.csv"]).ShouldContain("Posisi log");
    }

    [Fact]
    public async Task The_same_position_gives_the_same_bytes_whatever_happens_afterwards()
    {
        var lina = await SupervisorAsync("posisi");
        await lina.OpenAsync($"/bukti-dukung?{Period}");
        var link = LinkOn(lina);
        var first = await DownloadAsync(lina);

        await ActionAsync(lina, "Yang dibuka kemudian.");
        await site.OpenAsync("1872", it => it with { Local = it.Local with { Compensation = "lain sekali" } });
        site.Clock.Now += TimeSpan.FromMinutes(3);
        (await lina.OpenAsync(link)).Status.ShouldBe(HttpStatusCode.OK);
        (await lina.Answer.Content.ReadAsByteArrayAsync()).ShouldBe(first);
        await lina.OpenAsync($"/bukti-dukung?{Period}");
        LinkOn(lina).ShouldNotBe(link);
    }

    [Fact]
    public async Task Who_names_no_position_is_sent_to_one_and_one_that_is_not_is_not_found()
    {
        var lina = await SupervisorAsync("alamat");
        await lina.OpenAsync($"/bukti-dukung/1872/bukti-dukung.zip?{Period}");
        lina.Address.ShouldContain("posisi=");
        (await lina.OpenAsync($"/bukti-dukung/1872/bukti-dukung.zip?{Period}&posisi=99999999")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await lina.OpenAsync("/bukti-dukung/5272")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    async Task<Browser> SupervisorAsync(string name)
    {
        await site.OpenAsync("1872", it => it with
        {
            Local = it.Local with { Pledge = new("Kami sanggup melayani sesuai standar.", "Ratna Dewi", "Kepala", new(2026, 1, 5)) },
        });
        var lina = await site.SignedInAsync(name, Role.Supervisor, "1872");
        await ActionAsync(lina, $"Menata ruang baca {name}.");
        return lina;
    }

    static async Task ActionAsync(Browser supervisor, string plan)
    {
        await supervisor.OpenAsync("/tindak-lanjut/1872/baru");
        await supervisor.PressAsync("Buka tindak lanjut", ("plan", plan), ("deadline", "2026-03-31"));
    }

    static string LinkOn(Browser page) => page.Page.QuerySelector("main a.btn-primary")!.GetAttribute("href")!;

    static async Task<byte[]> DownloadAsync(Browser page)
    {
        await page.OpenAsync(LinkOn(page));
        page.Status.ShouldBe(HttpStatusCode.OK);
        return await page.Answer.Content.ReadAsByteArrayAsync();
    }

    static Dictionary<string, byte[]> Opened(byte[] zip)
    {
        using var archive = new ZipArchive(new MemoryStream(zip));
        return archive.Entries.ToDictionary(it => it.FullName, it =>
        {
            using var from = it.Open();
            using var read = new MemoryStream();
            from.CopyTo(read);
            return read.ToArray();
        });
    }
}
