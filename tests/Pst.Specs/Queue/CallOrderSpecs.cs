namespace Pst.Domain.Specs;

/// <summary>Who is called next. The queue is told by letters: P has priority; g, a and r are the others by their colour.</summary>
public sealed class CallOrderSpecs
{
    [Theory]
    [InlineData("", "")]
    [InlineData("gar", "gar")]
    [InlineData("Pr", "Pr")]
    [InlineData("PPr", "PPr")]
    [InlineData("PPPr", "PPrP")]
    [InlineData("PPPPPar", "PPaPPrP")]
    [InlineData("PPPgar", "PPaPgr")]
    [InlineData("PPPg", "PPPg")]
    public void Priority_comes_first_but_after_two_one_whose_time_runs_out(string queue, string called) =>
        Called(Order(queue, priorityCalls: 0)).ShouldBe(called);

    [Theory]
    [InlineData(0, "PPrP")]
    [InlineData(1, "PrPP")]
    [InlineData(2, "rPPP")]
    [InlineData(7, "rPPP")]
    public void What_was_called_before_counts(int priorityCalls, string called) => Called(Order("PPPr", priorityCalls)).ShouldBe(called);

    [Fact]
    public void Who_is_gone_is_passed_over_without_counting_as_a_call()
    {
        var order = Order("PPPr", priorityCalls: 1);
        Called(order.Without(order.Next!)).ShouldBe("PrP");
        Called(order.After(order.Next!)).ShouldBe("rPP");
    }

    [Theory, InlineData("PPr", true), InlineData("Pa", true), InlineData("Pg", false), InlineData("rr", false), InlineData("PP", false)]
    public void The_last_calls_matter_only_where_someone_must_choose(string queue, bool matters) =>
        Order(queue, priorityCalls: 0).DependsOnCalls.ShouldBe(matters);

    [Theory, InlineData("PPr"), InlineData("Pa"), InlineData("Pg"), InlineData("rr"), InlineData("PP")]
    public void Where_they_do_not_matter_they_change_nobodys_turn(string queue)
    {
        if (Order(queue, 0) is { DependsOnCalls: false } order) order.Next.ShouldBe((order with { PriorityCalls = 2 }).Next);
    }

    static CallOrder Order(string queue, int priorityCalls) => new([.. queue.Select(Waiting)], priorityCalls);

    static Candidate Waiting(char letter, int place) => new(
        new(new Guid(place + 1, 0, 0, new byte[8])), letter == 'P',
        letter switch { 'r' => Urgency.Red, 'a' => Urgency.Amber, _ => Urgency.Green });

    static string Called(CallOrder order) =>
        order.Next is { } next ? (next.HasPriority ? "P" : $"{next.Urgency}"[..1].ToLowerInvariant()) + Called(order.After(next)) : "";
}
