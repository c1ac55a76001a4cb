using System.Globalization;
using System.Text;

namespace Pst.Proof;

/// <summary>What is signed of a log (C2SP tlog-checkpoint): so many events there were, with this root, at that time.</summary>
/// <param name="Origin">The log's name, without spaces and plus signs.</param>
/// <param name="Size">Events; the last one's position.</param>
/// <param name="After">The size of the checkpoint before this one, 0 for the first: none can be taken out from between two.</param>
/// <param name="At">To the second; by the clock that says when events were recorded.</param>
public sealed record Checkpoint(string Origin, long Size, byte[] Root, long After, DateTimeOffset At)
{
    const string TimeFormat = "yyyy-MM-dd'T'HH:mm:ss'Z'", Before = "after ", Signed = "signed ";

    /// <summary>The text that is signed, with its last line end.</summary>
    public string Body =>
        string.Create(CultureInfo.InvariantCulture, $"{Origin}\n{Size}\n{Convert.ToBase64String(Root)}\n{Before}{After}\n")
        + $"{Signed}{At.UtcDateTime.ToString(TimeFormat, CultureInfo.InvariantCulture)}\n";

    /// <summary>What a text says; null where it is no checkpoint to the letter.</summary>
    public static Checkpoint? Parse(string body)
    {
        var root = new byte[Merkle.Length];
        if (body.Split('\n') is not [{ Length: > 0 } origin, var digits, var text, var before, var signed, ""]
            || !long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || !Convert.TryFromBase64String(text, root, out var length) || length != root.Length
            || !before.StartsWith(Before, StringComparison.Ordinal)
            || !long.TryParse(before[Before.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var after)
            || !signed.StartsWith(Signed, StringComparison.Ordinal)
            || !DateTimeOffset.TryParseExact(
                signed[Signed.Length..], TimeFormat, CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var at))
            return null;

        var found = new Checkpoint(origin, size, root, after, at);
        return found.Body == body ? found : null; // one spelling alone
    }

    internal byte[] Bytes => Encoding.UTF8.GetBytes(Body);
}
