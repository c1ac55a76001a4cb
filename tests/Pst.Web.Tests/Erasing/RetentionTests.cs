using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>Data erase themselves when kept as long as the office says: once, told by a Berita Acara, and not under a hold.</summary>
public sealed class RetentionTests : IAsyncLifetime
{
    // Today is November 20th, and 30 days are kept: the 21st of October is the first day that stays.
    const string Old = "2026-10-20", Kept = "2026-10-21", New = "2026-11-16";

    Forgettable office = null!;

    public async Task InitializeAsync() =>
        office = await Forgettable.StartAsync(it => it with { Local = it.Local with { RetentionDays = 30 } });

    public async Task DisposeAsync() => await office.Pst.DisposeAsync();

    [Fact]
    public async Task What_has_been_kept_long_enough_goes_once_however_many_nodes_try()
    {
        var (old, gone) = await office.VisitedAsync(Old, "lama@rahasia.example");
        var (kept, _) = await office.VisitedAsync(Kept, "baru@rahasia.example");
        var figures = await office.FiguresAsync();

        var told = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => DestroyAsync()));

        var only = told.OfType<RecordsDestroyed>().ShouldHaveSingleItem();
        only.ShouldBe(new(
            only.Erasure, 1, new(2026, 10, 20), new(2026, 10, 20), 30, Visits: 1, People: 1, new(1, 1, 3), Withheld: 0));
        var left = string.Concat(await office.VaultAsync());
        left.ShouldNotContain($"{old}");
        left.ShouldNotContain($"{gone}");
        left.ShouldContain($"{kept}");
        (await office.FiguresAsync()).ShouldBe(figures);
        (await office.FaultsAsync()).ShouldBeEmpty();
        (await office.Pst.Get<ErasureFile>().ReadAsync()).Entries.ShouldHaveSingleItem().Facts.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Who_came_again_is_still_known_but_not_what_they_said_then()
    {
        var (old, visitor) = await office.VisitedAsync(Old);
        var (recent, same) = await office.VisitedAsync(New);
        same.ShouldBe(visitor);

        (await DestroyAsync())!.People.ShouldBe(0);

        var left = await office.VaultAsync();
        left.ShouldAllBe(it => !it.Contains($"{old}"));
        left.ShouldContain(it => it.Contains($"{recent}"));
        (await office.ReadAsync("select visitor::text from vault.visitor")).ShouldBe([$"{visitor}"]);
        (await office.FaultsAsync()).ShouldBeEmpty();
        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_hold_on_a_person_or_a_period_keeps_what_is_due_until_it_is_lifted()
    {
        var (_, person) = await office.VisitedAsync(Old, "ditahan@rahasia.example");
        await office.VisitedAsync("2026-10-06", "masa@rahasia.example");
        await office.SendAsync(person, new VisitorCommand.Hold(Guid.CreateVersion7()));
        await PeriodAsync(new RetentionCommand.HoldPeriod(new(2026, 10, 6), new(2026, 10, 7), Guid.CreateVersion7()));
        (await DestroyAsync()).ShouldBeNull();

        await PeriodAsync(new RetentionCommand.LiftPeriod(1, Guid.CreateVersion7()));
        var first = (await DestroyAsync())!;
        (first.Visits, first.Withheld).ShouldBe((1, 1));
        await office.SendAsync(person, new VisitorCommand.Lift(Guid.CreateVersion7()));
        (await DestroyAsync())!.Number.ShouldBe(2);

        (await office.VaultAsync()).ShouldAllBe(it => !it.Contains("rahasia.example"));
        var worker = office.Pst.Get<PstDatabase>().Worker;
        var kept = await GuardRows.AllAsync(worker);
        await new GuardRebuild(worker, office.Pst.Get<EventLog>(), office.Pst.Get<Sequencer>()).RunAsync(CancellationToken.None);
        (await GuardRows.AllAsync(worker)).ShouldBe(kept);
    }

    [Fact]
    public async Task A_held_period_also_stops_a_request()
    {
        var (_, visitor) = await office.VisitedAsync(New);
        await PeriodAsync(new RetentionCommand.HoldPeriod(new(2026, 11, 1), new(2026, 11, 30), Guid.CreateVersion7()));
        (await office.EraseAsync(visitor)).ShouldBeOfType<Denied<ErasureAnswer>>().Reason.Code.ShouldBe("under_hold");
    }

    [Fact]
    public async Task What_was_written_about_a_visit_that_nobody_signed_goes_too_and_an_open_visit_keeps_all()
    {
        var unsigned = new VisitId(Guid.CreateVersion7());
        await office.DoAsync(unsigned, "arrive", $$"""{"channel":"offline","occurredAt":"{{Forgettable.At(Old, "09:00")}}"}""");
        await office.DoAsync(unsigned, "void", $$"""{"reason":"{{Forgettable.Words}}"}""");
        await office.Pst.SignedAsync(office.Office, "masih@rahasia.example", Forgettable.At(Old, "10:00"));

        var told = (await DestroyAsync())!;

        (told.Visits, told.Rows.Texts, told.Rows.Signings).ShouldBe((1, 1, 0));
        (await office.VaultAsync()).ShouldAllBe(it => !it.Contains(Forgettable.Words));
        (await office.VaultAsync()).ShouldContain(it => it.Contains("masih@rahasia.example"));
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_complaint_that_is_over_goes_with_its_words_and_its_person_and_an_open_one_keeps_all()
    {
        await office.DismissAsync(await office.ComplainedAsync(Old, "Kursi patah.", "selesai@rahasia.example"));
        await office.ComplainedAsync(Old, "Ruang panas.", "menunggu@rahasia.example");

        var told = (await DestroyAsync())!;

        (told.Visits, told.People, told.Rows.Texts).ShouldBe((1, 1, 1));
        var left = string.Concat(await office.VaultAsync());
        left.ShouldNotContain("selesai@rahasia.example");
        left.ShouldNotContain("Kursi patah.");
        left.ShouldContain("menunggu@rahasia.example");
        left.ShouldContain("Ruang panas.");
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_somebody_asks_to_be_forgotten_the_schedule_may_come_and_neither_is_lost()
    {
        var (_, visitor) = await office.VisitedAsync(Old);
        var (erasing, destroying) = (office.EraseAsync(visitor), DestroyAsync());
        var (asked, told) = (await erasing, await destroying);

        (asked is Done<ErasureAnswer>).ShouldNotBe(told is not null);
        (await office.VaultAsync()).ShouldAllBe(it => !Forgettable.Marks.Any(it.Contains));
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    Task<RecordsDestroyed?> DestroyAsync() => office.Pst.Get<Destruction>().RunAsync(office.Office, CancellationToken.None);

    async Task PeriodAsync(RetentionCommand command) =>
        (await office.Pst.Get<RetentionWriter>().SendAsync(
            new(office.Office, command, RunningPst.Supervisor, office.Pst.NewId()), CancellationToken.None))
        .ShouldBeOfType<Done<StreamAnswer>>();
}
