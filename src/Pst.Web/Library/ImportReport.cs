using System.Text.Json;

namespace Pst.Web.Library;

/// <summary>A page that could not be used, and nothing of it was.</summary>
/// <param name="Where">A file's name or a domain's page.</param>
/// <param name="Why">A word, or what the other side said.</param>
public sealed record BrokenPage(string Where, string Why);

/// <summary>What came of an import, whole or so far.</summary>
/// <param name="Pages">That were read, with lists and details.</param>
/// <param name="RefusedTotal">All of them; <paramref name="Refused"/> has the first only.</param>
/// <param name="Withdrawn">No longer in the list of their domain.</param>
public sealed record ImportReport(
    int Pages, int New, int Changed, int Unchanged, int RefusedTotal, int Withdrawn,
    IReadOnlyList<RefusedRecord> Refused, IReadOnlyList<BrokenPage> Broken)
{
    const int MostNamed = 200;

    public static ImportReport Empty { get; } = new(0, 0, 0, 0, 0, 0, [], []);

    /// <summary>Every record that was looked at.</summary>
    public int Records => New + Changed + Unchanged + RefusedTotal;

    /// <summary>Something was left out.</summary>
    public bool HasFaults => RefusedTotal > 0 || Broken.Count > 0;

    public static ImportReport OfBroken(string where, string why) => Empty with { Broken = [new(where, why)] };

    public static ImportReport operator +(ImportReport one, ImportReport other) => new(
        one.Pages + other.Pages, one.New + other.New, one.Changed + other.Changed, one.Unchanged + other.Unchanged,
        one.RefusedTotal + other.RefusedTotal, one.Withdrawn + other.Withdrawn,
        [.. one.Refused.Concat(other.Refused).Take(MostNamed)], [.. one.Broken.Concat(other.Broken).Take(MostNamed)]);

    internal string ToJson() => JsonSerializer.Serialize(this, JsonSerializerOptions.Web);

    internal static ImportReport OfJson(string json) => JsonSerializer.Deserialize<ImportReport>(json, JsonSerializerOptions.Web)!;
}
