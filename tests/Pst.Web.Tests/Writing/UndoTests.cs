using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Writing;

/// <summary>A step that was taken back leaves the rules across visits as if it had not been made.</summary>
public sealed class UndoTests : IAsyncLifetime
{
    const string Morning = "2026-11-16T09:00:00+08:00";

    static readonly (string Command, string Body)[] Steps =
    [
        ("hold_id", """{"kind":"sim"}"""), ("assign_locker", """{"locker":"1"}"""), ("call", """{"desk":"1"}"""), ("skip", "{}"),
        ("requeue", "{}"), ("step_out", "{}"), ("come_back", "{}"), ("serve", """{"desk":"1"}"""), ("make_copies", """{"sheets":4}"""),
        ("end_service", "{}"), ("report_jammed_locker", """{"reason":"kunci patah"}"""), ("assign_locker", """{"locker":"2"}"""),
        ("report_left_bag", """{"reason":"di gudang"}"""), ("assign_locker", """{"locker":"3"}"""), ("release_locker", "{}"),
        ("report_lost_id", """{"reason":"tidak ada di laci"}"""), ("hold_id", """{"kind":"sim"}"""),
        ("hand_over_id", """{"to":"Budi","reason":"dijemput"}"""), ("hold_id", """{"kind":"sim"}"""), ("return_id", "{}"), ("depart", "{}"),
        ("take_note", """{"text":"titip pesan"}"""), ("resolve_incident", """{"incident":JAMMED,"reason":"dibuka tukang"}"""),
    ];

    RunningPst pst = null!;
    OfficeCode office;

    public async Task InitializeAsync()
    {
        pst = await RunningPst.StartAsync();
        office = await pst.OpenAsync("5272");
    }

    public async Task DisposeAsync() => await pst.DisposeAsync();

    [Fact]
    public async Task Each_step_taken_back_leaves_the_guards_as_they_were_and_as_the_log_makes_them()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        var jammed = 0L;
        foreach (var (command, body) in Steps)
        {
            var before = await GuardsAsync();
            var said = body.Replace("JAMMED", $"{jammed}", StringComparison.Ordinal);
            await UndoneAsync(visit, command, said);
            (await GuardsAsync()).ShouldBe(before, command);
            var done = await pst.DoAsync(office, visit, command, said);
            if (command == "report_jammed_locker") jammed = done.Version;
        }
        (await Rebuild().DifferencesAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_ticket_number_once_given_stays_used()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        await UndoneAsync(visit, "transfer", """{"service":"KS"}""");

        var again = await pst.DoAsync(office, visit, "transfer", """{"service":"KS"}""");

        ((Transferred)again.Events[0].Data).Ticket.Number.ShouldBe(2);
        (await Rebuild().DifferencesAsync(CancellationToken.None)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_locker_that_another_took_meanwhile_is_not_taken_back()
    {
        var (first, second) = (await WithBagAsync("sari@contoh.example", "1"), await WithBagAsync("budi@contoh.example", "2"));
        var released = await pst.DoAsync(office, first, "release_locker", "{}");
        await pst.DoAsync(office, second, "release_locker", "{}");
        await pst.DoAsync(office, second, "assign_locker", """{"locker":"1"}""");

        (await UndoAsync(first, released.Version)).ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.LockerTaken()));
    }

    [Fact]
    public async Task Who_came_again_meanwhile_is_not_inside_twice()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        var left = await pst.DoAsync(office, visit, "depart", "{}");
        await pst.SignedAsync(office, "sari@contoh.example", Morning);

        (await UndoAsync(visit, left.Version)).ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.VisitorAlreadyInside()));
    }

    [Fact]
    public async Task Who_left_by_mistake_is_inside_again()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        await UndoneAsync(visit, "depart", "{}");

        var other = new VisitId(Guid.CreateVersion7());
        await pst.DoAsync(office, other, "arrive", $$"""{"channel":"offline","occurredAt":"{{Morning}}"}""");
        (await pst.SendAsync(office, other, "sign_guestbook", RunningPst.Guestbook("sari@contoh.example", Morning)))
            .ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.VisitorAlreadyInside()));
    }

    [Fact]
    public async Task What_somebody_else_recorded_is_theirs()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        var called = await pst.DoAsync(office, visit, "call", """{"desk":"1"}""");
        var asked = new AskedCommand(new VisitCommand.Undo(called.Version), null, TimeSpan.Zero);

        var outcome = await pst.Get<VisitWriter>().SendAsync(
            new(office, visit, asked, RunningPst.Supervisor with { Id = "test:other" }, pst.NewId()), CancellationToken.None);

        outcome.ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.UndoNotYours()));
    }

    [Fact]
    public async Task What_was_entered_late_is_no_wrong_tap()
    {
        var visit = await pst.SignedAsync(office, "sari@contoh.example", Morning);
        var called = await pst.DoAsync(office, visit, "call", $$"""{"desk":"1","occurredAt":"{{Morning}}"}""");

        (await UndoAsync(visit, called.Version)).ShouldBe(new Denied<VisitAnswer>(new VisitRefusal.UndoTooLate()));
    }

    async Task UndoneAsync(VisitId visit, string command, string body)
    {
        var done = await pst.DoAsync(office, visit, command, body);
        (await UndoAsync(visit, done.Version)).ShouldBeOfType<Done<VisitAnswer>>($"{command} taken back");
    }

    Task<Outcome<VisitAnswer>> UndoAsync(VisitId visit, long version) =>
        pst.SendAsync(office, visit, "undo", $$"""{"eventVersion":{{version}}}""");

    async Task<VisitId> WithBagAsync(string email, string locker)
    {
        var visit = await pst.SignedAsync(office, email, Morning);
        await pst.DoAsync(office, visit, "hold_id", """{"kind":"sim"}""");
        await pst.DoAsync(office, visit, "assign_locker", $$"""{"locker":"{{locker}}"}""");
        return visit;
    }

    Task<string> GuardsAsync() => GuardRows.AllAsync(pst.Get<PstDatabase>().Worker);

    GuardRebuild Rebuild() => new(pst.Get<PstDatabase>().Worker, pst.Get<EventLog>(), pst.Get<Sequencer>());
}
