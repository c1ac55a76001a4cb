namespace Pst.Proof.Tests;

/// <summary>A small log of two visits that take turns, with two keys of which the second took over at the sixth event.</summary>
sealed class SampleLog
{
    internal const string Origin = "pst/contoh";
    const int Handover = 6;

    readonly SigningKey first = SigningKey.Make(), second = SigningKey.Make();
    readonly List<LoggedEvent> events = [.. Enumerable.Range(1, 11).Select(Event)];

    internal LogKey FirstKey => first.KeyOf(Origin);
    internal LogKey SecondKey => second.KeyOf(Origin);

    internal Checkpoint CheckpointAt(int size) =>
        new(Origin, size, Tree(0, size).Root(), 0, new DateTimeOffset(2026, 3, 2, 8, 0, 0, TimeSpan.Zero).AddMinutes(size));

    internal static SignedCheckpoint Signed(Checkpoint checkpoint, params IReadOnlyList<SigningKey> by) =>
        new(checkpoint, [.. by.Select(it => it.Sign(checkpoint))]);

    /// <summary>The odd positions are one visit's.</summary>
    internal Bundle Bundle(Func<LoggedEvent, LoggedEvent>? forged = null)
    {
        var size = events.Count;
        var handover = new EarlierCheckpoint(
            Signed(CheckpointAt(Handover), first, second).Note, Made(ProofPlan.Consistency(Handover, size)));
        return new(
            Signed(CheckpointAt(size), second), [FirstKey, SecondKey], [handover],
            [
                .. events.Index().Where(it => it.Index % 2 == 0).Select(it => new ProvenEvent(
                    it.Index + 1, forged?.Invoke(it.Item) ?? it.Item, Made(ProofPlan.Inclusion(it.Index, size)))),
            ]);
    }

    List<byte[]> Made(IReadOnlyList<(long From, long To)> plan) => [.. plan.Select(it => Tree((int)it.From, (int)it.To).Root())];

    Frontier Tree(int from, int to)
    {
        var tree = new Frontier();
        foreach (var it in events[from..to]) tree.Add(it.Leaf());
        return tree;
    }

    static LoggedEvent Event(int number) => new(
        number * 3, new Guid(number, 1, 0, new byte[8]), new Guid(number % 2, 2, 0, new byte[8]), (number + 1) / 2,
        $$"""{"Sheets": {{number}}}""", null, "copies_made", 1_772_438_400_000_000 + number, "1872", "Pst.Domain.CopiesMade, Pst.Domain",
        null, $"perintah-{number}", """{"late": false}""", "petugas", false);
}
