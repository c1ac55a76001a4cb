using Pst.EventStore;

namespace Pst.Projections.Tests;

using static Tale;

/// <summary>What an office does about what it was told, as it stands and as it stood.</summary>
public sealed class FollowUpsTests : IAsyncLifetime
{
    static readonly Guid Sari = new("00000000-0000-0000-0000-0000000000aa"), Text = new("00000000-0000-0000-0000-0000000000bb");
    static readonly Guid Letter = new("00000000-0000-0000-0000-0000000000cc");
    static readonly FollowUpCause LowTime = new(FollowUpReason.LowElement, Element.WAKTU, From: Monday, To: Monday.AddDays(6));

    TestLog log = null!;

    public async Task InitializeAsync() => log = await TestLog.CreateAsync();

    public async Task DisposeAsync() => await log.DisposeAsync();

    [Fact]
    public async Task What_waits_comes_first_by_its_deadline_and_what_is_over_last()
    {
        await AppendAsync(1, Opened(Monday.AddDays(9)));
        await AppendAsync(2, Opened(Monday.AddDays(2)), new FollowUpFinished(Text, Letter));
        await AppendAsync(3, Opened(Monday.AddDays(5)), new FollowUpProgressed(Text, Letter), new FollowUpProgressed(Letter, null));
        await AppendAsync(4, Opened(Monday.AddDays(1)), new FollowUpRescheduled(Monday.AddDays(20), Text));

        var list = await ListAsync();
        list.Select(it => it.Id).ShouldBe([Id(3), Id(1), Id(4), Id(2)]);
        (list[0].Row.Note, list[0].Row.Notes, list[0].Row.Evidence).ShouldBe((Letter, 2, [Letter]));
        (list[3].Row.Status, list[3].Row.Words).ShouldBe((FollowUpStatus.Finished, Text));
        list[0].Row.IsOverdue(Monday.AddDays(5)).ShouldBeFalse();
        list[0].Row.IsOverdue(Monday.AddDays(6)).ShouldBeTrue();
        list[3].Row.IsOverdue(Monday.AddDays(30)).ShouldBeFalse();
    }

    [Fact]
    public async Task The_public_reads_what_is_published_and_nothing_that_was_taken_down()
    {
        await AppendAsync(1, Opened(Monday), new FollowUpFinished(Text, null), new FollowUpPublished(Text, Letter));
        await AppendAsync(2, Opened(Monday), new FollowUpFinished(Text, null), new FollowUpPublished(Text, Letter),
            new FollowUpUnpublished(Text));
        await log.Runner().CatchUpAsync(default);
        (await Actions.PublicAsync(Metro, 5, default)).Select(it => it.Id).ShouldBe([Id(1)]);
    }

    [Fact]
    public async Task At_a_position_they_are_as_they_were_then()
    {
        await AppendAsync(1, Opened(Monday));
        var then = await log.Log.HeadAsync(default);
        await AppendAsync(1, new FollowUpFinished(Text, null));
        await AppendAsync(2, Opened(Monday));
        await log.Runner().CatchUpAsync(default);

        (await Actions.AtAsync(Metro, then, default)).Select(it => (it.Id, it.Row.Status)).ShouldBe([(Id(1), FollowUpStatus.Underway)]);
        var all = await Actions.AtAsync(Metro, await log.Log.HeadAsync(default), default);
        all.Select(it => it.Row).ShouldBe((await Actions.ListAsync(Metro, default)).Select(it => it.Row), ignoreOrder: true);
        (await Actions.AtAsync(Bima, then, default)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_plan_has_what_showed_in_its_days_or_was_opened_in_them()
    {
        await AppendAsync(1, Opened(Monday));
        await AppendAsync(2, Opened(Monday) with { Cause = FollowUpCause.ByHand });
        var zone = Office(Metro).Details.TimeZone;
        IEnumerable<FollowUpId> Of(int from, int to, IEnumerable<FollowUpLine> list) =>
            list.Where(it => it.Row.IsOf(Monday.AddDays(from), Monday.AddDays(to), zone)).Select(it => it.Id).OrderBy(it => it.Value);

        var list = await ListAsync();
        Of(0, 0, list).ShouldBe([Id(1), Id(2)]);
        Of(6, 9, list).ShouldBe([Id(1)]);
        Of(7, 9, list).ShouldBeEmpty();
        Of(-9, -1, list).ShouldBeEmpty();
    }

    FollowUps Actions => new(log.Tables, log.Log);

    static FollowUpOpened Opened(DateOnly deadline) => new(LowTime, Text, Sari, deadline);

    static FollowUpId Id(int number) => new(new Guid(number, 0, 0, new byte[8]));

    async Task<IReadOnlyList<FollowUpLine>> ListAsync()
    {
        await log.Runner().CatchUpAsync(default);
        return await Actions.ListAsync(Metro, default);
    }

    async Task AppendAsync(int number, params IEnumerable<FollowUpEvent> events)
    {
        await log.AppendAsync(
            Metro, Id(number).Value, Types, [.. events.Select(it => new EventToAppend(it, new Envelope(At("09:00"), $"user:{Sari}")))]);
        await log.SequenceAsync();
    }
}
