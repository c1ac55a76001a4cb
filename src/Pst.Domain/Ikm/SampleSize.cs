namespace Pst.Domain;

/// <summary>How many must be asked so that they stand for all (Krejcie and Morgan 1970: χ² = 3.841, P = 0.5, d = 0.05).</summary>
public static class SampleSize
{
    /// <summary>χ²NP(1−P) / (d²(N−1) + χ²P(1−P)), both sides times 100,000, to the nearest whole.</summary>
    public static int Of(int population) =>
        population == 0 ? 0 : (int)new Fraction(96_025L * population, 250L * (population - 1) + 96_025).Round(0);
}
