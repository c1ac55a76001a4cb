using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>The table of rules speaks of every route that there is, and of no other.</summary>
public sealed class RuleTests(RunningApi api) : IClassFixture<RunningApi>
{
    [Fact]
    public void Every_route_has_its_rule() => Routes.Of(api.Services).Except(Rules.All.Select(it => it.Name)).ShouldBeEmpty();

    [Fact]
    public void No_rule_is_left_over() => Rules.All.Select(it => it.Name).Except(Routes.Of(api.Services)).ShouldBeEmpty();

    [Fact]
    public void There_is_one_rule_a_route() => Rules.All.CountBy(it => it.Name).Where(it => it.Value > 1).ShouldBeEmpty();

    [Fact]
    public void Rules_speak_of_roles_that_there_are() => Rules.All.SelectMany(it => it.Roles).Except(Rules.Roles).ShouldBeEmpty();
}
