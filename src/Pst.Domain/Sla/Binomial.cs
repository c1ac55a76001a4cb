namespace Pst.Domain;

/// <summary>How many of n come out well by chance alone where each one does with the same probability; exact, not approximated.</summary>
/// <param name="N">How many there are.</param>
/// <param name="P">The probability, 0 to 1.</param>
public sealed record Binomial(int N, double P)
{
    // What a sum does not feel any more.
    const double Nothing = 1e-18;

    /// <summary>The probability of that many or fewer.</summary>
    public double AtMost(int count) => count < 0 ? 0 : count >= N ? 1 : count < N * P ? Tail(count, -1) : 1 - Tail(count + 1, 1);

    /// <summary>The probability of that many or more.</summary>
    public double AtLeast(int count) => count > N ? 0 : count <= 0 ? 1 : count > N * P ? Tail(count, 1) : 1 - Tail(count - 1, -1);

    /// <summary>
    /// The share, 0 to 1, under which only such a part of all by chance comes to lie; between the steps of whole counts a straight line.
    /// </summary>
    /// <param name="tail">Such as 0.025 on each side of limits of 95 %.</param>
    public double Lower(double tail)
    {
        if (P is 0 or 1) return P;
        var (least, most) = (0, N);
        while (least < most)
        {
            var middle = (least + most) / 2;
            if (AtMost(middle) > tail) most = middle; else least = middle + 1;
        }
        return Math.Clamp((least - (AtMost(least) - tail) / Of(least)) / N, 0, P);
    }

    /// <summary>The same on the other side.</summary>
    public double Upper(double tail) => 1 - new Binomial(N, 1 - P).Lower(tail);

    // From there away from the mean: each is made from the one before, and smaller.
    double Tail(int count, int step)
    {
        var (sum, odds) = (0.0, P / (1 - P));
        for (var more = Of(count); more > sum * Nothing; count += step)
        {
            sum += more;
            more *= step > 0 ? odds * (N - count) / (count + 1) : count / (odds * (N - count + 1));
        }
        return Math.Min(1, sum);
    }

    double Of(int count) => count < 0 || count > N ? 0
        : P is 0 or 1 ? (count == N * P ? 1 : 0)
        : Math.Exp(
            LogOfFactorial(N) - LogOfFactorial(count) - LogOfFactorial(N - count) + count * Math.Log(P) + (N - count) * Math.Log(1 - P));

    // Stirling's series; under 16 it would be too rough.
    static double LogOfFactorial(int n) => n < 16 ? Enumerable.Range(1, n).Sum(it => Math.Log(it))
        : n * Math.Log(n) - n + Math.Log(2 * Math.PI * n) / 2
            + 1 / (12.0 * n) - 1 / (360.0 * n * n * n) + 1 / (1260.0 * Math.Pow(n, 5));
}
