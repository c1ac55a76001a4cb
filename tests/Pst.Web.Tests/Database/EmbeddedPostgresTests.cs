using System.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pst.Testing;
using Pst.Web.Database;

namespace Pst.Web.Tests.Database;

public sealed class EmbeddedPostgresTests : IAsyncLifetime
{
    string folder = "";

    [Fact]
    public async Task What_was_written_is_there_at_the_next_start()
    {
        await using (var first = await StartAsync())
            await ExecuteAsync(first, "create table kept as select 7 as answer");
        await using var second = await StartAsync();
        (await ExecuteAsync(second, "select answer from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task A_server_that_outlived_its_program_is_taken_over()
    {
        var survivor = await StartUnwatchedAsync();
        await using var next = await StartAsync();
        next.ProcessId.ShouldBe(survivor.Process.Running);
    }

    [Fact]
    public async Task A_server_that_outlived_its_program_is_restarted_for_other_settings()
    {
        await StartUnwatchedAsync();
        await using var next = await StartAsync(new Dictionary<string, string> { ["fsync"] = "off", ["synchronous_commit"] = "off" });
        (await ExecuteAsync(next, "show synchronous_commit")).ShouldBe("off");
    }

    [Fact]
    public async Task A_killed_server_comes_back_by_itself_with_what_was_committed()
    {
        await using var server = await StartAsync();
        await ExecuteAsync(server, "create table kept as select 7 as answer");
        Kill(server.ProcessId);
        (await OnceItAnswersAsync(server, "select answer from kept")).ShouldBe(7);
    }

    [Fact]
    public async Task After_program_and_server_were_killed_the_next_start_recovers()
    {
        Kill((await StartUnwatchedAsync()).Process.Running);
        await using var next = await StartAsync();
        (await ExecuteAsync(next, "select 7")).ShouldBe(7);
    }

    [Fact]
    public async Task A_dead_servers_number_that_now_is_another_process_stops_nothing()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "cluster", "postmaster.pid"), $"{Environment.ProcessId}\n{folder}/cluster\n0\n5432\n");
        await using var next = await StartAsync();
        (await ExecuteAsync(next, "select 7")).ShouldBe(7);
    }

    [Fact]
    public async Task A_second_program_on_the_folder_hears_who_has_it()
    {
        await using var first = await StartAsync();
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(StartAsync());
        refused.Message.ShouldContain($"{folder} is in use by another running program (process {Environment.ProcessId})");
        (await ExecuteAsync(first, "select 7")).ShouldBe(7);
    }

    [Fact]
    public async Task A_folder_of_a_newer_version_is_refused_and_not_touched()
    {
        await (await StartAsync()).DisposeAsync();
        var before = Contents();
        var refused = await Should.ThrowAsync<DatabaseRefusedException>(StartAsync(version: 15));
        refused.Message.ShouldContain("was made by PostgreSQL 18, and this is PostgreSQL 15. Nothing was changed.");
        Contents().ShouldBe(before);
    }

    [Fact]
    public async Task A_path_too_long_for_a_socket_still_works()
    {
        await using var server = await StartAsync(below: Path.Combine(new string('a', 100), "with space, comma and 'quote'"));
        (await ExecuteAsync(server, "select 7")).ShouldBe(7);
    }

    public async Task InitializeAsync() => folder = await TemporaryFolder.NameAsync();

    public Task DisposeAsync()
    {
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }

    async Task<EmbeddedPostgres> StartAsync(IReadOnlyDictionary<string, string>? settings = null, int version = 18, string below = "") =>
        await EmbeddedPostgres.StartAsync(
            Path.Combine(folder, below), await TemporaryPostgres.BinariesAsync(version), settings ?? TemporaryPostgres.Fast,
            NullLogger.Instance, CancellationToken.None);

    // What a killed program leaves: its server runs on, unlocked and unwatched.
    async Task<DatabaseServer> StartUnwatchedAsync() =>
        await DatabaseServer.OpenAsync(
            DatabaseFolder.Open(folder), await TemporaryPostgres.BinariesAsync(18), TemporaryPostgres.Fast, CancellationToken.None);

    static void Kill(int? process) => Process.GetProcessById(process!.Value).Kill();

    static async Task<object?> OnceItAnswersAsync(EmbeddedPostgres server, string sql)
    {
        for (var patience = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await ExecuteAsync(server, sql);
            }
            catch (NpgsqlException) when (patience.Elapsed < TimeSpan.FromSeconds(20))
            {
                await Task.Delay(20);
            }
        }
    }

    static async Task<object?> ExecuteAsync(EmbeddedPostgres server, string sql)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    (string File, DateTime Written)[] Contents() =>
        [.. Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order().Select(it => (it, File.GetLastWriteTimeUtc(it)))];
}
