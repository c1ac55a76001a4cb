using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Proof;
using Pst.Web.Commands;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Proving;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Erasing;

/// <summary>A backup that was made before an erasure does not bring back who was forgotten.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    Forgettable office = null!;

    public async Task InitializeAsync() => office = await Forgettable.StartAsync();
    public async Task DisposeAsync() => await office.Pst.DisposeAsync();

    [Fact]
    public async Task What_was_erased_since_the_backup_is_erased_again_before_anybody_is_served()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await office.VisitedAsync("2026-11-16", "lain@contoh.example");
        await office.CatchUpAsync();
        var backup = await CopyAsync("restored");
        (await office.EraseAsync(visitor)).ShouldBeOfType<Done<ErasureAnswer>>();

        await using var restored = await RunningPst.StartAsync(backup, office.Pst.Folder);
        var there = new Forgettable(restored, office.Office);
        (await there.VaultAsync()).ShouldContain(it => it.Contains(Forgettable.Email), "the backup has it");
        (await CheckAsync(restored)).ShouldHaveSingleItem().ShouldContain("1 erasures of");

        await restored.Get<ErasureReplay>().RunAsync(CancellationToken.None);

        (await there.VaultAsync()).ShouldAllBe(it => !it.Contains(Forgettable.Email));
        (await there.VaultAsync()).ShouldContain(it => it.Contains("lain@contoh.example"));
        (await there.FaultsAsync()).ShouldBeEmpty();
        (await CheckAsync(restored)).ShouldBeEmpty();
        await restored.Get<Notary>().SignAsync(CancellationToken.None);
        (await InspectAsync(restored)).ShouldBeEmpty();

        await restored.Get<ErasureReplay>().RunAsync(CancellationToken.None);
        (await there.ReadAsync("select type from pst.mt_events where type = 'data_erased'")).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_file_that_lacks_erasures_is_noticed_and_filled_up()
    {
        var (_, visitor) = await office.VisitedAsync("2026-11-16");
        await office.EraseAsync(visitor);
        var file = office.Pst.Get<ErasureFile>().Path;
        var kept = await File.ReadAllTextAsync(file);
        Forgettable.Marks.ShouldAllBe(it => !kept.Contains(it));

        File.Delete(file);
        (await CheckAsync(office.Pst)).ShouldHaveSingleItem().ShouldContain("1 erasures of the log are missing");
        await using var again = await RunningPst.StartAsync(office.Pst.Login, office.Pst.Folder);
        await again.Get<ErasureReplay>().RunAsync(CancellationToken.None);

        (await File.ReadAllTextAsync(file)).ShouldBe(kept);
    }

    [Fact]
    public async Task A_line_that_a_power_cut_left_half_written_spoils_no_other()
    {
        var (_, first) = await office.VisitedAsync("2026-11-16");
        var (_, second) = await office.VisitedAsync("2026-11-16", "lain@contoh.example");
        await office.EraseAsync(first);
        await File.AppendAllTextAsync(office.Pst.Get<ErasureFile>().Path, """{"Erasure":"0198""");
        (await office.Pst.Get<ErasureFile>().ReadAsync()).Damaged.ShouldBe(1);

        await office.EraseAsync(second);

        var (entries, damaged) = await office.Pst.Get<ErasureFile>().ReadAsync();
        (entries.Count, damaged).ShouldBe((2, 0));
    }

    async Task<string> CopyAsync(string name)
    {
        await office.Pst.LetGoAsync();
        var login = new NpgsqlConnectionStringBuilder(office.Pst.Login);
        var (ours, copy) = (login.Database, $"{login.Database}_{name}");
        login.Database = "postgres";
        await using var connection = new NpgsqlConnection(login.ConnectionString);
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {copy} template {ours}", connection);
        await create.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(office.Pst.Login) { Database = copy }.ConnectionString;
    }

    static async Task<IReadOnlyList<string>> CheckAsync(RunningPst pst) =>
        await new ErasureCheck(pst.Get<PstDatabase>().Worker, pst.Get<ErasureFile>()).FaultsAsync(CancellationToken.None);

    static async Task<IReadOnlyList<string>> InspectAsync(RunningPst pst)
    {
        var inspection = new Inspection(
            pst.Get<PstDatabase>().Worker, pst.Get<EventLog>(), pst.Get<Sequencer>(),
            [.. pst.Get<LogKeys>().All.Select(it => it.PublicKey)], [], pst.Get<ErasureFile>());
        var faults = await inspection.FaultsAsync(_ => { }, CancellationToken.None);
        return [.. faults.Select(it => it.What), .. await inspection.BesideAsync(CancellationToken.None)];
    }
}
