using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Extensions.Configuration;
using Pst.Domain;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Library;
using Pst.Web.Softcopies;

namespace Pst.Bench;

/// <summary>
/// A softcopy of 200 pages and 15 MB, marked as it is for a visitor: how long and with how much memory, and how long the desk's page takes
/// of the started program while twenty wait for their turn on the same machine.
/// </summary>
static class Watermarks
{
    const int Pages = 200, Bytes = 15_000_000, Times = 9, AtOnce = 20, Waiting = 20, Looks = 150, Seed = 11;
    const string Code = "0123456789abcdefghjk";
    static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(20);

    public static async Task<IReadOnlyList<Amount>> MeasureAsync(string database)
    {
        CultureInfo.CurrentCulture = CultureInfo.InvariantCulture;
        var folder = Directory.CreateTempSubdirectory("pst-bench-");
        try
        {
            var source = Path.Combine(folder.FullName, "source.pdf");
            await File.WriteAllBytesAsync(source, Paper());
            var settings = new ConfigurationBuilder().AddInMemoryCollection([new("Pst:DataDirectory", folder.FullName)]).Build();
            var (maker, made) = (new SoftcopyMaker(FileLimits.Usual), new StoredFiles(settings, "made"));
            Task MakeAsync(int number) => maker.MakeAsync(
                new($"{number % 4 + 1:0000}"), source, MarkOf(number), null, made, CancellationToken.None);
            return [.. await AloneAsync(MakeAsync), await BesideAsync(database, MakeAsync)];
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    static async Task<IReadOnlyList<Amount>> AloneAsync(Func<int, Task> makeAsync)
    {
        using var ending = new CancellationTokenSource();
        var (took, most) = (new List<double>(), MostOfQpdfAsync(ending.Token));
        for (var time = 0; time < Times; time++)
        {
            var started = Stopwatch.GetTimestamp();
            await makeAsync(time);
            took.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        await ending.CancelAsync();
        return
        [
            new("watermark", took.Max(), "ms", 2000, $"the longest of {Times}, half within {Middle(took):0} ms"),
            new("watermark-memory", await most / 1e6, "mb", 250, "of qpdf, which may not have more than 256 MB of addresses"),
        ];
    }

    // The system tells of a program that runs what it held at most so far.
    static async Task<long> MostOfQpdfAsync(CancellationToken ending)
    {
        for (var most = 0L; ; await Task.Delay(5, CancellationToken.None))
        {
            if (ending.IsCancellationRequested) return most;
            foreach (var process in Process.GetProcessesByName("qpdf"))
                using (process)
                    try { most = Math.Max(most, process.PeakWorkingSet64); }
                    catch (InvalidOperationException) { } // has just ended
        }
    }

    static async Task<Amount> BesideAsync(string database, Func<int, Task> makeAsync)
    {
        await using var country = await Country.FoundAsync(database, offices: 1);
        var office = country.Offices[0];
        var now = DateTimeOffset.UtcNow;
        await country.WriteAsync(Enumerable.Range(0, Waiting).Select(it => PastVisits.Waiting(office, it, now)));
        await country.Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        var cookie = await Bench.Pages.SignInAsync(country.Services, Role.Staff, office);
        await using var program = await StartedProgram.StartAsync(database, new Dictionary<string, string>
        {
            ["Pst__SecretKey"] = Country.Secret,
            ["ASPNETCORE_CONTENTROOT"] = Path.Combine(Shared.Root, "src", "Pst.Web"),
        });
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false }) { BaseAddress = program.Address };
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        await LookAsync(http); // compiles what it needs
        var idle = await LookAsync(http);
        var started = Stopwatch.GetTimestamp();
        var making = Task.WhenAll(Enumerable.Range(0, AtOnce).Select(makeAsync));
        var busy = new List<double>();
        while (!making.IsCompleted) busy.AddRange(await LookAsync(http, Looks / 10));
        await making;
        var (before, beside) = (Middle(idle), Middle(busy));
        return new(
            "desk-beside-watermarks", beside / before, "times", 1.5,
            $"{before:0.0} ms alone, {beside:0.0} ms beside {AtOnce} softcopies, done after "
                + $"{Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s; p95 {Late(idle):0.0} and {Late(busy):0.0} ms");
    }

    static async Task<List<double>> LookAsync(HttpClient http, int looks = Looks)
    {
        var took = new List<double>();
        for (var look = 0; look < looks; look++, await Task.Delay(BetweenLooks))
            took.AddRange(await Bench.Pages.TimesAsync(http, ["/meja"], leftOut: 0));
        return took;
    }

    static double Middle(List<double> times) => times.Order().ElementAt(times.Count / 2);

    static double Late(List<double> times) => times.Order().ElementAt(times.Count * 95 / 100);

    static Mark MarkOf(int number) => new(
        "BPS Kota Metro", new(2026, 8, 3), new(new("1872"), 2026, number + 1), Code, $"https://example.org/cek/{Code}");

    // A picture a page that does not pack any smaller, and a line of text.
    static byte[] Paper()
    {
        var (file, places, noise) = (new MemoryStream(), new List<long>(), new Random(Seed));
        var side = (int)Math.Sqrt(Bytes / Pages);
        var grey = new byte[side * side];
        Write("%PDF-1.7\n");
        var kids = string.Join(' ', Enumerable.Range(0, Pages).Select(it => $"{4 + 3 * it} 0 R"));
        Object("<< /Type /Catalog /Pages 2 0 R >>");
        Object($"<< /Type /Pages /Count {Pages} /Kids [{kids}] /MediaBox [0 0 595 842] >>");
        Object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
        for (var page = 0; page < Pages; page++)
        {
            var own = 4 + 3 * page;
            Object($"<< /Type /Page /Parent 2 0 R /Contents {own + 1} 0 R "
                + $"/Resources << /Font << /F 3 0 R >> /XObject << /I {own + 2} 0 R >> >> >>");
            var text = $"q 400 0 0 400 90 300 cm /I Do Q BT /F 12 Tf 90 760 Td (Tabel {page + 1}) Tj ET";
            Object($"<< /Length {text.Length} >>\nstream\n{text}\nendstream");
            noise.NextBytes(grey);
            Object($"<< /Type /XObject /Subtype /Image /Width {side} /Height {side} /ColorSpace /DeviceGray /BitsPerComponent 8 "
                + $"/Length {grey.Length} >>\nstream\n", grey, "\nendstream");
        }
        var table = file.Position;
        Write($"xref\n0 {places.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places) Write($"{place:0000000000} 00000 n \n");
        Write($"trailer\n<< /Size {places.Count + 1} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();

        void Object(string head, byte[]? content = null, string tail = "")
        {
            places.Add(file.Position);
            Write($"{places.Count} 0 obj\n{head}");
            if (content is not null) file.Write(content);
            Write($"{tail}\nendobj\n");
        }

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }
}
