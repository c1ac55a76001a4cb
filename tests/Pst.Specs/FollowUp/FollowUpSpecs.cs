using static Pst.Domain.FollowUpCommand;
using static Pst.Domain.FollowUpRefusal;

namespace Pst.Domain.Specs;

/// <summary>What the office does about what it was told, from the plan to what the public reads. It is the second of March.</summary>
public sealed class FollowUpSpecs
{
    static readonly Guid Sari = new("0195a3c2-7e11-7000-8000-000000000001"), Budi = new("0195a3c2-7e11-7000-8000-000000000002");
    static readonly Guid Stranger = new("0195a3c2-7e11-7000-8000-000000000003");
    static readonly Guid Text = new("0195a3c2-7e11-7000-8000-00000000000a"), Letter = new("0195a3c2-7e11-7000-8000-00000000000b");

    static readonly FollowUpCause LowTime = new(FollowUpReason.LowElement, Element.WAKTU, From: new(2026, 2, 1), To: new(2026, 2, 28));
    static readonly Open Opens = new(LowTime, Text, Sari, March(31));
    static readonly FollowUpOpened Opened = new(LowTime, Text, Sari, March(31));
    static readonly FollowUpProgressed Progressed = new(Text, Letter);
    static readonly FollowUpFinished Finished = new(Text, Letter);
    static readonly FollowUpDropped Dropped = new(Text);
    static readonly FollowUpPublished Published = new(Text, Letter);

    static DateOnly March(int day) => new(2026, 3, day);

    sealed record Story(FollowUp Action, FollowUpFacts Facts)
    {
        public Story On(DateOnly day) => this with { Facts = Facts with { Today = day } };
        public Decision<FollowUpEvent> When(FollowUpCommand command) => FollowUpDecider.Decide(command, Action, Facts);
    }

    static Story Given(params IEnumerable<FollowUpEvent> history) =>
        new(history.Aggregate(FollowUp.Initial, FollowUp.Evolve), new(March(2), [Sari, Budi]));

    [Fact]
    public void A_low_element_opens_an_action_with_an_owner_and_a_deadline() => Given().When(Opens).Then(Opened);

    [Fact]
    public void It_may_be_due_today_and_not_yesterday()
    {
        Given().When(Opens with { Deadline = March(2) }).Then(Opened with { Deadline = March(2) });
        Given().When(Opens with { Deadline = March(1) }).ThenRefused(new DeadlinePassed());
        Given(Opened).When(new Reschedule(March(1), Text)).ThenRefused(new DeadlinePassed());
    }

    [Fact]
    public void Only_who_works_here_answers_for_it()
    {
        Given().When(Opens with { Owner = Stranger }).ThenRefused(new OwnerUnknown());
        Given(Opened).When(new Assign(Stranger)).ThenRefused(new OwnerUnknown());
        Given(Opened).When(new Assign(Budi)).Then(new FollowUpAssigned(Budi));
    }

    [Fact]
    public void Work_goes_on_after_the_deadline()
    {
        var late = Given(Opened).On(new(2026, 4, 1));
        late.When(new NoteProgress(Text, Letter)).Then(Progressed);
        late.When(new Finish(Text, Letter)).Then(Finished);
        late.When(new Reschedule(new(2026, 4, 15), Text)).Then(new FollowUpRescheduled(new(2026, 4, 15), Text));
    }

    [Fact]
    public void Only_what_changes_is_recorded()
    {
        Given(Opened).When(new Assign(Sari)).ThenNothing();
        Given(Opened).When(new Reschedule(March(31), Text)).ThenNothing();
        Given(Opened, new FollowUpAssigned(Budi)).When(new Assign(Budi)).ThenNothing();
    }

    [Fact]
    public void What_is_done_or_dropped_stays_so()
    {
        foreach (FollowUpEvent end in (FollowUpEvent[])[Finished, Dropped])
            foreach (FollowUpCommand asked in (FollowUpCommand[])
                [new Assign(Budi), new Reschedule(March(30), Text), new NoteProgress(Text, null), new Finish(Text, null), new Drop(Text)])
                Given(Opened, Progressed, end).When(asked).ThenRefused(new Over());
    }

    [Fact]
    public void The_public_reads_what_was_done_and_not_what_is_planned()
    {
        Given(Opened).When(new Publish(Text, Letter)).ThenRefused(new NotFinished());
        Given(Opened, Dropped).When(new Publish(Text, Letter)).ThenRefused(new Over());
        Given(Opened, Finished).When(new Publish(Text, Letter)).Then(Published);
    }

    [Fact]
    public void What_is_public_may_be_put_better_and_taken_down()
    {
        Given(Opened, Finished, Published).When(new Publish(Letter, Text)).Then(new FollowUpPublished(Letter, Text));
        Given(Opened, Finished, Published).When(new Unpublish(Text)).Then(new FollowUpUnpublished(Text));
        Given(Opened, Finished, Published, new FollowUpUnpublished(Text)).When(new Unpublish(Text)).ThenRefused(new NotPublished());
        Given(Opened, Finished).When(new Unpublish(Text)).ThenRefused(new NotPublished());
    }

    [Fact]
    public void An_action_is_opened_once_and_nothing_is_done_to_none()
    {
        Given(Opened).When(Opens).ThenRefused(new AlreadyOpen());
        Given().When(new NoteProgress(Text, null)).ThenRefused(new NotFound());
    }

    static readonly FollowUpEvent[][] Lives =
        [[Opened, new FollowUpAssigned(Budi), new FollowUpRescheduled(March(30), Text), Progressed, Finished, Published,
            new FollowUpUnpublished(Text)], [Opened, Dropped]];

    static readonly FollowUpCommand[] Commands =
    [
        Opens, Opens with { Deadline = March(1) }, Opens with { Owner = Stranger }, new Assign(Budi), new Assign(Stranger),
        new Reschedule(March(30), Text), new NoteProgress(Text, Letter), new Finish(Text, null), new Drop(Text), new Publish(Text, Letter),
        new Unpublish(Text),
    ];

    static readonly IReadOnlyList<(Story Before, Decision<FollowUpEvent> Decision)> EveryCase =
    [
        .. from life in Lives
           from lived in Enumerable.Range(0, life.Length + 1)
           from command in Commands
           let story = Given(life.Take(lived))
           select (story, story.When(command)),
    ];

    [Fact]
    public void Every_command_is_asked_every_event_happens_and_every_refusal_is_met()
    {
        Commands.Select(it => it.GetType()).Distinct().ShouldBe(typeof(FollowUpCommand).GetNestedTypes(), ignoreOrder: true);
        EveryCase.SelectMany(it => it.Decision is Accepted<FollowUpEvent>(var events) ? events : []).Select(it => it.GetType()).Distinct()
            .ShouldBe(typeof(FollowUpEvent).Assembly.GetTypes().Where(it => it.BaseType == typeof(FollowUpEvent)), ignoreOrder: true);
        EveryCase.Select(it => it.Decision).OfType<Refused<FollowUpEvent>>().Select(it => it.Reason.GetType()).Distinct()
            .ShouldBe(typeof(FollowUpRefusal).GetNestedTypes(), ignoreOrder: true);
    }

    [Fact]
    public void What_is_accepted_can_be_followed_and_is_the_same_read_from_the_store()
    {
        foreach (var (before, decision) in EveryCase)
            if (decision is Accepted<FollowUpEvent>(var events))
                events.Select(Stored.AndReadBack).Aggregate(before.Action, FollowUp.Evolve)
                    .ShouldBe(events.Aggregate(before.Action, FollowUp.Evolve));
    }

    [Fact]
    public void A_stream_that_cannot_be_is_damage()
    {
        FollowUpEvent[][] damaged =
        [
            [Progressed], [Opened, Opened], [Opened, Published], [Opened, Dropped, Progressed], [Opened, Finished, Finished],
            [Opened, Dropped, Published], [Opened, Finished, new FollowUpUnpublished(Text)],
        ];
        foreach (var stream in damaged) Should.Throw<InvalidDataException>(() => Given(stream));
    }
}
