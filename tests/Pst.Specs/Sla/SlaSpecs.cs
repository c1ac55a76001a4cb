using System.Text.Json;

namespace Pst.Domain.Specs;

public sealed class SlaSpecs
{
    static readonly JsonElement Vectors = Shared.Json("vectors/hours.json");
    static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(7));

    public static TheoryData<int> Judgements => IndexesOf("sla");
    public static TheoryData<int> Colours => IndexesOf("live");
    public static TheoryData<int> Signings => IndexesOf("instants");

    static TheoryData<int> IndexesOf(string list) => [.. Enumerable.Range(0, Vectors.GetProperty(list).GetArrayLength())];

    [Theory, MemberData(nameof(Judgements))]
    public void A_visit_is_judged_as_the_agreement_says(int index)
    {
        var vector = Vectors.GetProperty("sla")[index];
        var (name, expected) = (vector.GetProperty("name").GetString(), vector.GetProperty("expect"));
        var promise = PromiseOf(vector);

        if (Time(expected, "start") is { } start) promise.ClockStarts.ShouldBe(start, name);
        promise.Due.ShouldBe(Time(expected, "due"), name);
        var left = Time(vector, "leftAt");
        var visit = new Judged(true, promise, Time(vector, "servedAt"), Used: false, left, HasEnded: left is not null);
        Words.Of(Sla.Judge(visit, Time(vector, "now")!.Value)).ShouldBe(expected.GetProperty("verdict").GetString(), name);
    }

    static Promise PromiseOf(JsonElement vector)
    {
        var given = vector.GetProperty("completion");
        Words.TryRead<CompletionKind>(given.GetProperty("kind").GetString(), out var kind).ShouldBeTrue();
        var completion = new Completion(kind, given.GetProperty("minutes").Deserialize<int?>(), null, "");
        var before = Time(vector, "previousServedAt") is { } served ? new VisitorBefore(true, served) : VisitorBefore.None;
        var (arrived, signed) = (Time(vector, "arrivedAt")!.Value, Time(vector, "guestbookAt")!.Value);
        return Promise.Made(completion, HoursOf(vector), Channel.Offline, arrived, signed).After(before);
    }

    static ServiceHours HoursOf(JsonElement vector) =>
        OfficeFiles.HoursOf(Vectors.GetProperty("offices").GetProperty(vector.GetProperty("office").GetString()!));

    static DateTimeOffset? Time(JsonElement vector, string name) =>
        vector.TryGetProperty(name, out var time) ? time.Deserialize<DateTimeOffset?>() : null;

    [Theory, MemberData(nameof(Signings))]
    public void Five_minutes_from_the_guestbook_end_when_the_agreement_says(int index)
    {
        var vector = Vectors.GetProperty("instants")[index];
        var (hours, signed) = (HoursOf(vector), Time(vector, "at")!.Value);
        Promise.Made(OfficeFiles.Metro.Standard.Completion, hours, Channel.Offline, signed, signed).Due.ShouldBe(Time(vector, "due"));
    }

    [Theory, MemberData(nameof(Colours))]
    public void The_waiting_looks_as_the_agreement_says(int index)
    {
        var vector = Vectors.GetProperty("live")[index];
        var (start, minutes) = (Time(vector, "start")!.Value, vector.GetProperty("minutes").GetInt32());
        var promise = new Promise(CompletionKind.AfterGuestbook, start, minutes, start.AddMinutes(minutes), []);
        var urgency = promise.UrgencyAt(Time(vector, "now")!.Value, vector.GetProperty("amberAtPercent").GetInt32());
        Words.Of(urgency).ShouldBe(vector.GetProperty("state").GetString());
    }

    static Verdict Judge(Promise? promise, DateTimeOffset now, bool used = false, bool ended = false, bool promised = true) =>
        Sla.Judge(new(promised, promise, null, used, null, ended), now);

    static readonly Promise FiveMinutes = Steps.FiveMinutesFrom("2026-03-02T09:00:00+07:00"), Immediate = Steps.SignedOnline.Promise!;

    [Fact]
    public void What_was_not_promised_is_outside_compliance_and_what_was_never_signed_is_unknown()
    {
        Judge(FiveMinutes, Nine, promised: false).ShouldBe(Verdict.NoPromise);
        Judge(null, Nine, promised: false).ShouldBe(Verdict.NoPromise);
        Judge(null, Nine).ShouldBe(Verdict.Unknown);
        Judge(null, Nine, ended: true).ShouldBe(Verdict.Unknown);
    }

    [Fact]
    public void An_unknown_end_changes_no_verdict()
    {
        Judge(FiveMinutes, Nine.AddMinutes(5), ended: true).ShouldBe(Verdict.Pending);
        Judge(FiveMinutes, Nine.AddMinutes(5).AddTicks(1), ended: true).ShouldBe(Verdict.Missed);
        Judge(FiveMinutes, Nine.AddMinutes(5).AddTicks(1)).ShouldBe(Verdict.Missed);
    }

    [Fact]
    public void At_once_means_that_something_was_used()
    {
        Judge(Immediate, Nine).ShouldBe(Verdict.Pending);
        Judge(Immediate, Nine, used: true).ShouldBe(Verdict.Met);
        Judge(Immediate, Nine, used: true, ended: true).ShouldBe(Verdict.Met);
        Judge(Immediate, Nine, ended: true).ShouldBe(Verdict.Withdrawn);
    }

    [Theory, InlineData(0, 0, null), InlineData(1, 0, "100"), InlineData(0, 1, "0"), InlineData(1, 2, "33.33"), InlineData(2, 1, "66.67")]
    [InlineData(1, 799, "0.13"), InlineData(1, 31, "3.13"), InlineData(3, 797, "0.38")] // 0.125, 3.125 and 0.375: half up, not to even
    public void Compliance_is_kept_promises_of_those_judged(int met, int missed, string? percent) =>
        Sla.CompliancePercent(met, missed).ShouldBe(percent is null ? null : decimal.Parse(percent, null));
}
