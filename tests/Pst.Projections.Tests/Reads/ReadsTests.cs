using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>Who saw whose data, as the log tells it.</summary>
public sealed class ReadsTests : IAsyncLifetime
{
    static readonly DetailsSeen Details = new(Seen.Details, SeenFor.Serving, null, Visit(1));
    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task Every_look_has_its_line_the_last_first_and_each_filter_its_own()
    {
        await SeenAsync(Metro, 1, "user:sari", Details, new DetailsSeen());
        await SeenAsync(Metro, 2, "user:budi", new DetailsSeen(Seen.Text, SeenFor.FollowUp));
        await SeenAsync(Bima, 3, "user:sari", new DetailsSeen(Seen.CardTail, SeenFor.Serving));
        await log.Runner().CatchUpAsync(default);

        var all = await ListAsync(new(null, At("1 00:00"), At("5 00:00")));
        all.Select(it => (it.Office, it.Row.Visitor, it.Row.What))
            .ShouldBe([(Bima, Visitor(3), Seen.CardTail), (Metro, Visitor(2), Seen.Text), (Metro, Visitor(1), null),
                (Metro, Visitor(1), Seen.Details)]);
        var metro = new ReadFilter(Metro, At("1 00:00"), At("5 00:00"));
        (await CountAsync(metro)).ShouldBe(3);
        (await CountAsync(metro with { Reader = "user:sari" })).ShouldBe(2);
        (await CountAsync(metro with { Whose = [Visitor(2), Visitor(3)] })).ShouldBe(1);
        (await CountAsync(metro with { What = Seen.Details })).ShouldBe(1);
        (await CountAsync(metro with { Purpose = SeenFor.FollowUp })).ShouldBe(1);
        (await CountAsync(metro with { WithWords = false })).ShouldBe(2);
        (await CountAsync(metro with { To = At("2 00:00") })).ShouldBe(0);
        var page = await Reads.ListAsync(metro, 2, default);
        (await ListAsync(metro with { Before = page[^1].Position })).ShouldHaveSingleItem().Row.What.ShouldBe(Seen.Details);
    }

    [Theory, InlineData(1), InlineData(3), InlineData(10_000)]
    public async Task The_same_log_makes_the_same_table_live_and_rebuilt(int pageSize)
    {
        var live = log.Runner(pageSize);
        foreach (var number in Enumerable.Range(0, 20))
        {
            await SeenAsync(number % 3 == 0 ? Bima : Metro, number % 4, $"user:{number % 5}", Details, new DetailsSeen());
            await live.CatchUpAsync(default);
        }
        var seen = await log.DumpAsync();
        await live.RebuildAsync([Pst.Projections.Reads.Projection.Name], default);
        (await log.DumpAsync()).ShouldBe(seen);
        (await ListAsync(new(null, At("1 00:00"), At("5 00:00")))).Count.ShouldBe(40);
    }

    [Fact]
    public async Task Whose_visits_they_are_is_told_by_the_events()
    {
        await log.AppendAsync(Metro, Visit(1), ("09:00", ArrivedWith(7)), ("09:01", SignedAt("09:01", 4)));
        await log.AppendAsync(Metro, Visit(2), ("3 09:00", ArrivedWith(9)), ("3 09:01", SignedAt("3 09:01", 4)));
        await log.AppendAsync(Metro, Visit(3), ("3 10:00", ArrivedWith(10)), ("3 10:01", SignedAt("3 10:01", 5)));
        await log.Runner().CatchUpAsync(default);
        var visits = new VisitorVisits(log.Tables);
        (await visits.OfAsync(Metro, [Visitor(4)], default))[Visitor(4)].Select(it => it.Ticket).ShouldBe(["PS-009", "PS-007"]);
        (await visits.BeforeAsync(Metro, At("2 12:00"), default)).ShouldHaveSingleItem().Ticket.ShouldBe("PS-007");
        (await visits.BeforeAsync(Metro, At("4 12:00"), default)).Count.ShouldBe(2);
    }

    Reads Reads => new(log.Tables, log.Worker);

    Task<IReadOnlyList<ReadLine>> ListAsync(ReadFilter filter) => Reads.ListAsync(filter, 1000, default);

    async Task<int> CountAsync(ReadFilter filter) => (await ListAsync(filter)).Count;

    async Task SeenAsync(OfficeCode office, int visitor, string reader, params IEnumerable<DetailsSeen> events)
    {
        await log.AppendAsync(
            office, Visitor(visitor).Value, Types, [.. events.Select(it => new EventToAppend(it, new Envelope(At("09:00"), reader)))]);
        await log.SequenceAsync();
    }
}
