using System.Text.RegularExpressions;
using Npgsql;

namespace Pst.Store.Tests;

/// <summary>marten-layout.txt says where each line of it is known from.</summary>
public sealed partial class MartenLayoutTests
{
    const string Catalogue = """
        with mine as (
            select oid, relname from pg_class where relnamespace = 'pst'::regnamespace and relname like 'mt\_%' and relkind = 'r')
        select 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
            || case when attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(adbin, adrelid), ''),
            relname, 0, attnum
        from mine join pg_attribute on attrelid = mine.oid and attnum > 0 left join pg_attrdef on adrelid = attrelid and adnum = attnum
        union all
        select 'constraint ' || relname || '.' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid),
            relname, 1, row_number() over (order by conname)
        from mine join pg_constraint on conrelid = mine.oid and contype <> 'n'
        union all
        select 'index ' || pg_get_indexdef(indexrelid), relname, 2, row_number() over (order by pg_get_indexdef(indexrelid))
        from mine join pg_index on indrelid = mine.oid
        union all
        select 'sequence ' || seqrelid::regclass || ' ' || format_type(seqtypid, null) || ' start ' || seqstart || ' increment '
            || seqincrement || ' cache ' || seqcache || ' owned by ' || refobjid::regclass || '.' || attname, 'mt_sequence', 3, 0
        from pg_sequence join pg_depend on objid = seqrelid and deptype = 'a'
            join pg_attribute on attrelid = refobjid and attnum = refobjsubid
        order by 2, 3, 4
        """;

    [Theory, InlineData(15), InlineData(18)]
    public async Task The_tables_are_Martens_to_the_letter(int version)
    {
        var agreed = (await File.ReadAllLinesAsync("marten-layout.txt")).Where(line => line.Length > 0 && !line.StartsWith('#'));

        await using var store = await TestStore.CreateAsync(version);

        (await CatalogueAsync(store)).ShouldBe(agreed);
    }

    [Theory, InlineData(15), InlineData(18)]
    public async Task An_event_is_stored_as_Marten_would(int version)
    {
        await using var store = await TestStore.CreateAsync(version);
        await store.AppendAsync(TestStore.Metro, store.NewId(), new Counted(4));

        (await store.ScalarAsync<string>("select concat_ws(' | ', type, mt_dotnet_type, data, is_archived) from pst.mt_events"))
            .ShouldBe("""counted | Pst.Store.Tests.Counted, Pst.Store.Tests | {"Number": 4} | f""");
        (await store.ScalarAsync<string>("select version || ' ' || is_archived || ' ' || (timestamp = created) from pst.mt_streams"))
            .ShouldBe("1 false true");
    }

    static async Task<List<string>> CatalogueAsync(TestStore store)
    {
        await using var source = NpgsqlDataSource.Create(store.ConnectionString);
        await using var command = source.CreateCommand(Catalogue);
        await using var rows = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await rows.ReadAsync())
            lines.Add(Moment().Replace(rows.GetString(0), "'(now())'"));
        return lines;
    }

    // Marten writes the default '(now())' in quotes, which PostgreSQL turns into the moment at which the table is made.
    [GeneratedRegex(@"'20\d\d-\d\d-\d\d [^']*'")]
    private static partial Regex Moment();
}
