namespace Pst.Web.Softcopies;

/// <summary>What is too much for a file, and for what is made of it.</summary>
/// <param name="Bytes">Of a file.</param>
/// <param name="Pages">Of a PDF.</param>
/// <param name="Pixels">Of an image: an A3 sheet at 600 dots an inch has 70 million.</param>
/// <param name="Memory">Of a program that reads it, in bytes of address space.</param>
/// <param name="Patience">For each of the three times that the program goes through it.</param>
internal sealed record FileLimits(long Bytes, int Pages, long Pixels, long Memory, TimeSpan Patience)
{
    const int Megabyte = 1024 * 1024;

    /// <summary>What of a PDF is not content: its objects without their streams, in bytes as qpdf writes them down.</summary>
    public const int Objects = 32 * Megabyte;

    /// <summary>The longest side of an image.</summary>
    public const int Side = 20_000;

    public static FileLimits Usual { get; } = new(200L * Megabyte, 2000, 80_000_000, 256L * Megabyte, TimeSpan.FromSeconds(9));
}
