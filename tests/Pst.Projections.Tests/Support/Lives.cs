namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Many visits in two offices at once, each told up to some point; the same for the same seed.</summary>
sealed class Lives(int seed)
{
    static readonly (string, VisitEvent)[][] Stories =
    [
        [("09:00", Arrived), ("09:01", SignedAt("09:01")), ("09:02", Held), ("09:03", Locked), ("09:04", Called), ("09:05", Served),
            ("09:06", Copied(4)), ("09:07", Copied(9, overridden: true)), ("09:08", Corrected(7, "sheets", 4, 3)),
            ("09:09", new PublicationRead(new("pub-1"), ReadingForm.Printed)), ("09:10", new SoftcopyScanned(new("pub-1"), 12)),
            ("09:11", new Rated(4, new([KeyValuePair.Create(Element.WAKTU, 3)]), null)), ("09:12", Unlocked), ("09:13", Returned),
            ("09:14", Finished),
            ("09:15", Corrected(12, "elements.BIAYA", null, 2)), ("09:16", Corrected(2, "purpose", 1, 4))],
        [("10:00", Arrived), ("10:01", Corrected(1, "partySize", 1, 30)), ("10:02", SignedAt("10:02", 2)), ("10:03", Called),
            ("10:03", new SteppedOut()), ("10:03", new CameBack()), ("10:03", Called), ("10:04", new Skipped()),
            ("10:05", new Requeued()), ("10:06", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1))),
            ("10:07", Corrected(3, "demographics.age", 2, 5)), ("10:08", Unserved), ("10:09", new Voided(Reason))],
        [("11:00", Arrived with { Channel = Channel.Online, Ticket = null }), ("11:01", Signed(null, 3)), ("11:02", Served),
            ("11:02", new CatalogueSearched()), ("11:02", new SoftcopyRequested(new(Reason), new("pub-1"))),
            ("11:02", new SoftcopyDownloaded(new("pub-1"))), ("11:03", new Voided(Reason))],
        [("12:00", Arrived), ("12:01", SignedAt("12:01", 4)), ("12:02", Served), ("12:02", new NoteTaken(Reason)),
            ("12:02", new ServiceEnded()), ("12:02", new SteppedOut()), ("12:03", Copied(10)), ("12:04", Finished),
            ("12:04", new CompensationOffered("5 lembar gratis")), ("12:04", new CompensationGiven()), ("12:04", new Undone(10)),
            ("12:05", Corrected(7, "sheets", 10, 9)), ("12:06", Unlocked)],
        [("14:00", Arrived), ("14:01", SignedAt("14:01", 6)), ("14:02", Held), ("14:03", Locked), ("14:04", Jammed), ("14:05", Returned),
            ("14:06", Held), ("14:06", new IdLost(1, Reason)), ("14:07", Unserved), ("14:08", new IncidentResolved(5, new("A01"), Reason)),
            ("14:08", new Undone(10)), ("14:09", new IncidentResolved(5, new("A01"), Reason)),
            ("14:10", new IncidentResolved(8, null, Reason)), ("14:10", new Undone(13))],
        [("13:00", Arrived), ("13:01", SignedAt("13:01", 5)), ("13:02", Called), ("13:02", new Undone(3)), ("13:03", Called),
            ("13:04", new Transferred(ServiceCode.KS, new(ServiceCode.KS, 2))), ("13:04", new Undone(6)), ("13:05", Held),
            ("13:06", Locked), ("13:07", Served), ("13:08", Copied(2)), ("13:08", new Undone(11)), ("13:09", Copied(3)),
            ("13:10", Unlocked), ("13:10", new Undone(14)), ("13:11", Unlocked), ("13:12", Returned), ("13:13", Finished),
            ("13:13", new Undone(18)), ("13:13", new Undone(17)), ("13:14", Returned), ("13:15", Finished)],
    ];

    /// <summary>
    /// One event after the other, those of a visit in their order. One story ends with an event that cannot follow: it is parked.
    /// </summary>
    internal IEnumerable<(OfficeCode Office, VisitId Visit, (string, VisitEvent) Event)> Interleaved(int visits)
    {
        var chance = new Random(seed);
        var open = Enumerable.Range(1, visits)
            .Select(it => (Office: it % 3 == 0 ? Bima : Metro, Visit: Visit(it),
                Told: new Queue<(string, VisitEvent)>(Stories[it % Stories.Length])))
            .ToList();
        while (open.Count > 0)
        {
            var (office, visit, told) = open[chance.Next(open.Count)];
            yield return (office, visit, told.Dequeue());
            if (told.Count == 0 || chance.Next(40) == 0) open.RemoveAll(it => it.Visit == visit);
        }
    }
}
