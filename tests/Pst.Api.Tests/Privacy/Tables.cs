using Npgsql;

namespace Pst.Api.Tests.Privacy;

/// <summary>A database's rows as text.</summary>
internal static class Tables
{
    const string Names = """
        select schemaname, format('%I.%I', schemaname, tablename) from pg_tables
        where schemaname not in ('pg_catalog', 'information_schema')
        """;

    /// <summary>Every row of every table, by schema.</summary>
    public static async Task<ILookup<string, string>> OfAsync(string database)
    {
        await using var source = NpgsqlDataSource.Create(database);
        var found = new List<(string Schema, string Row)>();
        foreach (var (schema, table) in await ReadAsync(source, Names))
            found.AddRange((await ReadAsync(source, $"select '', t::text from {table} t")).Select(it => (schema, it.Text)));
        return found.ToLookup(it => it.Schema, it => it.Row);
    }

    static async Task<List<(string Name, string Text)>> ReadAsync(NpgsqlDataSource source, string query)
    {
        await using var command = source.CreateCommand(query);
        await using var rows = await command.ExecuteReaderAsync();
        var read = new List<(string, string)>();
        while (await rows.ReadAsync()) read.Add((rows.GetString(0), rows.GetString(1)));
        return read;
    }
}
