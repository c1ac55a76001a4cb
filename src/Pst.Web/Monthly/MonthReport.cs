using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Pst.Domain;
using Pst.Projections;
using Pst.Web.Paper;

namespace Pst.Web.Monthly;

/// <summary>
/// An office's month as it is handed in: nothing but tables, which the paper, its charts and all files are made of. It is written in
/// Indonesian whoever reads it, so that the same position gives the same bytes.
/// </summary>
/// <param name="Office">Its details as they were at that position.</param>
/// <param name="Month">Its first day.</param>
/// <param name="Computed">The log up to a position, judged when that was recorded.</param>
public sealed record MonthReport(OfficeCode Code, OfficeDetails Office, DateOnly Month, Computed Computed, IReadOnlyList<Table> Tables)
{
    const int DigestLength = 8;

    /// <summary>What makes this another report than the one before; null for the first, and for one that is not kept.</summary>
    public Revision? Revision { get; init; }

    [JsonIgnore] public ReportPeriod Period => ReportPeriod.Of(PeriodKind.Month, Month);

    /// <summary>By which the same figures are known again: of the tables alone, as they are stored.</summary>
    [JsonIgnore] public byte[] Digest => SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(Tables, StoredJson.Options))[..DigestLength];

    /// <summary>All tables as files hold them, what changed at the end.</summary>
    [JsonIgnore]
    public IReadOnlyList<Table> Files => [.. Tables, .. Revision?.Tables ?? []];

    public Table? Find(string name) => Files.FirstOrDefault(it => it.Name == name);

    public string ToJson() => JsonSerializer.Serialize(this, StoredJson.Options);

    public static MonthReport OfJson(string text) => JsonSerializer.Deserialize<MonthReport>(text, StoredJson.Options)!;

    /// <summary>The digest as people compare it.</summary>
    public static string Spell(ReadOnlySpan<byte> digest) =>
        string.Join(' ', Convert.ToHexStringLower(digest).Chunk(4).Select(it => new StringBuilder().Append(it)));
}

/// <summary>Why a month was reported once more.</summary>
/// <param name="Issue">The one before.</param>
/// <param name="Position">That it was computed at.</param>
/// <param name="Tables">Which figures changed, and what was recorded since that changed them.</param>
public sealed record Revision(int Issue, long Position, IReadOnlyList<Table> Tables);
