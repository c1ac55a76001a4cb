namespace Pst.Domain.Specs;

using static CompletionKind;

public sealed class PromiseSpecs
{
    static readonly PromisingOffice Metro = new(OfficeFiles.Metro), Bima = new(OfficeFiles.Bima);
    static readonly Completion TenAfterPrevious = new(AfterPreviousVisitor, 10, null, "");

    sealed record PromisingOffice(Office Office)
    {
        readonly ServiceHours hours = new(Office.Local, Office.Details.TimeZone);

        public DateTimeOffset At(string time) => Office.Details.TimeZone.At(new(2026, 3, 2), TimeOnly.Parse(time, null));

        public Promise Promises(string signed, Completion? completion = null, Channel channel = Channel.Offline) =>
            Promise.Made(completion ?? Office.Standard.Completion, hours, channel, At("08:00"), At(signed));
    }

    static DateTimeOffset At(string time) => Metro.At(time);

    [Fact]
    public void Every_online_visit_is_served_at_once_whatever_the_office_promises_in_person()
    {
        Metro.Promises("09:00", channel: Channel.Online).ShouldBe(new(Immediate, null, null, null, []));
        Bima.Promises("20:00", channel: Channel.Online).ShouldBe(new(Immediate, null, null, null, []));
    }

    [Fact]
    public void At_once_in_person_has_no_clock() =>
        Metro.Promises("09:00", new(Immediate, null, null, "")).ShouldBe(new(Immediate, null, null, null, []));

    [Fact]
    public void Bima_promises_the_hours_of_the_day_of_arrival()
    {
        var day = new Period(Bima.At("08:00"), Bima.At("15:30"));
        Bima.Promises("09:05").ShouldBe(new(WithinHours, Bima.At("09:05"), null, day.To, [day]));
    }

    [Fact]
    public void Where_the_visitor_before_still_waits_no_due_is_known()
    {
        var promise = Metro.Promises("09:02", TenAfterPrevious);
        promise.ShouldBe(new(AfterPreviousVisitor, At("09:02"), 10, null, []));
        promise.After(new(Exists: true, ServedAt: null)).ShouldBe(promise);
        promise.UrgencyAt(At("15:00"), 60).ShouldBe(Urgency.Green);
        Sla.Judge(new(true, promise, null, false, null, false), At("15:00")).ShouldBe(Verdict.Pending);
    }

    [Fact]
    public void The_visitor_before_moves_no_other_promise()
    {
        var promise = Metro.Promises("09:02");
        promise.After(new(true, At("09:30"))).ShouldBe(promise);
    }

    [Fact]
    public void Where_the_office_never_opens_again_no_clock_starts()
    {
        var closed = new ServiceHours(OfficeFiles.Metro.Local with { Hours = new([], [], [], [], [], [], []) }, Zone.Jakarta);
        foreach (var completion in new[] { OfficeFiles.Metro.Standard.Completion, OfficeFiles.Bima.Standard.Completion, TenAfterPrevious })
        {
            var promise = Promise.Made(completion, closed, Channel.Offline, At("09:00"), At("09:01")).After(VisitorBefore.None);
            (promise.ClockStarts, promise.Due).ShouldBe((null, null));
            promise.UrgencyAt(At("15:00"), 60).ShouldBe(Urgency.Green);
            Sla.Judge(new(true, promise, null, false, null, false), At("15:00")).ShouldBe(Verdict.Pending);
        }
    }

    [Fact]
    public void The_hours_run_out_in_amber_and_end_in_red()
    {
        var promise = Bima.Promises("08:00"); // 450 minutes, of which 60 percent are 270
        promise.UrgencyAt(Bima.At("12:29:59"), 60).ShouldBe(Urgency.Green);
        promise.UrgencyAt(Bima.At("12:30"), 60).ShouldBe(Urgency.Amber);
        promise.UrgencyAt(Bima.At("15:30").AddTicks(-1), 60).ShouldBe(Urgency.Amber);
        promise.UrgencyAt(Bima.At("15:30"), 60).ShouldBe(Urgency.Red);
    }
}
