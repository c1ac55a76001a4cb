namespace Pst.Domain.Specs;

public sealed class OccurrenceRuleSpecs
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero), Earlier = Now.AddHours(-1);
    static readonly TimeSpan Tick = TimeSpan.FromTicks(1), TwelveHours = TimeSpan.FromHours(12);

    static (DateTimeOffset At, InputError? Wrong) At(DateTimeOffset? said, DateTimeOffset? previous = null) =>
        OccurrenceRule.At(said, Now, previous, TwelveHours);

    [Fact]
    public void Without_a_word_it_occurs_now() => At(null, Earlier).ShouldBe((Now, null));

    [Fact]
    public void Where_another_clock_ran_ahead_it_occurs_when_the_last_did() => At(null, Now + Tick).ShouldBe((Now + Tick, null));

    [Fact]
    public void A_new_visit_has_nothing_before_it() => At(Now - TwelveHours).ShouldBe((Now - TwelveHours, null));

    [Fact]
    public void What_is_said_is_believed_back_to_the_previous_event()
    {
        At(Earlier, Earlier).ShouldBe((Earlier, null));
        At(Earlier - Tick, Earlier).Wrong.ShouldBe(new InputError.BeforePrevious());
    }

    [Fact]
    public void And_as_far_back_as_the_caller_may_reach() => At(Now - TwelveHours - Tick).Wrong.ShouldBe(new InputError.TooLongAgo());

    [Fact]
    public void Two_minutes_ahead_are_now()
    {
        At(Now).ShouldBe((Now, null));
        At(Now + OccurrenceRule.ClockSkew, Earlier).ShouldBe((Now, null));
        At(Now + OccurrenceRule.ClockSkew, Now + Tick).ShouldBe((Now + Tick, null));
        At(Now + OccurrenceRule.ClockSkew + Tick).Wrong.ShouldBe(new InputError.InTheFuture());
    }
}
