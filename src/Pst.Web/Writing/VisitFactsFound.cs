using Npgsql;
using NpgsqlTypes;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;

namespace Pst.Web.Writing;

using static VisitCommand;

/// <summary>
/// What one command needs to know from outside its visit: asked in the batch that loads it, put together for the decision afterwards.
/// </summary>
internal sealed class VisitFactsFound(OfficeCode office, VisitId visit, VisitCommand command, byte[]? contact, DateOnly around)
{
    // The signing person as known here, and whether another visit of theirs is open on this visit's channel.
    const string KnownVisitor = """
        select known.visitor, exists (
            select from pst.guard_visit mine
            join pst.guard_visit other on other.tenant_id = $1 and other.channel = mine.channel and other.visit <> mine.visit
            where mine.tenant_id = $1 and mine.visit = $2 and other.visitor in (select pst.records_of($1, known.visitor)))
        from vault.visitor known where known.tenant_id = $1 and known.contact = $3
        """;

    /// <param name="contact">The keyed hash of who signs, for the database.</param>
    public static VisitFactsFound For(VisitRequest request, byte[]? contact, DateTimeOffset now) => new(
        request.Office, request.Visit, request.Asked.Command, contact,
        DateOnly.FromDateTime((request.Asked.OccurredAt ?? now).UtcDateTime));

    readonly Dictionary<DateOnly, int> tickets = [];
    readonly List<CopiedSheets> copies = [];
    VisitId? holder;
    readonly HashSet<Locker> lockersInUse = [];
    bool isInside;

    /// <summary>The signing visitor, if known here already.</summary>
    public VisitorId? Visitor { get; private set; }

    /// <summary>Who signed before this visitor, where a promise waits for that one; put here by who asks.</summary>
    public VisitorBefore Before { get; set; }

    public IReadOnlyList<BatchQuery> Queries => command switch
    {
        Arrive { Channel: Channel.Offline } it => [GuardQueries.LastTickets(office, it.Service, around, tickets)],
        Transfer it => [GuardQueries.LastTickets(office, it.Service, around, tickets)],
        SignGuestbook when contact is not null => [WhoSigns(contact)],
        AssignLocker it => [GuardQueries.LockerHolder(office, it.Locker, found => holder = found)],
        Undo => [GuardQueries.LockersInUse(office, lockersInUse), GuardQueries.IsElsewhere(office, visit, found => isInside = found)],
        MakeCopies => [GuardQueries.CopiesOf(office, visit, around, copies)],
        _ => [],
    };

    /// <summary>The same answers from memory, by one who decides for the whole office alone. There, nobody's records are joined.</summary>
    /// <param name="past">The visit so far.</param>
    /// <param name="known">The signing visitor, if known here already.</param>
    public void Find(GuardMemory guards, StreamHistory past, VisitorId? known)
    {
        bool IsInside(VisitorId? visitor) => visitor is { } it && guards.IsElsewhere(it, visit);
        switch (command)
        {
            case Arrive { Channel: Channel.Offline } it: guards.LastTickets(it.Service, around, tickets); break;
            case Transfer it: guards.LastTickets(it.Service, around, tickets); break;
            case SignGuestbook: (Visitor, isInside) = (known, IsInside(known)); break;
            case AssignLocker it: holder = guards.HolderOf(it.Locker); break;
            case MakeCopies: copies.AddRange(guards.CopiesOf(visit)); break;
            case Undo:
                lockersInUse.UnionWith(guards.LockersInUse);
                isInside = IsInside(past.Events.Select(it => it.Data).OfType<GuestbookSigned>().FirstOrDefault()?.VisitorId);
                break;
        }
    }

    /// <summary>The facts for the moment at which the command occurs.</summary>
    /// <param name="standard">The one that the visit is judged by.</param>
    /// <param name="last">What may be taken back.</param>
    public VisitFacts At(DateTimeOffset at, OfficeState state, Standard? standard, VisitorId newcomer, LastStep? last)
    {
        var facts = new VisitFacts(at, standard, state.Hours, state.Local.RatingOpenHours, Visitor ?? newcomer) { IsInside = isInside };
        return command switch
        {
            Arrive or Transfer => facts with { NextTicket = tickets.GetValueOrDefault(facts.Today) + 1 },
            AssignLocker it => facts with { Locker = Standing(it.Locker, holder is not null, state) },
            Undo when last?.GaveBack is { } it =>
                facts with { Last = last, Locker = Standing(it, lockersInUse.Contains(it), state) },
            Undo => facts with { Last = last },
            MakeCopies when standard?.Printed.Copies is { Window: var window } =>
                facts with { SheetsUsed = copies.Where(it => it.IsIn(window, visit, facts.Today)).Sum(it => it.Sheets) },
            OfferCompensation => facts with { Compensation = state.Local.Compensation, Before = Before },
            _ => facts,
        };
    }

    static LockerStanding Standing(Locker locker, bool isTaken, OfficeState state) =>
        !state.Local.Lockers.Contains(locker) ? LockerStanding.Unknown
        : state.OutOfOrder.Contains(locker) ? LockerStanding.OutOfOrder
        : isTaken ? LockerStanding.Taken : LockerStanding.Free;

    BatchQuery WhoSigns(byte[] known) => new(
        new(KnownVisitor)
        {
            Parameters =
            {
                new() { Value = office.Value }, new() { Value = visit.Value },
                new() { Value = known, NpgsqlDbType = NpgsqlDbType.Bytea },
            },
        },
        async (rows, cancel) =>
        {
            if (await rows.ReadAsync(cancel)) (Visitor, isInside) = (new(rows.GetGuid(0)), rows.GetBoolean(1));
        });
}
