namespace Pst.Projections.Tests;

using static ReadAnomalyKind;
using static Tale;

/// <summary>What about somebody's looks is unusual.</summary>
public sealed class ReadAnomaliesSpecs
{
    static readonly ReadLimits Limits = ReadLimits.Usual with { Many = 5, Least = 6 };
    static readonly ServiceHours Hours = Office(Metro).Hours;

    [Fact]
    public void A_usual_day_has_none() =>
        Found([.. Enumerable.Range(1, 12).Select(it => Look($"{8 + it / 3:00}:{it % 3 * 20:00}", it))]).ShouldBeEmpty();

    [Fact]
    public void Many_visitors_in_a_short_time_are_one_anomaly_however_long_it_goes_on()
    {
        var looks = Enumerable.Range(0, 40).Select(it => Look($"09:{it:00}", it)).ToList();
        var only = Found(looks).Where(it => it.Kind == ManyAtOnce).ShouldHaveSingleItem();
        (only.Subject, only.From, only.To, only.Count).ShouldBe(("user:sari", At("09:00"), At("09:39"), 40));
    }

    [Fact]
    public void One_less_than_many_is_none_and_nor_is_one_visitor_seen_many_times()
    {
        Found([.. Enumerable.Range(1, 4).Select(it => Look($"09:0{it}", it))]).ShouldBeEmpty();
        Found([.. Enumerable.Range(0, 30).Select(it => Look($"09:{it:00}", 1))]).ShouldBeEmpty();
    }

    [Fact]
    public void Two_bursts_are_two()
    {
        var looks = Enumerable.Range(0, 5).SelectMany(it => new[] { Look($"09:0{it}", it), Look($"13:0{it}", it) });
        Found([.. looks]).Count(it => it.Kind == ManyAtOnce).ShouldBe(2);
    }

    [Fact]
    public void Several_readers_at_one_device_are_seen_together()
    {
        var looks = Enumerable.Range(0, 6).Select(it => Look($"09:0{it}", it) with { Reader = $"user:{it % 2}", Device = "tablet" });
        var only = Found([.. looks]).ShouldHaveSingleItem();
        (only.Kind, only.Subject, only.IsDevice).ShouldBe((ManyAtOnce, "tablet", true));
    }

    [Theory, InlineData("07:00", true), InlineData("06:59", false), InlineData("16:30", true), InlineData("16:31", false)]
    [InlineData("1 10:00", false)]
    public void An_office_is_prepared_an_hour_before_and_put_away_an_hour_after(string time, bool isUsual) =>
        Found([Look(time, 1)]).Any(it => it.Kind == OutsideHours).ShouldBe(!isUsual);

    [Fact]
    public void Who_is_served_was_here_lately()
    {
        Found([Look("09:00", 99)]).ShouldHaveSingleItem().Kind.ShouldBe(NoVisit);
        Found([Look("09:00", 99) with { Purpose = SeenFor.Audit }]).ShouldBeEmpty();
        Found([Look("09:00", 99) with { What = Seen.RefusedForm }]).ShouldBeEmpty();
        Found([Look("09:00", 99) with { Purpose = null, What = null }]).ShouldHaveSingleItem().Kind.ShouldBe(NoVisit);
    }

    [Fact]
    public void A_rise_is_against_what_is_usual_for_that_reader()
    {
        List<ReadRow> Days(int each, int last) =>
        [
            .. Enumerable.Range(2, 5).SelectMany(day => Enumerable.Range(1, each).Select(it => Look($"{day} {7 + it:00}:00", it))),
            .. Enumerable.Range(1, last).Select(it => Look($"9 {8 + it / 3:00}:{it % 3 * 20:00}", it)),
        ];
        var only = Found(Days(2, 7)).Single(it => it.Kind == Rise);
        (only.Count, only.Usual, only.From).ShouldBe((7, 2, At("9 08:20")));
        Found(Days(2, 6)).ShouldNotContain(it => it.Kind == Rise);
        Found(Days(3, 7)).ShouldNotContain(it => it.Kind == Rise);
        Found(Days(2, 7)[2..]).ShouldNotContain(it => it.Kind == Rise, "four days do not tell what is usual");
    }

    [Fact]
    public void What_stands_on_a_screen_by_itself_is_no_sign_of_curiosity()
    {
        foreach (var what in (Seen[])[Seen.CardTail, Seen.Reasons, Seen.InsideList, Seen.SurveyList, Seen.OwnData])
            Found([.. Enumerable.Range(0, 9).Select(it => Look("22:00", it) with { What = what })]).ShouldBeEmpty();
        Found([Look("22:00", 1) with { What = Seen.Reasons, ReasonRef = Reason }]).ShouldNotBeEmpty();
    }

    [Fact]
    public void The_order_does_not_matter_and_more_looks_take_no_burst_away()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var chance = new Random(seed);
            List<ReadRow> looks =
            [
                .. Enumerable.Range(0, chance.Next(40)).Select(_ =>
                    Look($"{chance.Next(2, 9)} {chance.Next(6, 18):00}:{chance.Next(60):00}", chance.Next(30))
                        with { Reader = $"user:{chance.Next(2)}", Device = chance.Next(3) == 0 ? "tablet" : null }),
            ];
            var found = Found(looks);
            var shuffled = looks.ToArray();
            chance.Shuffle(shuffled);
            Found([.. shuffled]).ShouldBe(found, $"seed {seed}");

            var more = Found([.. looks, Look("5 10:30", 31) with { Reader = "user:0" }]);
            foreach (var burst in found.Where(it => it.Kind == ManyAtOnce))
                more.ShouldContain(
                    it => it.Kind == ManyAtOnce && it.Subject == burst.Subject && it.From <= burst.From && it.To >= burst.To
                        && it.Count >= burst.Count, $"seed {seed}");
        }
    }

    static IReadOnlyList<ReadAnomaly> Found(IReadOnlyList<ReadRow> looks) =>
        new ReadAnomalies(
            Limits, Hours, Enumerable.Range(0, 64).ToLookup(it => Visitor(it % 32), it => At(it < 32 ? "1 07:00" : "6 07:00")))
            .Since(At("1 00:00"), looks);

    static ReadRow Look(string time, int visitor) =>
        new(Visitor(visitor), At(time), "user:sari", "staff", null, Seen.Details, SeenFor.Serving, null, null);
}
