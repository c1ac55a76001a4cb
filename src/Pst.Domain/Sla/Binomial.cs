namespace Pst.Domain;

/// <summary>How many of n come out well by chance alone where each one does with the same probability; exact, not approximated.</summary>
/// <param name="N">How many there are.</param>
/// <param name="P">The probability, 0 to 1.</param>
public sealed record Binomial(int N, double P)
{
    /// <summary>The probability of that many or fewer.</summary>
    public double AtMost(int count)
    {
        if (count < 0) return 0;
        if (count >= N) return 1;
        if (P is 0 or 1) return P == 0 ? 1 : 0;
        return Math.Min(1, Enumerable.Range(0, count + 1).Zip(Logarithms(), (_, log) => Math.Exp(log)).Sum());
    }

    /// <summary>The probability of that many or more.</summary>
    public double AtLeast(int count) => 1 - AtMost(count - 1);

    /// <summary>
    /// The share, 0 to 1, under which only such a part of all by chance comes to lie; between the steps of whole counts a straight line.
    /// </summary>
    /// <param name="tail">Such as 0.025 on each side of limits of 95 %.</param>
    public double Lower(double tail)
    {
        if (P is 0 or 1) return P;
        var (sum, count) = (0.0, 0);
        foreach (var log in Logarithms())
        {
            var more = Math.Exp(log);
            if (sum + more > tail) return Math.Clamp((count - (sum + more - tail) / more) / N, 0, P);
            (sum, count) = (sum + more, count + 1);
        }
        return P;
    }

    /// <summary>The same on the other side.</summary>
    public double Upper(double tail) => 1 - new Binomial(N, 1 - P).Lower(tail);

    // Of 0, 1, 2 and so on: each from the one before, as logarithms, for the first ones of many are smaller than any number.
    IEnumerable<double> Logarithms()
    {
        var (log, odds) = (N * Math.Log(1 - P), Math.Log(P / (1 - P)));
        for (var count = 0; count <= N; count++)
        {
            yield return log;
            log += Math.Log((double)(N - count) / (count + 1)) + odds;
        }
    }
}
