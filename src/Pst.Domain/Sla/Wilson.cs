namespace Pst.Domain;

/// <summary>
/// Where a share that was seen in a few cases really may lie, with 95 % confidence (E. B. Wilson 1927): honest for small numbers and for
/// shares near 0 and 1, too.
/// </summary>
/// <param name="Low">In percent, 1 decimal; so is the other end.</param>
public sealed record Wilson(decimal Low, decimal High)
{
    const double Z = 1.959964; // of the normal distribution at 97.5 %

    /// <summary>Null of nothing.</summary>
    public static Wilson? Of(int count, int n)
    {
        if (n == 0) return null;
        var (share, spread) = ((double)count / n, Z * Z / n);
        var middle = (share + spread / 2) / (1 + spread);
        var half = Z / (1 + spread) * Math.Sqrt((share * (1 - share) + spread / 4) / n);
        return new(Percent(middle - half), Percent(middle + half));
    }

    static decimal Percent(double share) => Math.Round((decimal)(100 * Math.Clamp(share, 0, 1)), 1, MidpointRounding.AwayFromZero);
}
