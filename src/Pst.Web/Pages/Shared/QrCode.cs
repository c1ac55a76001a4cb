using System.Globalization;
using System.Text;
using QRCoder;

namespace Pst.Web.Pages.Shared;

/// <summary>A QR code to be drawn (ISO/IEC 18004), with the quiet margin that it needs.</summary>
/// <param name="Size">Of the square, in modules.</param>
/// <param name="Path">The dark modules, as an SVG path writes them.</param>
public sealed record QrCode(int Size, string Path)
{
    public static QrCode Of(string text)
    {
        using var data = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var path = new StringBuilder();
        foreach (var (y, row) in data.ModuleMatrix.Index())
            for (var x = 0; x < row.Count; x++)
                if (row[x]) path.Append(CultureInfo.InvariantCulture, $"M{x} {y}h1v1h-1z");
        return new(data.ModuleMatrix.Count, path.ToString());
    }
}
