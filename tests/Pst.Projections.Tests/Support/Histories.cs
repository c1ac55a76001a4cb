using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>
/// Days of two offices by chance, the same for the same seed: all kinds of promise, corrections, voids, steps taken back, late entries,
/// signing after midnight, cards and bags that stay, open incidents, and the office's visits told in any order.
/// </summary>
sealed class Histories(int seed)
{
    static readonly CompletionKind[] Kinds = Enum.GetValues<CompletionKind>();

    readonly Random chance = new(seed);

    /// <summary>Events to append, one after the other; those of a visit in their order.</summary>
    internal IEnumerable<(OfficeCode Office, VisitId Visit, EventToAppend Event)> Told(int visits)
    {
        var open = Enumerable.Range(1, visits)
            .Select(it => (Office: it % 3 == 0 ? Bima : Metro, Visit: Visit(it), Events: Life(it))).ToList();
        while (open.Count > 0)
        {
            var next = open[chance.Next(open.Count)];
            yield return (next.Office, next.Visit, next.Events.Dequeue());
            if (next.Events.Count == 0) open.Remove(next);
        }
    }

    Queue<EventToAppend> Life(int number)
    {
        var told = new Teller(chance, At($"{2 + chance.Next(3)} 06:00") + TimeSpan.FromSeconds(chance.Next(64_800)));
        var online = Often(15);
        told.Add(new Arrived(
            online ? Channel.Online : Channel.Offline, 1 + chance.Next(4), Often(80) ? ServiceCode.PS : ServiceCode.KS,
            Often(20) ? Priority.Elderly : Priority.None,
            online ? null : new(ServiceCode.PS, number), new(2024, 1, 1), Often(85), Often(10) ? new(Reason) : null));
        if (Often(92)) Sign(told, online);
        if (told.Signed && Often(40)) Queue(told);
        var bag = new Locker($"A{number:00}");
        var stored = told.Signed && Often(50);
        if (stored) told.Add(Held, new LockerAssigned(bag, 1));
        if (told.Signed && Often(75)) Serve(told);
        if (stored && Often(20)) Jam(told, bag);
        else if (stored && Often(70)) told.Add(new LockerReleased(bag, 1), Returned);
        if (Often(25)) told.Add(Corrected(1, "partySize", 1, 1 + chance.Next(9)));
        if (Often(75)) told.Add(new Departed(told.Served ? DepartureReason.Finished : Unserved()));
        if (told.Served && Often(60)) Rate(told);
        if (Often(10)) told.Add(new Voided(Reason));
        return told.Events;
    }

    DepartureReason Unserved() => Often(60) ? DepartureReason.LeftUnserved : DepartureReason.UnknownEnd;

    void Sign(Teller told, bool online)
    {
        told.Pass(chance.Next(10) == 0 ? 40_000 : 240);
        var starts = told.Now;
        var kind = online ? CompletionKind.Immediate : Kinds[chance.Next(Kinds.Length)];
        var end = starts.AddSeconds(chance.Next(900));
        var promise = kind switch
        {
            CompletionKind.AfterGuestbook => new Promise(kind, starts, 5, starts.AddMinutes(5), []),
            CompletionKind.AfterPreviousVisitor => new Promise(kind, Often(95) ? starts : null, 5, null, []),
            CompletionKind.WithinHours =>
                new Promise(kind, starts, null, end, [new(starts.AddMinutes(-10), starts.AddSeconds(60)), new(starts.AddSeconds(90), end)]),
            _ => new Promise(kind, null, null, null, []),
        };
        told.Add(new GuestbookSigned(
            Visitor(1 + chance.Next(5)), 1 + chance.Next(5), Student with { Age = 1 + chance.Next(7), Occupation = 1 + chance.Next(7) },
            CodeBook.Edition, null, "5a17", Often(90) ? promise : null));
        if (Often(20)) told.Add(Corrected(2, "demographics.age", null, 1 + chance.Next(7)));
        if (Often(10)) told.Add(Corrected(2, "purpose", null, 1 + chance.Next(5)));
    }

    void Queue(Teller told)
    {
        if (Often(30)) told.AddAndTakeBack(Called);
        told.Add(Called);
        if (Often(40)) told.Add(Called);
        if (Often(50)) told.Add(new Skipped());
        if (Often(20)) told.Add(new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1)));
    }

    void Serve(Teller told)
    {
        told.Pass(500);
        told.Add(Served);
        told.Served = true;
        if (Often(30)) told.Add(new PublicationRead(new("pub-1"), ReadingForm.Printed));
        for (var more = chance.Next(3); more > 0; more--)
        {
            told.Add(Copied(1 + chance.Next(9), Often(20)));
            if (Often(30)) told.Add(Corrected(told.Version, "sheets", null, 1 + chance.Next(9)));
            if (Often(20)) told.AddAndTakeBack(Copied(7));
        }
    }

    void Jam(Teller told, Locker bag)
    {
        told.Add(new LockerJammed(bag, 1, Reason));
        if (Often(60)) told.Add(new IncidentResolved(told.Version, bag, Reason));
    }

    void Rate(Teller told)
    {
        var version = told.Version + 1;
        var elements = Enum.GetValues<Element>().Where(_ => Often(97)).Select(it => KeyValuePair.Create(it, 1 + chance.Next(4)));
        told.Add(new Rated(1 + chance.Next(4), Often(70) ? new(elements) : null, null));
        if (Often(20)) told.Add(Corrected(version, "overall", null, 1 + chance.Next(4)));
        if (Often(20)) told.Add(Corrected(version, "elements.WAKTU", null, 1 + chance.Next(4)));
    }

    bool Often(int percent) => chance.Next(100) < percent;

    sealed class Teller(Random chance, DateTimeOffset begins)
    {
        internal Queue<EventToAppend> Events { get; } = [];
        internal DateTimeOffset Now { get; private set; } = begins;
        internal bool Signed => Version > 1;
        internal bool Served { get; set; }
        internal long Version => Events.Count;

        internal void Pass(int seconds) => Now += TimeSpan.FromMilliseconds(chance.Next(seconds * 1000));

        internal void Add(params ReadOnlySpan<VisitEvent> happened)
        {
            foreach (var it in happened)
            {
                Pass(60);
                Events.Enqueue(new(it, new(Now, "petugas") { Late = chance.Next(12) == 0 }));
            }
        }

        internal void AddAndTakeBack(VisitEvent happened)
        {
            Add(happened);
            Events.Enqueue(new(new Undone(Version), new(Now, "petugas")));
        }
    }
}
