namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Bima allows ten sheets a person and day. Its clock is an hour ahead of the times that are told here.</summary>
public sealed class CopiesTests : IAsyncLifetime
{
    static readonly OfficeState Daily = Office(Bima);

    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Theory, InlineData(CopyWindow.Visit, 4), InlineData(CopyWindow.Day, 7), InlineData(CopyWindow.Month, 12)]
    public async Task A_visitor_has_used_what_was_copied_in_the_window(CopyWindow window, int used)
    {
        var office = With(new(10, window));
        await VisitAsync(1, visitor: 1, "1 09:00", Copied(5));
        await VisitAsync(2, visitor: 1, "2 09:00", Copied(3));
        await VisitAsync(3, visitor: 2, "2 09:00", Copied(9));
        await VisitAsync(4, visitor: 1, "2 11:00", Copied(4));

        (await CopiesOfAsync(4, office)).ShouldBe(new(4, used, 10, Math.Max(0, 10 - used)));
    }

    [Fact]
    public async Task A_correction_counts_and_a_voided_visit_gives_back()
    {
        await VisitAsync(1, visitor: 1, "2 09:00", Copied(8), Corrected(4, "sheets", 8, 3));
        await VisitAsync(2, visitor: 1, "2 10:00", Copied(2), new Voided(Reason));
        await VisitAsync(3, visitor: 1, "2 11:00");

        (await CopiesOfAsync(3, Daily)).ShouldBe(new(0, 3, 10, 7));
        (await CopiesOfAsync(1, Daily)).ShouldBe(new(3, 3, 10, 7));
    }

    [Fact]
    public async Task Another_local_day_has_its_own_limit()
    {
        await VisitAsync(1, visitor: 1, "2 22:50", Copied(5)); // 23:50 in Bima
        await VisitAsync(2, visitor: 1, "2 23:10", Copied(6)); // 00:10 on the 3rd

        (await CopiesOfAsync(1, Daily)).Used.ShouldBe(5);
        (await CopiesOfAsync(2, Daily)).Used.ShouldBe(6);
        (await ReportAsync(Monday, Monday, Daily)).Sheets.ShouldBe(5);
    }

    [Fact]
    public async Task Where_no_copies_are_offered_there_is_no_limit_to_show()
    {
        await VisitAsync(1, visitor: 1, "2 09:00");

        (await CopiesOfAsync(1, With(null))).ShouldBe(new(0, 0, null, null));
    }

    [Fact]
    public async Task The_report_counts_visitors_sheets_overrides_and_who_reached_the_limit()
    {
        await VisitAsync(1, visitor: 1, "2 09:00", Copied(6));
        await VisitAsync(2, visitor: 1, "2 10:00", Copied(4), Finished); // ten in two visits
        await VisitAsync(3, visitor: 2, "2 11:00", Copied(9)); // nine on one day, one on the next
        await VisitAsync(4, visitor: 2, "3 09:00", Copied(1));
        await VisitAsync(5, visitor: 3, "3 09:00", Copied(10), Copied(5, overridden: true));
        await VisitAsync(6, visitor: 4, "2 11:00", Copied(10), new Voided(Reason));
        await VisitAsync(7, visitor: 5, "2 11:00");

        (await ReportAsync(Monday, Monday, Daily)).ShouldBe(new(Visitors: 2, Sheets: 19, Overrides: 0, AtLimit: 1));
        (await ReportAsync(Monday, Monday.AddDays(1), Daily)).ShouldBe(new(Visitors: 3, Sheets: 35, Overrides: 1, AtLimit: 2));
        (await ReportAsync(Monday.AddDays(2), Monday.AddDays(9), Daily)).ShouldBe(new(0, 0, 0, 0));
    }

    [Fact]
    public async Task Of_a_months_limit_also_the_days_before_the_report_count_and_none_after_it()
    {
        var monthly = With(new(10, CopyWindow.Month));
        await VisitAsync(1, visitor: 1, "2 09:00", Copied(6));
        await VisitAsync(2, visitor: 1, "3 09:00", Copied(4));

        (await ReportAsync(Monday.AddDays(1), Monday.AddDays(1), monthly)).ShouldBe(new(1, 4, 0, 1));
        (await ReportAsync(Monday, Monday, monthly)).ShouldBe(new(1, 6, 0, 0));
    }

    static OfficeState With(CopyLimit? limit) =>
        Daily with { Standards = [Daily.Standards[0] with { Printed = Daily.Standards[0].Printed with { Copies = limit } }] };

    Task<long> VisitAsync(int visit, int visitor, string at, params IEnumerable<VisitEvent> then) => log.AppendAsync(
        Bima, Visit(visit),
        [(at, Arrived with { Standard = Daily.Standards[0].EffectiveFrom }), (at, Signed(null, visitor)), (at, Served),
            .. then.Select(it => (at, it))]);

    async Task<CopiesView> CopiesOfAsync(int visit, OfficeState office)
    {
        await log.Runner().CatchUpAsync(default);
        var visits = new Visits(new(log.App, Types), log.Tables, new(log.Tables), new(log.Tables));
        return (await visits.FindAsync(Bima, office, Visit(visit), VisitMoment.Now, At("10 09:00"), default))!.Copies;
    }

    async Task<CopiesReport> ReportAsync(DateOnly from, DateOnly to, OfficeState office)
    {
        await log.Runner().CatchUpAsync(default);
        return await new Copies(log.Tables).ReportAsync(Bima, office, from, to, default);
    }
}
