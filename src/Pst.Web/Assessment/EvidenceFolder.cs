using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Assessment;

/// <summary>
/// An office's evidence for a period, as the log up to a position tells it: the same position makes the same bytes. It holds figures, the
/// office's own published words and what it did; no visitor's data.
/// </summary>
public sealed partial record EvidenceFolder(
    OfficeCode Code, OfficeState Office, ReportPeriod Period, Computed Computed, IReadOnlyList<Table> Tables)
{
    public string Name => $"bukti-dukung-{Code}-{Period.From:yyyyMMdd}-{Period.To:yyyyMMdd}-posisi-{Computed.Position}";

    /// <summary>Everything but the index, which tells of these.</summary>
    public IReadOnlyList<EvidenceFile> Files() =>
    [
        .. Tables.Select((it, index) => EvidenceFile.Of(
            $"{index + 1:00}-{it.Name}.csv", it.Title, CsvFile.Of(it.With("Posisi log", Computed.Position)))),
        EvidenceFile.Of("semua-tabel.xlsx", "Semua tabel dalam satu buku kerja",
            Workbook.Of([.. Tables.Select(it => it.With("Posisi log", Computed.Position))])),
    ];

    /// <summary>All in one file, the index first.</summary>
    /// <param name="index">A PDF.</param>
    public byte[] Zip(byte[] index)
    {
        using var made = new MemoryStream();
        using (var zip = new ZipArchive(made, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in Files().Select(it => (it.Name, it.Bytes)).Prepend(("00-indeks.pdf", Settled(index))))
            {
                var entry = zip.CreateEntry(name);
                entry.LastWriteTime = new(Office.Details.TimeZone.Local(Computed.At).DateTime, TimeSpan.Zero);
                using var written = entry.Open();
                written.Write(bytes);
            }
        return made.ToArray();
    }

    // A printer puts in when it printed, and the numbers that parts of the page had in its memory: here stand when the position was
    // recorded and the parts counted from 1, in as many letters.
    byte[] Settled(byte[] pdf)
    {
        var parts = Part().Matches(Encoding.Latin1.GetString(pdf));
        var counted = parts.Select(it => it.Value).Distinct().Order(StringComparer.Ordinal).Index()
            .ToDictionary(it => it.Item, it => it.Index);
        foreach (Match it in parts) Encoding.ASCII.GetBytes($"{counted[it.Value] + 1:00000000}").CopyTo(pdf, it.Index);
        var at = Encoding.ASCII.GetBytes($"{Computed.At.UtcDateTime:yyyyMMddHHmmss}");
        foreach (var mark in (byte[][])[[.. "/CreationDate (D:"u8], [.. "/ModDate (D:"u8]])
            if (pdf.AsSpan().IndexOf(mark) is >= 0 and var place) at.CopyTo(pdf, place + mark.Length);
        return pdf;
    }

    [GeneratedRegex(@"(?<=\(node)\d{8}(?=\))")]
    private static partial Regex Part();
}

/// <summary>One file of the folder.</summary>
/// <param name="Hash">SHA-256, in hex: by it one knows that the file is the one that the index tells of.</param>
public sealed record EvidenceFile(string Name, string Title, byte[] Bytes, string Hash)
{
    public static EvidenceFile Of(string name, string title, byte[] bytes) =>
        new(name, title, bytes, Convert.ToHexStringLower(SHA256.HashData(bytes)));
}
