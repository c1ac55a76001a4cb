namespace Pst.Projections.Tests;

using static Tale;

public sealed class RatingsBoardTests
{
    static readonly Guid Words = new("00000000-0000-0000-0000-0000000000bb");

    [Fact]
    public async Task Nobody_is_heard_before_the_departure_and_only_low_marks_are_told_one_by_one()
    {
        await using var log = await TestLog.CreateAsync();
        await RatedAsync(log, 1, new Rated(1, null, Words), isGone: true);
        await RatedAsync(log, 2, new Rated(1, null, null), isGone: false);
        await RatedAsync(log, 3, new Rated(2, new([KeyValuePair.Create(Element.BIAYA, 2)]), null), isGone: true);
        await RatedAsync(log, 4, new Rated(3, new([KeyValuePair.Create(Element.BIAYA, 1)]), null), isGone: true);
        await RatedAsync(log, 5, new Rated(1, null, null), isGone: true);
        await log.AppendAsync(Metro, Visit(5), ("2 10:00", new Voided(Reason)));
        await log.Runner().CatchUpAsync(default);

        var board = new RatingsBoard(new(new(log.App, Types), log.Tables, new(log.Tables), new(log.Tables)));
        var heard = await board.ShowAsync(Metro, Office(Metro), Monday, Monday, default);

        (heard.Figures.N, heard.Figures.Mean).ShouldBe((3, 2));
        heard.Low.ShouldBe(
        [
            new(Monday, 1, null, Words),
            new(Monday, 2, new([KeyValuePair.Create(Element.BIAYA, 2)]), null),
        ]);
        (await board.ShowAsync(Metro, Office(Metro), Monday.AddDays(1), Monday.AddDays(9), default)).Low.ShouldBeEmpty();
    }

    static async Task RatedAsync(TestLog log, int number, Rated rated, bool isGone)
    {
        await log.AppendAsync(
            Metro, Visit(number), ("2 09:00", ArrivedWith(number)), ("2 09:00", SignedAt("2 09:00", number)), ("2 09:01", Served),
            ("2 09:02", rated));
        if (isGone) await log.AppendAsync(Metro, Visit(number), ("2 09:03", Finished));
    }
}
