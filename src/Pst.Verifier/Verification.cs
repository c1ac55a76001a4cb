using Pst.Proof;

namespace Pst.Verifier;

/// <summary>Checks a bundle offline, far from the office that gave it.</summary>
public static class Verification
{
    const int Valid = 0, NotValid = 1, NotChecked = 2;

    const string Usage = "pst-verifier BUNDLE.zip [--key KEY]: checks that the bundle's events are in the log that was signed. "
        + "KEY is the log's public key as you have it from elsewhere (name+id+base64).";

    /// <summary>Tells what the bundle proves; the exit status: 0 valid, 1 not valid, 2 could not be checked.</summary>
    public static int Run(string[] args, TextWriter output)
    {
        if (args is not ([_] or [_, "--key", _]))
        {
            output.WriteLine(Usage);
            return NotChecked;
        }
        var trusted = args is [_, _, var line] ? LogKey.Parse(line) : null;
        if (args.Length > 1 && trusted is null) return Fail(output, "this is no public key of a log");

        try
        {
            var path = args[0];
            return new FileInfo(path).Length > BundleFile.MostBytes
                ? Fail(output, "the file is too large")
                : Tell(BundleCheck.Of(File.ReadAllBytes(path), trusted), isKeyGiven: trusted is not null, output);
        }
        catch (Exception away) when (away is IOException or UnauthorizedAccessException)
        {
            return Fail(output, away.Message);
        }
    }

    static int Tell(BundleVerdict verdict, bool isKeyGiven, TextWriter output)
    {
        foreach (var problem in verdict.Problems) output.WriteLine($"not valid: {problem}");
        if (verdict is not { IsValid: true, Bundle: { Head.Checkpoint: var head } bundle }) return NotValid;

        foreach (var stream in bundle.Events.GroupBy(it => (it.Event.Tenant, it.Event.Stream)))
        {
            output.WriteLine(
                $"stream {stream.Key.Tenant}/{stream.Key.Stream}: versions {stream.Min(it => it.Event.Version)} to "
                + $"{stream.Max(it => it.Event.Version)}, positions {stream.Min(it => it.Position)} to {stream.Max(it => it.Position)}");
        }
        if (!isKeyGiven)
            output.WriteLine($"The key is the bundle's own; compare it with what you have from elsewhere: {bundle.Keys[0]}");
        output.WriteLine(
            $"valid: {bundle.Events.Count} events of the log {head.Origin}, which had {head.Size} at {head.At:yyyy-MM-dd HH:mm:ss} UTC");
        return Valid;
    }

    static int Fail(TextWriter output, string why)
    {
        output.WriteLine(why);
        return NotChecked;
    }
}
