using System.Text;
using QRCoder;
using Pst.Domain;
using Pst.Web.Pages;
using static Pst.Web.Softcopies.PdfPages;

namespace Pst.Web.Softcopies;

/// <summary>What every page of a softcopy says. It names nobody: who was given it stands in the vault.</summary>
/// <param name="Office">What the office is called.</param>
/// <param name="Code">By which the check page knows it.</param>
/// <param name="Address">Of the check page for this code.</param>
internal sealed record Mark(string Office, DateOnly Day, SoftcopyNumber Number, string Code, string Address);

/// <summary>
/// The page that is laid over every page of a softcopy: large words across it that let the page show through, a line at its foot, a QR code
/// that leads to the check page, and the code once more where nobody sees it, in the layer of text. Other sheets than A4 it is scaled to.
/// </summary>
internal static class Overlay
{
    const double Width = 595, Height = 842, Code = 64, Margin = 14;
    const double Wide = 0.56; // of Helvetica's letters, in ems: about

    /// <summary>What stands before the code in the layer of text.</summary>
    public const string Hidden = "pst-softcopy";

    public static byte[] Of(Mark mark)
    {
        var pdf = new PdfPages();
        var font = pdf.Add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
        var resources = $"/Font << /F {font} 0 R >> /ExtGState << /Pale << /ca 0.16 >> /Plain << /ca 1 >> >>";
        pdf.AddPage(Width, Height, resources, string.Join('\n', [Across(mark), Foot(mark), Square(mark), Unseen(mark)]));
        return pdf.ToArray();
    }

    // Three lines along the diagonal, each as long as the sheet has room for.
    static string Across(Mark mark)
    {
        var said = $"{mark.Office} · {Date(mark)} · {mark.Number}";
        var size = Math.Min(34, 820 / (Wide * said.Length));
        var half = Wide * size * said.Length / 2;
        var (cos, sin) = (Math.Cos(Math.PI * 0.28), Math.Sin(Math.PI * 0.28));
        string Line(double x, double y) => Text(
            $"BT /F {size:F2} Tf {cos:F4} {sin:F4} {-sin:F4} {cos:F4} {x - half * cos:F2} {y - half * sin:F2} Tm {Shown(said)} Tj ET");
        string[] lines = [Line(Width / 2, Height / 2), Line(Width / 6, Height * 5 / 6), Line(Width * 5 / 6, Height / 6)];
        return $"q /Pale gs 0.15 0.2 0.3 rg {string.Join(' ', lines)} Q";
    }

    static string Foot(Mark mark)
    {
        var (first, second) = (Shown($"Softcopy {mark.Number} · {mark.Office} · {Date(mark)}"), Shown($"Keaslian: {mark.Address}"));
        var lines = $"{first} Tj 0 -9 Td {second} Tj";
        return Text($"q /Plain gs 0.35 0.4 0.45 rg BT /F 6.5 Tf {Margin:F2} {Margin + 9:F2} Td {lines} ET Q");
    }

    static string Square(Mark mark)
    {
        using var data = QRCodeGenerator.GenerateQrCode(mark.Address, QRCodeGenerator.ECCLevel.M);
        var rows = data.ModuleMatrix;
        var drawn = new StringBuilder(Text(
            $"q /Plain gs {Code / rows.Count:F5} 0 0 {-Code / rows.Count:F5} {Width - Margin - Code:F2} {Margin + Code:F2} cm 1 g 0 0 "));
        drawn.Append(Text($"{rows.Count} {rows.Count} re f 0 g\n"));
        foreach (var (y, row) in rows.Index())
            for (var x = 0; x < row.Count; x++)
                if (row[x]) drawn.Append(Text($"{x} {y} 1 1 re "));
        return drawn.Append("f Q").ToString();
    }

    static string Unseen(Mark mark) => $"q BT 3 Tr /F 1 Tf 20 40 Td {Shown($"{Hidden} {mark.Code}")} Tj ET Q";

    static string Date(Mark mark) => mark.Day.ToString("d MMMM yyyy", Languages.Indonesian);

    // As hexadecimal digits: no letter of a name can end the text.
    static string Shown(string text) => $"<{Convert.ToHexString(Encoding.Latin1.GetBytes(text))}>";
}
