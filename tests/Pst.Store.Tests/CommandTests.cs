using Pst.EventStore;

namespace Pst.Store.Tests;

using static TestStore;

public sealed class CommandTests
{
    [Theory, InlineData(15), InlineData(18)]
    public async Task A_command_is_found_again_by_its_id(int version)
    {
        await using var store = await CreateAsync(version);
        var (command, stream) = (store.NewId(), store.NewId());
        await store.AppendAsync(Metro, stream, new Opened("pagi"));
        await using (var first = await store.Streams.BeginAsync(new(Metro, command, [stream]), default))
        {
            first.Earlier.ShouldBeNull();
            await first.AppendAsync(Of(stream, new Counted(1), new Counted(2)) with { Receipt = new([4, 2], "jawaban") }, default);
        }

        await using var again = await store.Streams.BeginAsync(new(Metro, command, [stream]), default);

        var earlier = again.Earlier.ShouldNotBeNull();
        earlier.Digest.ShouldBe([4, 2]);
        (earlier.Stream, earlier.FirstVersion, earlier.LastVersion, earlier.Answer).ShouldBe((stream, 2, 3, "jawaban"));
        earlier.Recorded.ShouldBe(again[stream].Events[^1].Recorded, TimeSpan.FromSeconds(1));
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task Two_taps_at_once_are_one(int version)
    {
        await using var store = await CreateAsync(version);
        var (command, one, other) = (store.NewId(), store.NewId(), store.NewId());
        await using var slower = await store.Streams.BeginAsync(new(Metro, command, [other]), default);
        await using (var faster = await store.Streams.BeginAsync(new(Metro, command, [one]), default))
            await faster.AppendAsync(Of(one, new Opened("pagi")) with { Receipt = new([1]) }, default);

        var conflict = await Should.ThrowAsync<AppendConflictException>(
            slower.AppendAsync(Of(other, new Opened("pagi")) with { Receipt = new([1]) }, default));

        conflict.Constraint.ShouldBe("command_pkey");
        (await store.Streams.ReadAsync(Metro, other, default)).ShouldBeEmpty();
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_answer_can_be_kept_without_an_event(int version)
    {
        await using var store = await CreateAsync(version);
        var command = store.NewId();
        await using (var first = await store.Streams.BeginAsync(new(Metro, command, []), default))
            await first.AppendAsync(new([]) { Receipt = new([1], "ditolak") }, default);

        await using var again = await store.Streams.BeginAsync(new(Metro, command, []), default);

        again.Earlier!.Answer.ShouldBe("ditolak");
        again.Earlier.Stream.ShouldBeNull();
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task The_same_id_in_another_office_is_another_command(int version)
    {
        await using var store = await CreateAsync(version);
        var command = store.NewId();
        await using (var metro = await store.Streams.BeginAsync(new(Metro, command, []), default))
            await metro.AppendAsync(new([]) { Receipt = new([1]) }, default);

        await using var bima = await store.Streams.BeginAsync(new(Bima, command, []), default);

        bima.Earlier.ShouldBeNull();
    }
}
