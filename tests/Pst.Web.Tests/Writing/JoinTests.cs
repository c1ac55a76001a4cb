using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

/// <summary>Records of one person that were joined count together, until they are parted.</summary>
public sealed class JoinTests : IAsyncLifetime
{
    const string Today = "2026-11-16";

    RunningPst pst = null!;
    OfficeCode bima;

    public async Task InitializeAsync()
    {
        pst = await RunningPst.StartAsync();
        bima = await pst.OpenAsync("5272");
    }

    [Fact]
    public async Task The_quota_counts_for_both_records_and_for_each_again_after_parting()
    {
        var (first, second) = (await CopiedAsync("siti@example.org", "09", 6), await CopiedAsync("aminah@example.org", "10", 3));
        (await JoinAsync(first, second)).ShouldBeOfType<Done<StreamAnswer>>();

        var visit = await SignedAsync("siti@example.org", "11");
        await ServedAsync(visit, "11");
        var refused = await pst.SendAsync(bima, visit, "make_copies", Copies(2, "11:20"));
        refused.ShouldBeOfType<Denied<VisitAnswer>>().Reason.Values().ShouldBe([1], "6 and 3 of 10 are used");

        (await SendAsync(await VisitorAsync(first), new VisitorCommand.Part())).ShouldBeOfType<Done<StreamAnswer>>();
        await pst.DoAsync(bima, visit, "make_copies", Copies(4, "11:30"));
    }

    [Fact]
    public async Task A_person_is_inside_once_whatever_record_they_sign_under()
    {
        var (first, second) = (await CopiedAsync("siti@example.org", "09", 1), await CopiedAsync("aminah@example.org", "10", 1));
        (await JoinAsync(first, second)).ShouldBeOfType<Done<StreamAnswer>>();
        await SignedAsync("siti@example.org", "11");

        var again = new VisitId(Guid.CreateVersion7());
        await pst.DoAsync(bima, again, "arrive", Arrive("12"));
        (await pst.SendAsync(bima, again, "sign_guestbook", RunningPst.Guestbook("aminah@example.org", At("12:05"))))
            .ShouldBeOfType<Denied<VisitAnswer>>().Reason.Code.ShouldBe("visitor_already_inside");
    }

    [Fact]
    public async Task Two_who_are_inside_are_not_joined()
    {
        var (first, second) = (await SignedAsync("siti@example.org", "09"), await SignedAsync("aminah@example.org", "10"));
        (await JoinAsync(first, second)).ShouldBeOfType<Denied<StreamAnswer>>().Reason.Code.ShouldBe("both_inside");
    }

    [Fact]
    public async Task The_log_makes_the_same_guards_again()
    {
        var worker = pst.Get<PstDatabase>().Worker;
        await JoinAsync(await CopiedAsync("siti@example.org", "09", 1), await CopiedAsync("aminah@example.org", "10", 1));
        var kept = await GuardRows.AllAsync(worker);
        kept.ShouldContain("guard_person");

        await new GuardRebuild(worker, pst.Get<EventLog>(), pst.Get<Sequencer>()).RunAsync(CancellationToken.None);
        (await GuardRows.AllAsync(worker)).ShouldBe(kept);
    }

    public async Task DisposeAsync() => await pst.DisposeAsync();

    async Task<Outcome<StreamAnswer>> JoinAsync(VisitId one, VisitId other) =>
        await SendAsync(await VisitorAsync(one), new VisitorCommand.Join(await VisitorAsync(other)));

    Task<Outcome<StreamAnswer>> SendAsync(VisitorId record, VisitorCommand command) =>
        pst.Get<VisitorWriter>().SendAsync(new(bima, record, command, RunningPst.Supervisor, pst.NewId()), CancellationToken.None);

    /// <summary>Somebody who was served, had sheets copied and left.</summary>
    async Task<VisitId> CopiedAsync(string email, string hour, int sheets)
    {
        var visit = await SignedAsync(email, hour);
        await ServedAsync(visit, hour);
        await pst.DoAsync(bima, visit, "make_copies", Copies(sheets, $"{hour}:20"));
        await pst.DoAsync(bima, visit, "depart", $$"""{"occurredAt":"{{At($"{hour}:30")}}"}""");
        return visit;
    }

    Task<VisitId> SignedAsync(string email, string hour) => pst.SignedAsync(bima, email, At($"{hour}:00"));

    Task<VisitAnswer> ServedAsync(VisitId visit, string hour) =>
        pst.DoAsync(bima, visit, "serve", $$"""{"desk":"1","occurredAt":"{{At($"{hour}:10")}}"}""");

    async Task<VisitorId> VisitorAsync(VisitId visit)
    {
        await using var command = pst.Get<PstDatabase>().Worker.CreateCommand("select visitor from vault.signing where visit = $1");
        command.Parameters.Add(new() { Value = visit.Value });
        return new((Guid)(await command.ExecuteScalarAsync())!);
    }

    static string Arrive(string hour) => $$"""{"channel":"offline","occurredAt":"{{At($"{hour}:00")}}"}""";
    static string Copies(int sheets, string time) => $$"""{"sheets":{{sheets}},"occurredAt":"{{At(time)}}"}""";
    static string At(string time) => $"{Today}T{time}:00+08:00";
}
