using Microsoft.Extensions.Configuration;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Web.Commands;
using Pst.Web.Hosting;
using Pst.Web.Tests.Writing;

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
        await pst.DoAsync(office, visit, "serve", """{"desk":"1"}""");
        await pst.DoAsync(office, visit, "make_copies", """{"sheets":3}""");
        while (await pst.Get<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        return new(pst, await OpenDatabase.JoinAsync(Named(pst), CancellationToken.None));
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
        await Database.DisposeAsync();
        await pst.DisposeAsync();
    }

    static IConfiguration Named(RunningPst pst) =>
        new ConfigurationBuilder().AddInMemoryCollection([new("ConnectionStrings:Pst", Login(pst))]).Build();

    // The login behind the two roles.
    static string Login(RunningPst pst) =>
        new NpgsqlConnectionStringBuilder(pst.Get<PstDatabase>().Worker.ConnectionString) { Options = null }.ConnectionString;
}
