using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Pst.Testing;
using Pst.Web.Database;

namespace Pst.Web.Tests.Database;

public sealed class DatabaseSourceTests
{
    [Fact]
    public async Task A_named_database_is_used_as_it_is()
    {
        await using var source = await OpenAsync("ConnectionStrings:Pst", "Host=db.example");
        source.ConnectionString.ShouldBe("Host=db.example");
    }

    [Fact]
    public async Task Otherwise_npms_PostgreSQL_serves_the_data_folder()
    {
        var data = await TemporaryFolder.NameAsync();
        await using (var source = await OpenAsync("Pst:DataDirectory", data))
            (await VersionAsync(source)).ShouldBe(18);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_folder_that_another_version_made_stays_with_that_version()
    {
        var data = await TemporaryFolder.NameAsync();
        await (await EmbeddedPostgres.StartAsync(Path.Combine(data, "postgres"), await TemporaryPostgres.BinariesAsync(15),
            TemporaryPostgres.Fast, NullLogger.Instance, CancellationToken.None)).DisposeAsync();
        await using (var source = await OpenAsync("Pst:DataDirectory", data))
            (await VersionAsync(source)).ShouldBe(15);
        Directory.Delete(data, recursive: true);
    }

    [Fact]
    public async Task A_command_works_beside_the_program_or_alone()
    {
        var data = await TemporaryFolder.NameAsync();
        var settings = Settings("Pst:DataDirectory", data);
        await using (var alone = await DatabaseSource.JoinAsync(settings, NullLogger.Instance, CancellationToken.None))
            (await VersionAsync(alone)).ShouldBe(18);
        await using (var program = await OpenAsync("Pst:DataDirectory", data))
        {
            await using (var beside = await DatabaseSource.JoinAsync(settings, NullLogger.Instance, CancellationToken.None))
                (await VersionAsync(beside)).ShouldBe(18);
            (await VersionAsync(program)).ShouldBe(18, "the command that ends leaves the program its database");
        }
        Directory.Delete(data, recursive: true);
    }

    static Task<DatabaseSource> OpenAsync(string key, string value) =>
        DatabaseSource.OpenAsync(Settings(key, value), NullLogger.Instance, CancellationToken.None);

    static IConfiguration Settings(string key, string value) =>
        new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build();

    static async Task<int> VersionAsync(DatabaseSource source)
    {
        await using var connection = new NpgsqlConnection(source.ConnectionString + ";Pooling=false");
        await connection.OpenAsync();
        return connection.PostgreSqlVersion.Major;
    }
}
