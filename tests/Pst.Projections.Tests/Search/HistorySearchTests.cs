using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

public sealed class HistorySearchTests : IAsyncLifetime
{
    const string Clerk = "user:00000000-0000-0000-0000-0000000000c1", Supervisor = "user:00000000-0000-0000-0000-0000000000c2";
    static readonly Guid Kiosk = new("00000000-0000-0000-0000-0000000000d1");

    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    HistorySearch Search => new(log.Tables, new(log.Tables), log.Worker);

    [Fact]
    public async Task Each_criterion_finds_what_has_it_and_nothing_else()
    {
        await ADayInAsync(Metro, 0);
        await ADayInAsync(Bima, 10);
        await log.Runner().CatchUpAsync(default);

        await FindsAsync(new(), "1 2 3 4 5 6");
        await FindsAsync(new(From: Monday, To: Monday), "1 2 3 4 5");
        await FindsAsync(new(Ticket: new(ServiceCode.KS, 1)), "4");
        await FindsAsync(new(Channel: Channel.Online), "5");
        await FindsAsync(new(Sla: Verdict.Missed), "3");
        await FindsAsync(new(Sla: Verdict.Missed, Step: Any with { Type = "served" }), "3@3");
        await FindsAsync(new(Step: Any with { Actor = Supervisor }), "1@1,6 3@4 5@2");
        await FindsAsync(new(Step: Any with { Actor = Supervisor, Type = "copies_made" }), "1@6");
        await FindsAsync(new(Step: Any with { Actor = Clerk, Type = "entry_corrected" }), "");
        await FindsAsync(new(Step: Any with { Device = Kiosk }), "1@2 2@2 3@2 4@2");
        await FindsAsync(new(Step: Any with { Locker = new("A01") }), "1@4");
        await FindsAsync(new(Step: Any with { Locker = new("A07") }), "4@4");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Override] }), "1@1,6");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Late] }), "2@1,2");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Late], Device = Kiosk }), "2@2");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Correction] }), "3@4");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Undone] }), "4@5");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Void] }), "5@2");
        await FindsAsync(new(Step: Any with { Marks = [StepMark.Void, StepMark.Undone, StepMark.Correction] }), "3@4 4@5 5@2");
        await FindsAsync(new(From: Monday.AddDays(1), Step: Any with { Marks = [StepMark.Override] }), "");
    }

    [Fact]
    public async Task All_offices_are_searched_at_once_each_by_its_own_days()
    {
        await ADayInAsync(Metro, 0);
        await ADayInAsync(Bima, 10);
        // It is Tuesday in Bima already, and still Monday in Metro.
        await log.AppendAsync(Bima, Visit(17), ("2 23:30", ArrivedWith(7)));
        await log.AppendAsync(Metro, Visit(7), ("2 23:30", ArrivedWith(7)));
        await log.Runner().CatchUpAsync(default);

        var marked = new HistoryFilter(Monday, Monday, Step: Any with { Marks = [StepMark.Override] });
        var both = await Search.NationalAsync([Metro, Bima], marked, null, 10, At("20:00"), default);
        both.Hits.Select(it => (it.Office, it.Visit.Visit)).ShouldBe([(Bima, Visit(11)), (Metro, Visit(1))], ignoreOrder: true);

        var tuesday = await Search.NationalAsync(
            [Metro, Bima], new(Monday.AddDays(1), Monday.AddDays(1), Ticket: new(ServiceCode.PS, 7)), null, 10, At("20:00"), default);
        tuesday.Hits.Select(it => it.Visit.Visit).ShouldBe([Visit(17)]);
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task Page_by_page_it_finds_everything_once(bool bySteps, bool byVerdict)
    {
        foreach (var number in Enumerable.Range(1, 7))
            await log.AppendAsync(Metro, Visit(number), ($"09:0{number / 2}", ArrivedWith(number)));
        await log.Runner().CatchUpAsync(default);
        var filter = new HistoryFilter(
            Sla: byVerdict ? Verdict.Unknown : null, Step: bySteps ? Any with { Type = "arrived" } : null);

        var found = new List<VisitId>();
        VisitCursor? at = null;
        do
        {
            var page = await Search.OfAsync(Metro, Zone.Jakarta, filter, at, 3, At("10:00"), default);
            page.IsCut.ShouldBeFalse();
            found.AddRange(page.Hits.Select(it => it.Visit.Visit));
            at = page.Next;
        }
        while (at is not null);

        found.ShouldBe(Enumerable.Range(1, 7).Reverse().Select(Visit));
    }

    static StepFilter Any => new(null, null, null, null);

    // Every kind of thing to find, so that what is found in one office is there to be missed in the other.
    async Task ADayInAsync(OfficeCode office, int from)
    {
        await TellAsync(office, from + 1,
            (ArrivedWith(1) with { Override = new(Reason) }, By(Supervisor, "09:00")), (SignedAt("09:01", from + 1), At(Kiosk, "09:01")),
            (Held, By(Clerk, "09:02")), (Locked, By(Clerk, "09:02")), (Served, By(Clerk, "09:03")),
            (Copied(20, overridden: true), By(Supervisor, "09:04")));
        await TellAsync(office, from + 2,
            (ArrivedWith(2), By(Clerk, "09:10") with { Late = true }),
            (SignedAt("09:11", from + 2), At(Kiosk, "09:11") with { Late = true }), (Served, By(Clerk, "09:12")));
        await TellAsync(office, from + 3,
            (ArrivedWith(3), By(Clerk, "09:20")), (SignedAt("09:20", from + 3), At(Kiosk, "09:20")), (Served, By(Clerk, "09:26")),
            (Corrected(2, "purpose", 1, 4), By(Supervisor, "09:30")));
        await TellAsync(office, from + 4,
            (ArrivedWith(4), By(Clerk, "09:40")), (SignedAt("09:40", from + 4), At(Kiosk, "09:40")),
            (Held, By(Clerk, "09:41")), (new LockerAssigned(new("A07"), 1), By(Clerk, "09:41")),
            (new Undone(4), By(Clerk, "09:41")), (new Transferred(ServiceCode.KS, new(ServiceCode.KS, 1)), By(Clerk, "09:42")),
            (Served, By(Clerk, "09:43")));
        await TellAsync(office, from + 5,
            (Arrived with { Channel = Channel.Online, Ticket = null }, By(Clerk, "09:50")), (new Voided(Reason), By(Supervisor, "09:51")));
        await TellAsync(office, from + 6, (ArrivedWith(1), By(Clerk, "3 09:00")));
        await log.SequenceAsync();
    }

    static Envelope By(string actor, string time) => new(At(time), actor);

    static Envelope At(Guid device, string time) => new(At(time), $"device:{device}") { Device = $"{device}" };

    static DateTimeOffset At(string time) => Tale.At(time);

    Task<long> TellAsync(OfficeCode office, int visit, params IReadOnlyList<(VisitEvent Event, Envelope Envelope)> events) =>
        log.AppendAsync(office, Visit(visit).Value, Types, [.. events.Select(it => new EventToAppend(it.Event, it.Envelope))]);

    /// <param name="expected">The visits with the steps for which they are found.</param>
    async Task FindsAsync(HistoryFilter filter, string expected)
    {
        var page = await Search.OfAsync(Metro, Zone.Jakarta, filter, null, 50, At("3 10:00"), default);
        page.Next.ShouldBeNull();
        string.Join(' ', page.Hits.Reverse().Select(it =>
            $"{Number(it.Visit.Visit)}{(it.Steps.Count == 0 ? "" : $"@{string.Join(',', it.Steps)}")}")).ShouldBe(expected, $"{filter}");
    }

    static int Number(VisitId visit) => int.Parse($"{visit}"[^3..], System.Globalization.CultureInfo.InvariantCulture);
}
