namespace Pst.Domain.Specs;

public sealed class UncertaintySpecs
{
    static readonly int[] Sizes = [10, 30, 100, 300, 1000];

    [Theory] // by R: binom::binom.confint(x, n, methods = "wilson")
    [InlineData(8, 10, 49.0, 94.3)]
    [InlineData(0, 10, 0.0, 27.8)]
    [InlineData(10, 10, 72.2, 100.0)]
    [InlineData(930, 1000, 91.2, 94.4)]
    public void A_share_of_few_may_lie_far_from_where_it_was_seen(int count, int n, double low, double high) =>
        Wilson.Of(count, n).ShouldBe(new((decimal)low, (decimal)high));

    [Fact]
    public void Of_nothing_nothing_is_known() => Wilson.Of(0, 0).ShouldBeNull();

    [Theory]
    [InlineData(2, 0.5, 0, 0.25)]
    [InlineData(2, 0.5, 1, 0.75)]
    [InlineData(20, 0.95, 17, 0.07548)]
    [InlineData(20, 0.95, 16, 0.01590)]
    [InlineData(1000, 0.93, 905, 0.001807)]
    [InlineData(10, 1, 9, 0)]
    [InlineData(10, 0, 0, 1)]
    public void A_tail_is_the_sum_of_its_probabilities(int n, double p, int count, double expected) =>
        new Binomial(n, p).AtMost(count).ShouldBe(expected, 0.00001);

    [Fact]
    public void Both_tails_together_are_all() =>
        (new Binomial(50, 0.9).AtMost(44) + new Binomial(50, 0.9).AtLeast(45)).ShouldBe(1, 1e-12);

    [Fact]
    public void The_sum_of_many_is_no_less_exact() => new Binomial(20_000, 0.93).AtMost(18_600).ShouldBe(0.5, 0.01);

    [Fact]
    public void Limits_narrow_with_numbers_and_leave_a_small_office_in_peace()
    {
        new Binomial(20, 0.95).Lower(0.025).ShouldBeInRange(0.80, 0.85, "16 of 20 lie outside, 17 do not");
        new Binomial(5, 0.95).Lower(0.001).ShouldBeLessThan(0.6, "3 of 5 may be chance");
        double[] lower = [.. Sizes.Select(n => new Binomial(n, 0.9).Lower(0.025))];
        lower.ShouldBe(lower.Order());
        lower[^1].ShouldBe(0.88, 0.005);
        new Binomial(1000, 0.9).Upper(0.025).ShouldBe(0.918, 0.005);
        new Binomial(10, 1).Lower(0.025).ShouldBe(1);
    }
}
