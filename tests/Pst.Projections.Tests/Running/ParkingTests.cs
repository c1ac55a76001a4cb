using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

public sealed class ParkingTests
{
    // Stored by a program that takes something else for a reading.
    sealed record PublicationRead(int Shelf);

    sealed record NeverHeardOf;

    static readonly EventTypes Others =
        new(StoredJson.Options, typeof(Arrived), typeof(GuestbookSigned), typeof(PublicationRead), typeof(NeverHeardOf));

    static readonly Envelope Envelope = new(At("09:05"), "petugas");

    [Fact]
    public async Task A_stream_that_cannot_be_followed_is_parked_where_it_stood_and_no_other_waits_for_it()
    {
        await using var log = await TestLog.CreateAsync();
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", Unlocked), ("09:02", SignedAt("09:02")));
        await log.AppendAsync(Bima, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")));
        await log.Runner().CatchUpAsync(default);
        await log.AppendAsync(Metro, Visit(1), ("09:03", Called));
        await log.Runner().CatchUpAsync(default);

        var visits = await log.Progress.ProgressOfAsync("visits", default);
        visits.Parked.ShouldBe([new(Metro.Value, Visit(1).Value, 2, "locker_released 2: No card 1 is held.")]);
        (visits.Position, visits.Stopped).ShouldBe((6, null));
        (await log.Progress.ProgressOfAsync("queue", default)).Parked.ShouldBeEmpty("the queue does not care for lockers");
        (await StatusesAsync(log)).ShouldBe("1872 arrived, 5272 waiting");
    }

    [Fact]
    public async Task A_rebuild_tries_a_parked_stream_anew()
    {
        await using var log = await TestLog.CreateAsync();
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived), ("09:01", SignedAt("09:01")));
        var stumbling = new Projection<VisitRow>(
            "visits", 1, Visits.Projection.Reads, (_, _) => throw new InvalidDataException("Not yet."));
        await log.Runner(projections: [stumbling]).CatchUpAsync(default);
        (await log.Progress.ProgressOfAsync("visits", default)).Parked.Single().Error.ShouldBe("arrived 1: Not yet.");

        await log.Runner().RebuildAsync("visits", default);

        (await log.Progress.ProgressOfAsync("visits", default)).Parked.ShouldBeEmpty();
        (await StatusesAsync(log)).ShouldBe("1872 waiting");
    }

    [Theory, InlineData(1), InlineData(4000)]
    public async Task A_stream_with_an_event_that_cannot_be_read_is_parked(int pageSize)
    {
        await using var log = await TestLog.CreateAsync();
        await log.AppendAsync(
            Metro, Visit(1).Value, Others,
            [new(Arrived, Envelope), new(new PublicationRead(3), Envelope), new(SignedAt("09:05"), Envelope)]);
        await log.AppendAsync(Bima, Visit(2), ("09:00", Arrived), ("09:01", SignedAt("09:01")));
        await log.Runner(pageSize).CatchUpAsync(default);

        var parked = (await log.Progress.ProgressOfAsync("visits", default)).Parked.Single();
        (parked.Stream, parked.Position).ShouldBe((Visit(1).Value, 2));
        parked.Error.ShouldStartWith("publication_read 2: ");
        (await StatusesAsync(log)).ShouldBe("1872 arrived, 5272 waiting");
        (await log.Progress.ProgressOfAsync("queue", default)).Parked.ShouldBeEmpty("the queue does not read readings");
    }

    [Theory, InlineData(1), InlineData(4000)]
    public async Task A_type_that_nobody_knows_stops_every_projection_right_before_it(int pageSize)
    {
        await using var log = await TestLog.CreateAsync();
        foreach (var number in Enumerable.Range(1, 5)) await log.AppendAsync(Metro, Visit(number), ("09:00", ArrivedWith(number)));
        await log.AppendAsync(Metro, Visit(1).Value, Others, [new(new NeverHeardOf(), Envelope)]);
        await log.AppendAsync(Metro, Visit(2), ("09:01", SignedAt("09:01")));

        foreach (var projection in Projections.All)
        {
            var runner = log.Runner(pageSize, projections: [projection]);
            (await Should.ThrowAsync<ProjectionStoppedException>(runner.CatchUpAsync(default))).Message.ShouldContain("never_heard_of");
            var standing = (await log.Progress.AllAsync(default)).Single(it => it.Name == projection.Name);
            (standing.Position, standing.Stopped).ShouldBe((5, "No type is known for events named 'never_heard_of'."));
        }
    }

    [Fact]
    public async Task A_program_that_knows_the_type_goes_on_from_there()
    {
        await using var log = await TestLog.CreateAsync();
        await log.AppendAsync(Metro, Visit(1), ("09:00", Arrived));
        await log.Runner().CatchUpAsync(default);
        await log.AppendAsync(Metro, Visit(2).Value, Others, [new(new NeverHeardOf(), Envelope)]);
        await log.AppendAsync(Metro, Visit(1), ("09:01", SignedAt("09:01")));
        await Should.ThrowAsync<ProjectionStoppedException>(log.Runner(projections: [Visits.Projection]).CatchUpAsync(default));

        EventTypes newer = new(StoredJson.Options, [.. Types.Aliases.Select(Types.TypeOf), typeof(NeverHeardOf)]);
        await log.Runner(types: newer, projections: [Visits.Projection]).CatchUpAsync(default);

        (await log.Progress.ProgressOfAsync("visits", default)).Stopped.ShouldBeNull();
        (await StatusesAsync(log)).ShouldBe("1872 waiting");
    }

    static async Task<string> StatusesAsync(TestLog log)
    {
        var table = $"read.visits_{(await log.Progress.ProgressOfAsync("visits", default)).Generation}";
        return await log.ScalarAsync<string>($"select string_agg(tenant_id || ' ' || status, ', ' order by tenant_id) from {table}");
    }
}
