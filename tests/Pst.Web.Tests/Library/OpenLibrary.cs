using System.Text.Json;
using Npgsql;
using Pst.Testing;
using Pst.Web.Hosting;
using Pst.Web.Library;

namespace Pst.Web.Tests.Library;

/// <summary>A catalogue on a database of its own.</summary>
public sealed class OpenLibrary : IAsyncDisposable
{
    OpenLibrary(string connectionString)
    {
        Database = new(connectionString);
        Catalogue = new(Database);
    }

    internal PstDatabase Database { get; }
    internal Catalogue Catalogue { get; }

    public static JsonElement Vectors { get; } =
        JsonDocument.Parse(File.ReadAllText(Shared.File("vectors/publications.json"))).RootElement;

    public static async Task<OpenLibrary> OpenAsync(int version = 18)
    {
        var database = await PostgresServer.CreateMigratedAsync(version);
        return new(database);
    }

    /// <summary>As files hold them: each answer with its domain.</summary>
    public Task<ImportReport> ImportAsync(params JsonElement[] answers) =>
        ImportAsync([.. answers.Select(it => new GivenPage(it.GetProperty("domain").GetString()!, "berkas", it.GetProperty("body")))]);

    internal async Task<ImportReport> ImportAsync(IEnumerable<GivenPage> pages)
    {
        var import = new Import(Catalogue);
        foreach (var page in pages) await import.AddAsync(page, CancellationToken.None);
        await import.FinishAsync(CancellationToken.None);
        return import.Report;
    }

    public Task<ImportReport> ImportVectorsAsync() =>
        ImportAsync([.. Vectors.GetProperty("lists").EnumerateArray(), .. Vectors.GetProperty("details").EnumerateArray()]);

    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Database.Worker.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Every byte of what the catalogue has, times and search and all.</summary>
    public Task<string> EverythingAsync() => ScalarAsync<string>("""
        select md5(string_agg(it, ';' order by it)) from (
            select publication::text it from library.publication union all select search::text from library.search
            union all select word::text from library.word union all select edition::text from library.edition) all_rows
        """);

    public async ValueTask DisposeAsync() => await Database.DisposeAsync();
}
