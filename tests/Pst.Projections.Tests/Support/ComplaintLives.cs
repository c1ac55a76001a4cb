using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Complaints of two offices to which the decider lets happen what chance sends, hours apart.</summary>
sealed class ComplaintLives(int seed)
{
    static readonly Zone[] Zones = [Zone.Jakarta, Zone.Parse("Asia/Makassar", null)];
    static readonly WorkingCalendar Calendar = new([Monday.AddDays(7)]);

    readonly Random chance = new(seed);
    readonly Dictionary<ComplaintId, (int Office, Complaint State)> known = [];
    readonly Dictionary<(int Office, DateOnly Day), int> received = [];
    int numbered;

    internal DateTimeOffset Now { get; private set; } = At("09:00");

    /// <summary>What happens in so many steps.</summary>
    internal IEnumerable<(OfficeCode Office, ComplaintId Complaint, IReadOnlyList<EventToAppend> Events)> Some(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            Now += TimeSpan.FromMinutes(chance.Next(30, 600));
            var isNew = known.Count == 0 || chance.Next(4) == 0;
            var id = isNew ? new ComplaintId(new Guid(++numbered, 7, 7, new byte[8])) : known.Keys.ElementAt(chance.Next(known.Count));
            var (office, state) = isNew ? (chance.Next(2), Complaint.Initial) : known[id];
            var today = Zones[office].Day(Now);
            var facts = new ComplaintFacts(today, Calendar, received.GetValueOrDefault((office, today)));
            var decision = ComplaintDecider.Decide(isNew ? Received() : Next(), state, facts);
            if (decision is not Accepted<ComplaintEvent>([_, ..] events)) continue;
            if (isNew) received[(office, today)] = facts.ReceivedToday + 1;
            known[id] = (office, events.Aggregate(state, Complaint.Evolve));
            yield return (office == 0 ? Metro : Bima, id, [.. events.Select(it => new EventToAppend(it, new(Now, "petugas")))]);
        }
    }

    ComplaintCommand.Receive Received() =>
        new ComplaintCommand.Receive((ComplaintWay)chance.Next(1, 8), chance.Next(3) == 0, Reason, null);

    ComplaintCommand Next() => chance.Next(9) switch
    {
        0 or 1 => new ComplaintCommand.Verify((Element)chance.Next(1, 10), chance.Next(4) == 0),
        2 => new ComplaintCommand.Answer(Reason),
        3 => new ComplaintCommand.AskInformation(Reason),
        4 => new ComplaintCommand.Reply(Reason),
        5 => new ComplaintCommand.Resolve(Reason),
        6 => new ComplaintCommand.Accept(),
        7 => new ComplaintCommand.Dismiss(Reason),
        _ => new ComplaintCommand.PassTime(),
    };
}
