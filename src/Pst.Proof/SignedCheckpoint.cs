namespace Pst.Proof;

/// <summary>A checkpoint with its signatures (C2SP signed-note): the text, an empty line, and a line a signature.</summary>
public sealed record SignedCheckpoint(Checkpoint Checkpoint, IReadOnlyList<NoteSignature> Signatures)
{
    const int MostSignatures = 16;

    /// <summary>The note as it is kept, sent and checked.</summary>
    public string Note => $"{Checkpoint.Body}\n{string.Concat(Signatures.Select(it => $"{it}\n"))}";

    /// <summary>What a note says; null where it is none. Whether its signatures are good is another question.</summary>
    public static SignedCheckpoint? Parse(string note)
    {
        var end = note.LastIndexOf("\n\n", StringComparison.Ordinal);
        if (end < 0 || !note.EndsWith('\n') || Checkpoint.Parse(note[..(end + 1)]) is not { } checkpoint) return null;

        var lines = note[(end + 2)..^1].Split('\n');
        var signatures = lines.Take(MostSignatures + 1).Select(NoteSignature.Parse).OfType<NoteSignature>().ToList();
        return signatures.Count == lines.Length && lines.Length <= MostSignatures ? new(checkpoint, signatures) : null;
    }

    /// <summary>Whether the holder of a key has signed it. A second signature by the same key counts for nothing.</summary>
    public bool IsSignedBy(LogKey key) =>
        key.Name == Checkpoint.Origin
        && Signatures.FirstOrDefault(it => it.Name == key.Name && it.KeyId.AsSpan().SequenceEqual(key.Id)) is { } signature
        && key.HasSigned(Checkpoint.Bytes, signature.Bytes);
}

/// <summary>One line of a signed note.</summary>
/// <param name="KeyId">Which of the name's keys.</param>
public sealed record NoteSignature(string Name, byte[] KeyId, byte[] Bytes)
{
    const string Dash = "\u2014 ";

    public override string ToString() => $"{Dash}{Name} {Convert.ToBase64String([.. KeyId, .. Bytes])}";

    internal static NoteSignature? Parse(string line)
    {
        if (!line.StartsWith(Dash, StringComparison.Ordinal) || line[Dash.Length..].Split(' ') is not [{ Length: > 0 } name, var text])
            return null;

        var bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out var length) && length > LogKey.IdLength
            ? new(name, bytes[..LogKey.IdLength], bytes[LogKey.IdLength..length])
            : null;
    }
}
