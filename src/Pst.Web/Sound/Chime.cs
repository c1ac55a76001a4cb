namespace Pst.Web.Sound;

/// <summary>What makes people look up before a number is said: two bell strokes, a fourth apart, computed.</summary>
public static class Chime
{
    const double High = 880, Low = 659.26; // hertz: a'' and e''
    const double Loudness = 0.35, Fading = 4; // of full scale; a second

    static readonly TimeSpan Stroke = TimeSpan.FromSeconds(0.55);

    /// <param name="rate">Samples a second.</param>
    public static Wave At(int rate) => Struck(rate, High).Then(Struck(rate, Low));

    // A bell is its tone with a little of the octave, at once there and then fading.
    static Wave Struck(int rate, double tone) => new(rate, [.. Enumerable.Range(0, (int)(rate * Stroke.TotalSeconds)).Select(it =>
    {
        var at = (double)it / rate;
        var swing = Math.Sin(Math.Tau * tone * at) + 0.3 * Math.Sin(Math.Tau * 2 * tone * at);
        return (short)(short.MaxValue * Loudness * swing * Math.Exp(-Fading * at) * Math.Min(1, at / 0.005));
    })]);
}
