using Pst.Domain;
using Pst.Web.Commands;
using Pst.Web.Simulation;

namespace Pst.Web.Tests.Simulation;

/// <summary>What a simulation is made from, and how it is asked for.</summary>
public sealed class SimulationPlanTests
{
    static readonly DateOnly Today = new(2026, 11, 21);

    [Fact]
    public void Every_kind_of_promise_has_its_kind_of_office()
    {
        var offices = OfficeKinds.Names.Select(OfficeKinds.Read).ToList();

        offices.Select(it => it.Standard.Completion.Kind).ShouldBe(Enum.GetValues<CompletionKind>(), ignoreOrder: true);
        offices.Select(it => it.Standard.Printed.Copies?.Window).Distinct().Count().ShouldBe(4);
        offices.ShouldAllBe(it => it.Local.SeasonalHours!.Count > 0 && it.Local.Holidays.Count > 0);
    }

    [Fact]
    public void Offices_say_that_they_do_not_exist()
    {
        var office = OfficeKinds.Make(new("0042"), Habits.Usual, new(2026, 1, 1), new(3));

        office.Details.Name.ShouldBe("Kantor Simulasi 0042");
        office.Standard.Decree.ShouldBe("Simulasi 0042");
    }

    [Fact]
    public void A_plan_is_read_and_its_seed_may_be_left_out()
    {
        string[] args = ["--to", "2026-03-31", "--offices", "12", "--from", "2026-01-05"];

        SimulateCommand.Read(args, Today).Plan.ShouldBe(new(12, new(2026, 1, 5), new(2026, 3, 31), 1));
        SimulateCommand.Read([.. args, "--seed", "9"], Today).Plan!.Seed.ShouldBe(9);
    }

    [Theory]
    [InlineData("", "--offices")]
    [InlineData("--offices 0 --from 2026-01-01 --to 2026-01-02", "--offices")]
    [InlineData("--offices 1000 --from 2026-01-01 --to 2026-01-02", "--offices")]
    [InlineData("--offices 1 --from 01-01-2026 --to 2026-01-02", "--from")]
    [InlineData("--offices 1 --from 2019-12-31 --to 2026-01-02", "--from")]
    [InlineData("--offices 1 --from 2026-01-02 --to 2026-01-01", "--to")]
    [InlineData("--offices 1 --from 2026-01-02 --to 2026-11-21", "--to")]
    [InlineData("--offices 1 --from 2026-01-02 --to 2026-01-03 --seed x", "--seed")]
    [InlineData("--offices 1 --from 2026-01-02 --to 2026-01-03 --sed 1", "'--sed'")]
    [InlineData("--offices 1 --offices 2 --from 2026-01-02 --to 2026-01-03", "'--offices'")]
    [InlineData("--offices", "--offices")]
    public void What_is_wrong_is_named(string args, string named)
    {
        var (plan, wrong) = SimulateCommand.Read(args.Split(' ', StringSplitOptions.RemoveEmptyEntries), Today);

        plan.ShouldBeNull();
        wrong.ShouldStartWith(named);
    }

    [Fact]
    public void Months_follow_each_other_without_gaps() =>
        new SimulationPlan(1, new(2025, 12, 30), new(2026, 2, 3), 1).Months()
            .ShouldBe([(new(2025, 12, 30), new(2025, 12, 31)), (new(2026, 1, 1), new(2026, 1, 31)), (new(2026, 2, 1), new(2026, 2, 3))]);
}
