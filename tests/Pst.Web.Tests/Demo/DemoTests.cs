using Pst.Domain;
using Pst.Projections;

namespace Pst.Web.Tests.Demo;

/// <summary>The demo made on a Tuesday morning: a living office with three months behind it.</summary>
public sealed class DemoTests(DemoTests.OnTuesday made) : IClassFixture<DemoTests.OnTuesday>
{
    MadeDemo Demo => made.Demo;

    [Fact]
    public async Task The_queue_has_every_colour_and_every_place()
    {
        var queue = await Demo.MetrosQueueAsync();

        queue.Waiting.Select(it => it.State).Distinct().ShouldBe([Urgency.Red, Urgency.Amber, Urgency.Green], ignoreOrder: true);
        queue.Waiting.ShouldContain(it => it.Status == VisitStatus.Called);
        queue.InService.Count.ShouldBeGreaterThanOrEqualTo(3);
        queue.Skipped.ShouldNotBeEmpty();
        (await Demo.BimasQueueAsync()).Waiting.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Bags_and_cards_are_kept_and_one_card_was_forgotten()
    {
        var custody = await Demo.MetrosCustodyAsync();

        custody.Lockers.Select(it => it.State).Distinct().Count().ShouldBe(3);
        custody.Ids.Where(it => it.Overdue).ShouldHaveSingleItem();
        custody.Ids.Count.ShouldBeGreaterThan(3);
    }

    [Fact]
    public async Task The_promise_was_mostly_kept()
    {
        var report = await Demo.MetrosPromiseAsync();

        report.CompliancePercent.ShouldNotBeNull().ShouldBeInRange(75, 99);
        report.Withdrawn.ShouldBePositive();
        report.NoPromise.ShouldBePositive();
        report.Voided.ShouldBePositive();
    }

    [Fact]
    public async Task Enough_answered_for_an_index() => (await Demo.MetrosRatingsAsync()).Ikm.ShouldNotBeNull().ShouldBeInRange(65, 100);

    [Fact]
    public async Task Copies_reach_the_limit_and_a_supervisor_let_somebody_pass_it()
    {
        var report = await Demo.BimasCopiesAsync();

        report.AtLimit.ShouldBeGreaterThan(1);
        report.Overrides.ShouldBePositive();
    }

    [Fact]
    public void Every_kind_of_event_of_a_visit_happened() =>
        Demo.Events.Select(it => it.Data).OfType<VisitEvent>().Select(it => it.GetType()).Distinct()
            .ShouldBe(typeof(VisitEvent).Assembly.GetTypes().Where(it => it.IsSubclassOf(typeof(VisitEvent))), ignoreOrder: true);

    [Fact]
    public void What_was_on_paper_is_late_and_nothing_else()
    {
        var late = Demo.Events.Where(it => it.Envelope.Late).GroupBy(it => it.Stream).ToList();

        late.Select(it => it.First().Tenant).Distinct().Count().ShouldBe(2);
        late.ShouldAllBe(it => it.All(one => one.Envelope.Role == "supervisor") && it.Any(one => one.Data is Arrived));
    }

    [Fact]
    public async Task Somebody_came_by_appointment_others_will_and_one_was_told_not_to()
    {
        var awaited = await Demo.MetrosAppointmentsAsync();

        awaited.Where(it => it.Visit is not null).ShouldHaveSingleItem().Slot.Day.ShouldBe(DateOnly.FromDateTime(Demo.Now.DateTime));
        awaited.Where(it => it.Visit is null).Select(it => it.Slot.Day).Distinct().Count().ShouldBe(3);
        var kept = Demo.Events.Where(it => it.Tenant == "1872").Select(it => it.Data).OfType<AppointmentKept>().Single();
        Demo.Events.First(it => it.Stream == kept.Visit.Value).Data.ShouldBeOfType<Arrived>();
        Demo.Events.Select(it => it.Data).OfType<AppointmentCancelled>().ShouldAllBe(it => it.Reason != null);
        Demo.Events.Select(it => it.Data).OfType<AppointmentMoved>().ShouldNotBeEmpty();
    }

    [Fact]
    public void It_reaches_three_months_back_and_not_into_the_future() =>
        Demo.Events.ShouldAllBe(it => it.Envelope.Occurred <= Demo.Now && it.Envelope.Occurred > Demo.Now.AddDays(-93));

    public sealed class OnTuesday : IAsyncLifetime
    {
        public MadeDemo Demo { get; private set; } = null!;

        public async Task InitializeAsync() => Demo = await MadeDemo.UntilAsync(new(2026, 11, 17, 10, 40, 0, TimeSpan.FromHours(7)));
        public async Task DisposeAsync() => await Demo.DisposeAsync();
    }
}
