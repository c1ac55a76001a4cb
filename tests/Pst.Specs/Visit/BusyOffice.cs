namespace Pst.Domain.Specs;

/// <summary>Someone asks something of one of several visits.</summary>
/// <param name="Who">Whose visit it is, once it is signed.</param>
/// <param name="Minute">Since the office opened its books.</param>
internal sealed record Asked(int Visit, VisitorId Who, VisitCommand Command, int Minute);

/// <summary>What happened, in the order of the log.</summary>
/// <param name="Version">Its place in the visit, counted here.</param>
internal sealed record Logged(int Visit, int Version, VisitEvent Happened, DateTimeOffset At);

/// <summary>An office with several visits at once. What a decision needs of other visits is read from the log, as the guards are.</summary>
internal sealed class BusyOffice(VisitStory story)
{
    readonly List<Logged> log = [];
    readonly Dictionary<int, VisitStory> visits = [];
    DateTimeOffset now = story.Facts.At;

    public IReadOnlyList<Logged> Log => log;

    /// <summary>What still stands of what happened, in the order of the log.</summary>
    public IEnumerable<Logged> Standing => StandingIn(log);

    /// <summary>What stood after each entry.</summary>
    public IEnumerable<IReadOnlyList<Logged>> Moments => Enumerable.Range(1, log.Count).Select(it => StandingIn(log.Take(it)).ToList());
    public IReadOnlyDictionary<int, VisitStory> Visits => visits;
    public List<Refusal> Refusals { get; } = [];

    public DateOnly DayOf(Logged entry) => story.Office.Hours.LocalDay(entry.At);

    public CopyLimit? Limit => story.Office.Standards[^1].Printed.Copies;

    public void Take(Asked asked)
    {
        now = story.Facts.At.AddMinutes(asked.Minute);
        if (asked.Command is VisitCommand.Undo) asked = asked with { Command = new VisitCommand.Undo(LastOf(asked.Visit)?.Version ?? 1) };
        var before = visits.GetValueOrDefault(asked.Visit, story);
        before = before with { Facts = FactsFor(asked, before.Facts with { At = now, Visitor = asked.Who }) };
        var decision = before.When(asked.Command);
        if (decision is Refused<VisitEvent>(var reason)) Refusals.Add(reason);
        if (decision is not Accepted<VisitEvent>(var events)) return;

        foreach (var happened in events) log.Add(new(asked.Visit, EventsOf(asked.Visit).Count() + 1, happened, now));
        visits[asked.Visit] = before.Given(events);
    }

    public IEnumerable<Logged> EventsOf(int visit) => log.Where(it => it.Visit == visit);

    public IEnumerable<Logged> StandingOf(int visit) =>
        StandingIn(EventsOf(visit)).Where(it => it.Happened is not Undone);

    public bool IsVoided(int visit) => EventsOf(visit).Any(it => it.Happened is Voided);

    public VisitorId? VisitorOf(int visit) =>
        EventsOf(visit).Select(it => it.Happened).OfType<GuestbookSigned>().SingleOrDefault()?.VisitorId;

    public Channel ChannelOf(int visit) => EventsOf(visit).Select(it => it.Happened).OfType<Arrived>().Single().Channel;

    public bool IsInside(int visit) => VisitorOf(visit) is not null && !StandingOf(visit).Any(it => it.Happened is Departed or Voided);

    /// <summary>The window that an entry's copies count in.</summary>
    public object WindowOf(Logged entry) => Limit!.Window switch
    {
        CopyWindow.Visit => entry.Visit,
        CopyWindow.Day => DayOf(entry),
        _ => (DayOf(entry).Year, DayOf(entry).Month),
    };

    /// <summary>As corrected until now.</summary>
    public int SheetsOf(Logged copies) =>
        EventsOf(copies.Visit).Select(it => it.Happened).OfType<EntryCorrected>()
            .LastOrDefault(it => it.EventVersion == copies.Version && it.Field == "sheets")?.To.Number
        ?? ((CopiesMade)copies.Happened).Sheets;

    Logged? LastOf(int visit) => StandingOf(visit).LastOrDefault();

    static IEnumerable<Logged> StandingIn(IEnumerable<Logged> entries)
    {
        var all = entries.ToList();
        var undone = all.Where(it => it.Happened is Undone).Select(it => (it.Visit, ((Undone)it.Happened).EventVersion)).ToHashSet();
        return all.Where(it => !undone.Contains((it.Visit, it.Version)));
    }

    VisitFacts FactsFor(Asked asked, VisitFacts facts) => asked.Command switch
    {
        VisitCommand.Arrive it => facts with { NextTicket = NextTicket(it.Service, facts.Today) },
        VisitCommand.Transfer it => facts with { NextTicket = NextTicket(it.Service, facts.Today) },
        VisitCommand.SignGuestbook => facts with { IsInside = IsElsewhere(asked) },
        VisitCommand.AssignLocker it => facts with { Locker = IsTaken(it.Locker) ? LockerStanding.Taken : LockerStanding.Free },
        VisitCommand.Undo => facts with
        {
            IsInside = IsElsewhere(asked),
            Locker = LastOf(asked.Visit) is { } last && new LastStep(last.Version, last.Happened, true, default).GaveBack is { } back
                && IsTaken(back) ? LockerStanding.Taken : LockerStanding.Free,
        },
        VisitCommand.MakeCopies => facts with { SheetsUsed = SheetsUsed(asked.Visit) },
        _ => facts,
    };

    int NextTicket(ServiceCode service, DateOnly day) => 1 + log.Count(it => DayOf(it) == day && TicketIn(it)?.Service == service);

    public static Ticket? TicketIn(Logged entry) => entry.Happened switch
    {
        Arrived it => it.Ticket,
        Transferred it => it.Ticket,
        _ => null,
    };

    bool IsElsewhere(Asked asked) =>
        EventsOf(asked.Visit).Any()
        && visits.Keys.Where(it => it != asked.Visit && IsInside(it))
            .Any(it => VisitorOf(it) == asked.Who && ChannelOf(it) == ChannelOf(asked.Visit));

    bool IsTaken(Locker locker) => Standing.Where(it => !IsVoided(it.Visit)).Sum(it => it.Happened switch
    {
        LockerAssigned given when given.Locker == locker => 1,
        LockerReleased back when back.Locker == locker => -1,
        BagLeft left when left.Locker == locker => -1,
        IncidentResolved over when over.Freed == locker => -1,
        _ => 0,
    }) > 0;

    int SheetsUsed(int visit) =>
        Limit is null || VisitorOf(visit) is not { } visitor ? 0
        : CopiesOf(visitor).Where(it => Equals(WindowOf(it), WindowOf(new(visit, 0, Steps.WasServed, now)))).Sum(SheetsOf);

    /// <summary>A visitor's copies in all visits, without those of voided ones.</summary>
    public IEnumerable<Logged> CopiesOf(VisitorId visitor) =>
        Standing.Where(it => it.Happened is CopiesMade && !IsVoided(it.Visit) && VisitorOf(it.Visit) == visitor);
}
