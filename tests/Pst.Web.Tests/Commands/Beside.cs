using Microsoft.Extensions.Configuration;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Proof;
using Pst.Web.Commands;
using Pst.Web.Complaints;
using Pst.Web.Erasing;
using Pst.Web.Hosting;
using Pst.Web.Proving;
using Pst.Web.Tests.Writing;
using Pst.Web.Vault;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Commands;

/// <summary>
/// A database with one visit from the door to the door, a command that works beside the program, and one who may do all there.
/// </summary>
internal sealed class Beside : IAsyncDisposable
{
    readonly RunningPst pst;

    Beside(RunningPst pst, OpenDatabase database) => (this.pst, Database) = (pst, database);

    public OpenDatabase Database { get; }

    public static async Task<Beside> AVisitAsync()
    {
        var pst = await RunningPst.StartAsync();
        var office = await pst.OpenAsync("5272");
        var visit = await pst.SignedAsync(office, "sari@contoh.example", "2026-11-16T09:00:00+08:00");
        await SignAsync(pst); // positions 1 to 4
        await pst.DoAsync(office, visit, "serve", """{"desk":"1"}""");
        await pst.DoAsync(office, visit, "make_copies", """{"sheets":3}""");
        await SignAsync(pst);
        return new(pst, await OpenDatabase.JoinAsync(Named(pst), CancellationToken.None));
    }

    /// <summary>The same and one who has just signed the guestbook; signed were the sizes 4, 6 and 8.</summary>
    public static async Task<Beside> TwoVisitsAsync()
    {
        var beside = await AVisitAsync();
        await beside.pst.SignedAsync(new OfficeCode("5272"), "budi@contoh.example", "2026-11-16T10:00:00+08:00");
        await beside.SignAsync();
        return beside;
    }

    /// <summary>Notes of the visit at positions 3 to 6 what somebody saw there; at positions 9 and 10.</summary>
    public async Task WriteAsync(params string[] notes)
    {
        await using var served = Database.Worker.CreateCommand("select stream_id from pst.mt_events where type = 'served'");
        var visit = new VisitId((Guid)(await served.ExecuteScalarAsync())!);
        foreach (var note in notes) await pst.DoAsync(new("5272"), visit, "take_note", $$"""{"text":"{{note}}"}""");
    }

    /// <summary>Somebody complains; at position 9.</summary>
    public async Task ComplainAsync(string what)
    {
        var text = VaultEntry.Text.Of(what);
        var receive = new ComplaintCommand.Receive(ComplaintWay.Online, IsAnonymous: false, text.Id, null);
        (await pst.Get<ComplaintWriter>().SendAsync(
            new(new("5272"), new(Guid.CreateVersion7()), receive, RunningPst.Supervisor, pst.NewId(), null, text,
                new VaultEntry.Complainant("Dewi", "dewi@contoh.example", null)), CancellationToken.None))
            .ShouldBeOfType<Done<StreamAnswer>>();
    }

    /// <summary>What `verify` says, with this program's keys.</summary>
    public async Task<(int Status, string Said)> VerifyAsync(bool isWhole = false, params IReadOnlyList<SignedCheckpoint> witnessed)
    {
        var said = new StringWriter();
        var check = new Inspection(
            Database.Worker, Database.Log, Database.Sequencer, [.. pst.Get<LogKeys>().All.Select(it => it.PublicKey)], witnessed,
            pst.Get<ErasureFile>());
        return (await VerifyCommand.CheckAsync(check, Database, isWhole, said, CancellationToken.None), said.ToString());
    }

    /// <summary>What an auditor takes home of a visit of that office.</summary>
    public Task<Bundle?> BundleAsync(OfficeCode office, VisitId visit) =>
        pst.Get<Evidence>().OfVisitAsync(office, visit, CancellationToken.None);

    /// <summary>What has been signed, the oldest first.</summary>
    public Task<IReadOnlyList<SignedCheckpoint>> SignedAsync() => pst.Get<Checkpoints>().AfterAsync(0, 100, CancellationToken.None);

    /// <summary>Takes all projections to the head of the log.</summary>
    public Task CatchUpAsync() => pst.Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);

    /// <summary>Signs what there is, with this program's keys.</summary>
    public Task SignAsync() => SignAsync(pst);

    /// <summary>Puts a checkpoint in the place of the one of its size.</summary>
    /// <param name="key">By which it is signed; null for the program's own.</param>
    public Task SignAgainAsync(Checkpoint checkpoint, SigningKey? key = null)
    {
        var note = new SignedCheckpoint(checkpoint, [(key ?? pst.Get<LogKeys>().All[^1]).Sign(checkpoint)]).Note;
        return TamperAsync($"update pst.log_checkpoint set note = '{note}' where size = {checkpoint.Size}");
    }

    static async Task SignAsync(RunningPst pst)
    {
        while (await pst.Get<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        await pst.Get<Notary>().SignAsync(CancellationToken.None);
    }

    /// <summary>As the server's superuser, with the triggers off that keep everybody else from it.</summary>
    public async Task TamperAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Login(pst));
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async ValueTask DisposeAsync()
    {
        var login = Login(pst);
        await Database.DisposeAsync();
        await pst.DisposeAsync();
        await using var pool = new NpgsqlConnection(login);
        NpgsqlConnection.ClearPool(pool);
    }

    static IConfiguration Named(RunningPst pst) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Pst", Login(pst))]).Build();

    // The login behind the two roles.
    static string Login(RunningPst pst) =>
        new NpgsqlConnectionStringBuilder(pst.Get<PstDatabase>().Worker.ConnectionString) { Options = null }.ConnectionString;
}
