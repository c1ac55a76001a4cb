using static Pst.Domain.SoftcopyCommand;
using static Pst.Domain.SoftcopyRefusal;

namespace Pst.Domain.Specs;

/// <summary>A request for a softcopy from the form to its end. It is asked for on Monday, the second of March, in Metro.</summary>
public sealed class SoftcopySpecs
{
    static readonly Office Metro = OfficeFiles.Read("1872"), Bima = OfficeFiles.Read("5272");
    static readonly Guid Text = new("0195a3c2-7e11-7000-8000-00000000000a");
    static readonly DateTimeOffset Now = new(2026, 3, 2, 2, 0, 0, TimeSpan.Zero);
    static readonly PublicationId Book = new("1872-1");
    static readonly Ask Asks = new(Book, SoftcopyWay.Form, Why: Text, Pages: new(3, 9));
    static readonly SoftcopyFile Marked = new("0f", 2048, 7, "a1", IsWatermarked: true), Bare = Marked with { IsWatermarked = false };

    static readonly SoftcopyAsked Asked =
        new(new(new("1872"), 2026, 1), Book, SoftcopyWay.Form, null, Text, new(3, 9), null, null, new(2026, 3, 4));

    static readonly SoftcopyPrepared Prepared = new(Marked);
    static readonly SoftcopyDelivered Delivered = new(Now.AddDays(14));
    static readonly SoftcopyFetched Fetched = new();
    static readonly SoftcopyRated Rated = new(2, Text);

    static readonly SoftcopyCommand[] All =
    [
        Asks, new Prepare(Marked), new Deliver(), new HandOver(Marked), new Fetch(), new Rate(4), new Decline(Text),
        new CallBack(Text), new PassTime(),
    ];

    sealed record Story(SoftcopyRequest Request, SoftcopyFacts Facts)
    {
        public Story In(Office office) => this with { Facts = Facts with { Standard = office.Standard } };
        public Story At(DateTimeOffset now) => this with { Facts = Facts with { Now = now } };
        public Story After(int requests) => this with { Facts = Facts with { AskedThisYear = requests } };
        public Decision<SoftcopyEvent> When(SoftcopyCommand command) => SoftcopyDecider.Decide(command, Request, Facts);
    }

    static Story Given(params IEnumerable<SoftcopyEvent> history) => new(
        history.Aggregate(SoftcopyRequest.Initial, SoftcopyRequest.Evolve),
        new(new("1872"), Now, new(2026, 3, 2), new([]), Metro.Standard));

    [Fact]
    public void It_is_numbered_by_office_and_year_and_meant_to_be_delivered_within_two_working_days()
    {
        Given().When(Asks).Then(Asked);
        Given().After(41).When(Asks).Then(Asked with { Number = new(new("1872"), 2026, 42) });
        Given().After(SoftcopyNumber.Most).When(Asks).ThenRefused(new TooManyThisYear());
        Given(Asked).When(Asks).ThenRefused(new AlreadyAsked());
    }

    [Fact]
    public void It_comes_the_ways_that_the_standard_names()
    {
        Given().When(Asks with { Way = SoftcopyWay.Self }).ThenRefused(new DownloadNotOffered());
        Given().In(Bima).When(Asks).ThenRefused(new FormNotOffered());
        Given().In(Bima).When(Asks with { Way = SoftcopyWay.Self }).Then(Asked with { Way = SoftcopyWay.Self });
        Given().When(Asks with { Way = SoftcopyWay.Scan }).Then(Asked with { Way = SoftcopyWay.Scan });
        var without = Metro with { Standard = Metro.Standard with { Printed = Metro.Standard.Printed with { Scan = false } } };
        Given().In(without).When(Asks with { Way = SoftcopyWay.Scan }).ThenRefused(new ScanNotOffered());
    }

    [Fact]
    public void Nothing_goes_out_without_the_watermark_that_the_standard_promises()
    {
        Given(Asked).When(new Prepare(Bare)).ThenRefused(new NotWatermarked());
        Given(Asked).In(Bima).When(new Prepare(Bare)).Then(new SoftcopyPrepared(Bare));
        (Given(Asked) with { Facts = Given().Facts with { Standard = null } }).When(new Prepare(Bare)).ThenRefused(new NotWatermarked());
        Given(Asked).When(new HandOver(Bare)).ThenRefused(new NotWatermarked());
    }

    [Fact]
    public void What_was_made_while_its_visitor_waits_is_prepared_and_delivered_at_once()
    {
        Given(Asked).When(new HandOver(Marked)).Then(Prepared, Delivered);
        Given(Asked, Prepared).When(new HandOver(Marked)).Then(Prepared, Delivered);
        Given(Asked, Prepared, Delivered).When(new HandOver(Marked)).ThenRefused(new AlreadyDelivered());
        Given(Asked, new SoftcopyDeclined(Text)).When(new HandOver(Marked)).ThenRefused(new AlreadyDeclined());
    }

    [Fact]
    public void It_is_judged_once_when_it_was_answered_and_as_long_as_its_link_opens()
    {
        Given(Asked, Prepared).When(new Rate(2, Text)).ThenRefused(new NotDelivered());
        Given(Asked, Prepared, Delivered).At(Delivered.Until).When(new Rate(2, Text)).Then(Rated);
        Given(Asked, Prepared, Delivered).At(Delivered.Until.AddTicks(1)).When(new Rate(2)).ThenRefused(new RatingClosed());
        Given(Asked, Prepared, Delivered, new SoftcopyExpired()).When(new Rate(2)).ThenRefused(new RatingClosed());
        Given(Asked, Prepared, Delivered, Rated).When(new Rate(4)).ThenRefused(new AlreadyRated());
        Given(Asked, Prepared, Delivered, Rated).When(new Fetch()).Then(Fetched);
        Given(Asked, new SoftcopyDeclined(Text)).When(new Rate(2, Text)).Then(Rated);
        Given(Asked, new SoftcopyDeclined(Text), Rated).When(new Rate(2)).ThenRefused(new AlreadyRated());
    }

    [Fact]
    public void It_is_prepared_again_until_it_is_delivered()
    {
        Given(Asked).When(new Deliver()).ThenRefused(new NotPrepared());
        Given(Asked).When(new Prepare(Marked)).Then(Prepared);
        Given(Asked, Prepared).When(new Prepare(Marked)).Then(Prepared);
        Given(Asked, Prepared).When(new Deliver()).Then(Delivered);
        Given(Asked, Prepared, Delivered).When(new Prepare(Marked)).ThenRefused(new AlreadyDelivered());
        Given(Asked, Prepared, Delivered).When(new Deliver()).ThenRefused(new AlreadyDelivered());
    }

    [Fact]
    public void It_is_fetched_ten_times_within_fourteen_days()
    {
        var often = Given([Asked, Prepared, Delivered, .. Enumerable.Repeat(Fetched, 9)]);
        Given(Asked, Prepared).When(new Fetch()).ThenRefused(new NotDelivered());
        often.At(Delivered.Until).When(new Fetch()).Then(Fetched);
        often.At(Delivered.Until.AddTicks(1)).When(new Fetch()).ThenRefused(new LinkExpired());
        Given([Asked, Prepared, Delivered, .. Enumerable.Repeat(Fetched, 10)]).When(new Fetch()).ThenRefused(new FetchedOften());
    }

    [Fact]
    public void The_link_ends_once()
    {
        Given(Asked).At(Delivered.Until.AddDays(1)).When(new PassTime()).ThenNothing();
        Given(Asked, Prepared, Delivered).At(Delivered.Until).When(new PassTime()).ThenNothing();
        Given(Asked, Prepared, Delivered).At(Delivered.Until.AddTicks(1)).When(new PassTime()).Then(new SoftcopyExpired());
        Given(Asked, Prepared, Delivered, new SoftcopyExpired()).At(Delivered.Until.AddDays(1)).When(new PassTime()).ThenNothing();
        Given(Asked, Prepared, Delivered, new SoftcopyExpired()).When(new Fetch()).ThenRefused(new LinkExpired());
    }

    [Fact]
    public void It_is_declined_with_a_reason_until_it_is_delivered()
    {
        var declined = new SoftcopyDeclined(Text);
        Given(Asked).When(new Decline(Text)).Then(declined);
        Given(Asked, Prepared).When(new Decline(Text)).Then(declined);
        Given(Asked, declined).When(new Prepare(Marked)).ThenRefused(new AlreadyDeclined());
        Given(Asked, Prepared, Delivered).When(new Decline(Text)).ThenRefused(new AlreadyDelivered());
        Given().When(new Decline(Text)).ThenRefused(new NotFound());
    }

    [Fact]
    public void What_was_given_is_called_back_once_while_its_link_opens()
    {
        var back = new SoftcopyCalledBack(Text);
        var given = Given(Asked, Prepared, Delivered, Fetched);
        Given(Asked, Prepared).When(new CallBack(Text)).ThenRefused(new NothingToCallBack());
        given.At(Delivered.Until).When(new CallBack(Text)).Then(back);
        given.At(Delivered.Until.AddTicks(1)).When(new CallBack(Text)).ThenRefused(new LinkExpired());
        Given(Asked, Prepared, Delivered, back).When(new Fetch()).ThenRefused(new AlreadyCalledBack());
        Given(Asked, Prepared, Delivered, back).When(new CallBack(Text)).ThenRefused(new AlreadyCalledBack());
        Given(Asked, Prepared, Delivered, back).When(new Deliver()).ThenRefused(new AlreadyCalledBack());
        Given(Asked, Prepared, Delivered, back).When(new Rate(1)).ThenRefused(new RatingClosed());
        Given(Asked, Prepared, Delivered, back).At(Delivered.Until.AddDays(1)).When(new PassTime()).ThenNothing();
        Given(Asked, new SoftcopyDeclined(Text)).When(new CallBack(Text)).ThenRefused(new AlreadyDeclined());
        Given().When(new CallBack(Text)).ThenRefused(new NotFound());
    }

    [Fact]
    public void What_is_accepted_can_follow_at_every_point_of_a_life()
    {
        SoftcopyEvent[][] lives =
        [
            [Asked, Prepared, Prepared, Delivered, Fetched, Rated, new SoftcopyExpired()],
            [Asked, Prepared, new SoftcopyDeclined(Text), Rated], [Asked, Prepared, Delivered, Rated, new SoftcopyCalledBack(Text)],
        ];
        foreach (var life in lives)
            foreach (var point in Enumerable.Range(0, life.Length + 1).SelectMany(it => Around(Given(life.Take(it)))))
                foreach (var command in All)
                    if (point.When(command) is Accepted<SoftcopyEvent>(var events))
                        events.Aggregate(point.Request, SoftcopyRequest.Evolve).ShouldNotBeNull();
    }

    // While the link opens, and behind that.
    static Story[] Around(Story story) => [story, story.At(Delivered.Until.AddDays(1))];

    [Theory, InlineData("SC-1872-2026-0001", true), InlineData("SC-1872-2026-9999", true), InlineData("SC-1872-2026-0000", false)]
    [InlineData("SC-1872-1999-0001", false), InlineData("sc-1872-2026-0001", false), InlineData("SC-1872-2026-1", false)]
    public void A_number_is_read_as_it_is_written(string written, bool isOne)
    {
        SoftcopyNumber.TryParse(written, null, out var number).ShouldBe(isOne);
        if (isOne) $"{number}".ShouldBe(written);
    }
}
