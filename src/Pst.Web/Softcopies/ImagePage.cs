using static Pst.Web.Softcopies.PdfPages;

namespace Pst.Web.Softcopies;

/// <summary>An image as a PDF holds it.</summary>
/// <param name="Entries">Of its dictionary, beside its size.</param>
internal sealed record PdfImage(int Width, int Height, string Entries, byte[] Content);

/// <summary>Scans as a PDF: a sheet of A4 for each, upright or lying as the scan is.</summary>
internal static class ImagePage
{
    const double Short = 595, Long = 842;

    public static byte[] PdfOf(IEnumerable<PdfImage> images)
    {
        var pdf = new PdfPages();
        foreach (var image in images)
        {
            var (width, height) = image.Width > image.Height ? (Long, Short) : (Short, Long);
            var scale = Math.Min(width / image.Width, height / image.Height);
            var (wide, high) = (image.Width * scale, image.Height * scale);
            var number = pdf.Add(
                $"/Type /XObject /Subtype /Image /Width {image.Width} /Height {image.Height} {image.Entries}", image.Content);
            pdf.AddPage(
                width, height, $"/XObject << /I {number} 0 R >>",
                Text($"q {wide:F3} 0 0 {high:F3} {(width - wide) / 2:F3} {(height - high) / 2:F3} cm /I Do Q"));
        }
        return pdf.ToArray();
    }

    /// <exception cref="FileRefusedException">It is larger than anybody scans.</exception>
    public static void Measure(int width, int height, FileLimits limits)
    {
        if (width < 1 || height < 1) throw new FileRefusedException(FileFault.Damaged);
        if (width > FileLimits.Side || height > FileLimits.Side || (long)width * height > limits.Pixels)
            throw new FileRefusedException(FileFault.TooManyPixels);
    }
}
