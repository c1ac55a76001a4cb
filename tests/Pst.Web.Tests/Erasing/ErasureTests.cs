using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.OwnData;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>Who is forgotten is in no row of the vault any more, and nothing else has changed.</summary>
public sealed class ErasureTests : IAsyncLifetime
{
    Forgettable office = null!;

    public async Task InitializeAsync() => office = await Forgettable.StartAsync();
    public async Task DisposeAsync() => await office.Pst.DisposeAsync();

    [Fact]
    public async Task Nothing_of_the_person_is_left_and_the_figures_stay()
    {
        await office.VisitedAsync("2026-11-16");
        var (_, visitor) = await office.VisitedAsync("2026-11-17");
        var (other, _) = await office.VisitedAsync("2026-11-17", "lain@contoh.example");
        await office.Pst.Get<Web.Mail.Outbox>().PutAsync(
            new(Guid.CreateVersion7(), EmailAddress.Parse(Forgettable.Email, null), new("Kode", "1234"), DateTimeOffset.MaxValue),
            CancellationToken.None);
        (await office.VaultAsync()).ShouldContain(it => it.Contains(Forgettable.Email));
        var (figures, guests) = (await office.FiguresAsync(), (await office.VaultAsync()).Count(it => it.Contains("lain@contoh")));

        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();

        (await office.VaultAsync()).ShouldAllBe(it => !it.Contains(Forgettable.Email) && !it.Contains("K7QZ") || it.Contains($"{other}"));
        (await office.VaultAsync()).Count(it => it.Contains("lain@contoh")).ShouldBe(guests, "somebody else");
        (await office.VaultAsync()).ShouldContain(it => it.Contains("Diminta sendiri"));
        (await office.FiguresAsync()).ShouldBe(figures);
        (await office.FaultsAsync()).ShouldBeEmpty();
        (await office.ReadAsync("select type from pst.mt_events where type = 'data_erased'")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_attached_file_that_was_changed_or_taken_away_is_found()
    {
        var file = new VaultEntry.Attachment([1, 2, 3], Commitment.NewSalt());
        await office.ComplainedAsync("2026-11-16", "Lihat lampiran.", Forgettable.Email, file);
        (await office.FaultsAsync()).ShouldBeEmpty();
        await office.ReadAsync("update vault.attachment set content = decode('010204', 'hex')");
        (await office.FaultsAsync()).ShouldHaveSingleItem().ShouldContain("the file that it refers to is not what lies in the vault");
        await office.ReadAsync("delete from vault.attachment");
        (await office.FaultsAsync()).ShouldHaveSingleItem().ShouldContain("the file that it refers to is missing");
    }

    [Fact]
    public async Task What_was_complained_of_under_the_same_address_goes_too_once_it_is_over()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await office.DismissAsync(await office.ComplainedAsync("2026-11-16", "Kursi patah.", Forgettable.Email));
        await office.ComplainedAsync("2026-11-17", "Ruang panas.", Forgettable.Email);
        await office.DismissAsync(await office.ComplainedAsync("2026-11-17", "Lampu mati.", "lain@contoh.example"));

        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();

        var left = string.Concat(await office.VaultAsync());
        left.ShouldNotContain("Kursi patah.");
        left.ShouldContain("Ruang panas.");
        left.ShouldContain(Forgettable.Email, Case.Sensitive, "who waits for an answer is still written to");
        left.ShouldContain("Lampu mati.");
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task All_records_of_the_person_go_together_and_the_log_makes_the_same_guards()
    {
        var (_, first) = await office.VisitedAsync("2026-11-16");
        var (_, second) = await office.VisitedAsync("2026-11-17", "padmawati2@rahasia.example");
        (await office.SendAsync(first, new VisitorCommand.Join(second))).ShouldBeOfType<Done<StreamAnswer>>();

        (await office.EraseAsync(first)).ShouldBeOfType<Done<ErasureAnswer>>();

        (await office.VaultAsync()).ShouldAllBe(it => !Forgettable.Marks.Any(it.Contains));
        (await office.FaultsAsync()).ShouldBeEmpty();
        (await office.EraseAsync(second)).ShouldBeOfType<Denied<ErasureAnswer>>().Reason.Code.ShouldBe("already_erased");
        var worker = office.Pst.Get<PstDatabase>().Worker;
        var kept = await GuardRows.AllAsync(worker);
        kept.ShouldContain("guard_erasure");
        await new GuardRebuild(worker, office.Pst.Get<EventLog>(), office.Pst.Get<Sequencer>()).RunAsync(CancellationToken.None);
        (await GuardRows.AllAsync(worker)).ShouldBe(kept);
    }

    [Fact]
    public async Task It_is_refused_while_the_visit_is_open_under_a_hold_and_while_the_archive_must_keep_it()
    {
        var visit = await office.Pst.SignedAsync(office.Office, Forgettable.Email, Forgettable.At("2026-11-18", "09:00"));
        var visitor = new VisitorId(Guid.Parse((await office.ReadAsync("select visitor::text from vault.visitor")).Single()));
        await RefusedAsync(visitor, "visit_still_open");
        await office.DoAsync(visit, "depart", $$"""{"occurredAt":"{{Forgettable.At("2026-11-18", "10:00")}}"}""");

        await office.SendAsync(visitor, new VisitorCommand.Hold(Guid.CreateVersion7()));
        await RefusedAsync(visitor, "under_hold");
        await office.SendAsync(visitor, new VisitorCommand.Lift(Guid.CreateVersion7()));

        await office.Pst.OpenAsync("5272", it => it with { Local = it.Local with { ArchiveDays = 30 } });
        await RefusedAsync(visitor, "archive_duty");
        await office.Pst.OpenAsync("5272");
        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();
    }

    [Fact]
    public async Task Two_taps_are_one_and_nobody_unknown_is_forgotten()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        var id = office.Pst.NewId();
        (await office.EraseAsync(visitor, id: id)).ShouldBeOfType<Done<ErasureAnswer>>().IsReplayed.ShouldBeFalse();
        (await office.EraseAsync(visitor, id: id)).ShouldBeOfType<Done<ErasureAnswer>>().IsReplayed.ShouldBeTrue();
        await RefusedAsync(new(Guid.CreateVersion7()), "visitor_not_found");
    }

    [Fact]
    public async Task A_reason_that_names_the_person_is_not_kept()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await office.EraseAsync(visitor, "Bapak zulkarnain meminta");
        (await office.VaultAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_is_written_about_an_erased_visit_later_is_no_fault_and_goes_with_the_next_erasure()
    {
        var (visit, visitor) = await office.VisitedAsync("2026-11-16");
        await office.EraseAsync(visitor);
        await office.DoAsync(visit, "correct", $$"""{"eventVersion":2,"field":"purpose","to":2,"reason":"{{Forgettable.Words}}"}""");

        await office.Pst.Get<ReadRecords>().RecordAsync(
            office.Office, [VisitorId.OfUnsigned(visit)], new(Seen.Reasons, SeenFor.Audit, Forgettable.Words, visit), RunningPst.Supervisor,
            CancellationToken.None);

        (await office.FaultsAsync()).ShouldBeEmpty();
        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();
        (await office.VaultAsync()).ShouldAllBe(it => !it.Contains(Forgettable.Words));
    }

    [Fact]
    public async Task What_the_person_asked_and_why_somebody_looked_goes_too()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        var words = VaultEntry.Text.Of($"{Forgettable.Words}: hapus");
        var asking = new OwnDataCommand.Ask(DataRequestKind.Erasure, words.Id);
        (await office.Pst.Get<OwnDataWriter>().SendAsync(
            new(office.Office, visitor, asking, RunningPst.Supervisor, office.Pst.NewId(), null, words), CancellationToken.None))
            .ShouldBeOfType<Done<StreamAnswer>>();
        await office.Pst.Get<ReadRecords>().RecordAsync(
            office.Office, [visitor], new(Seen.Details, SeenFor.Complaint, Forgettable.Words), RunningPst.Supervisor,
            CancellationToken.None);

        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();

        (await office.VaultAsync()).ShouldAllBe(it => !it.Contains(Forgettable.Words));
        (await office.FaultsAsync()).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("insert into vault.signing select * from kept_signing", "what was signed in the guestbook was erased and lies in")]
    [InlineData("insert into vault.held_id select * from kept_held_id", "the held card was erased and lies in")]
    [InlineData("insert into vault.text select * from kept_text", "what was written about the visit was erased and lies in")]
    [InlineData("insert into vault.visitor select * from kept_visitor", "who the visitor is was erased and lies in")]
    [InlineData("delete from vault.signing", "what was signed in the guestbook is missing")]
    public async Task What_comes_back_is_a_fault_and_so_is_what_goes_without_an_erasure(string sql, string says)
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await office.VisitedAsync("2026-11-17", "lain@contoh.example");
        foreach (var table in (string[])["signing", "held_id", "text", "visitor"])
            await office.ReadAsync($"create table kept_{table} as select * from vault.{table} where {Theirs(table, visitor)}");
        await office.EraseAsync(visitor);
        (await office.FaultsAsync()).ShouldBeEmpty();

        await office.ReadAsync(sql);

        (await office.FaultsAsync()).ShouldContain(it => it.Contains(says));
    }

    static string Theirs(string table, VisitorId visitor) => table is "signing" or "visitor"
        ? $"visitor = '{visitor}'" : $"visit in (select visit from vault.signing where visitor = '{visitor}')";

    async Task RefusedAsync(VisitorId visitor, string code) =>
        (await office.EraseAsync(visitor)).ShouldBeOfType<Denied<ErasureAnswer>>().Reason.Code.ShouldBe(code);
}
