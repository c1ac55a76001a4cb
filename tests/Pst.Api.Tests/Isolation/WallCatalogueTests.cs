using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pst.Web.Hosting;

namespace Pst.Api.Tests.Isolation;

/// <summary>The wall as the database's own catalogue has it: a new table without a policy fails.</summary>
[Collection(OfficesWithoutFilters.Shared)]
public sealed class WallCatalogueTests(OfficesWithoutFilters offices)
{
    const string Wall = "((tenant_id)::text = current_setting('pst.office'::text, true))";

    // Who signs in is found before an office is known; once one is entered, it is the wall.
    const string Door =
        "((office IS NULL) OR ((COALESCE(current_setting('pst.office'::text, true), ''::text) = ''::text)"
        + " OR (COALESCE(current_setting('pst.office'::text, true), ''::text) = (office)::text)))";

    // A visitor's account is of no office: who has entered one sees none.
    const string Nowhere = "(COALESCE(current_setting('pst.office'::text, true), ''::text) = ''::text)";

    // What requests may touch that is of no office.
    static readonly string[] OfNoOffice =
    [
        "identity.data_protection_key", // signs cookies and forms of all
        "identity.person_passkey", "identity.person_token", // found by the account, which has its door
        "pst.log_checkpoint", "pst.log_key", "pst.log_leaf", "pst.log_node", // hashes, signatures and public keys
        "read.projection", // which tables serve, and how far they are
        "vault.letter", // may be laid down, and not read
    ];

    const string Touchable = """
        select c.relnamespace::regnamespace || '.' || c.relname, c.relkind::text, c.relrowsecurity,
            array_agg(pg_get_expr(p.polqual, c.oid))
        from pg_class c left join pg_policy p on p.polrelid = c.oid and (p.polroles = '{0}' or 'pst_app'::regrole = any (p.polroles))
        where c.relkind in ('r', 'p', 'v', 'm', 'f')
            and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'library')
            and (has_table_privilege('pst_app', c.oid, 'select, insert, update, delete, truncate, trigger, references')
                or has_any_column_privilege('pst_app', c.oid, 'select, insert, update, references'))
        group by c.oid order by 1
        """;

    [Fact]
    public async Task Every_table_that_requests_touch_stands_behind_the_wall_or_is_of_no_office()
    {
        var open = new List<string>();
        await using var rows = await offices.Login.CreateCommand(Touchable).ExecuteReaderAsync();
        while (await rows.ReadAsync())
        {
            var (name, kind, isWalled) = (rows.GetString(0), rows.GetString(1), rows.GetBoolean(2));
            var wall = name.StartsWith("identity.", StringComparison.Ordinal) ? Door
                : name.StartsWith("vault.account", StringComparison.Ordinal) ? Nowhere : Wall;
            if (!isWalled) open.Add(name);
            else (kind, string.Join(" or ", rows.GetFieldValue<string?[]>(3))).ShouldBe(("r", wall), name);
        }
        open.ShouldBe(OfNoOffice);
    }

    [Fact]
    public async Task No_function_or_view_lends_requests_somebody_elses_rights() =>
        (await ListAsync("""
            select p.oid::regprocedure::text from pg_proc p
            where p.prosecdef and p.pronamespace::regnamespace::text not in ('pg_catalog', 'information_schema')
            order by 1
            """)).ShouldBe([
                "library.index_copy()", "library.index_publication()", // keep the search of what anybody may read
                "pst.note_event()", // writes the note of an event that was just added; reads nothing
                "vault.forget(character varying,uuid[],uuid[])", // of the office that was entered alone
                "vault.forget_account(uuid)", "vault.forget_accounts(character varying,uuid[])", // close visitors' accounts; tell nothing
            ], ignoreOrder: true);

    // The library is the whole country's, for anybody to read.
    [Fact]
    public async Task Of_the_library_an_office_says_what_stands_on_its_own_shelves_and_no_more()
    {
        (await ListAsync("""
            select c.oid::regclass::text from pg_class c where c.relnamespace = 'library'::regnamespace and c.relkind in ('r', 'v', 'm')
                and (has_table_privilege('pst_app', c.oid, 'insert, update, delete, truncate')
                    or has_any_column_privilege('pst_app', c.oid, 'insert, update'))
            order by 1
            """)).ShouldBe(["library.copy", "library.missed"]); // the second: words that found nothing, and nobody's name
        (await ListAsync("""
            select distinct coalesce(pg_get_expr(p.polqual, p.polrelid), pg_get_expr(p.polwithcheck, p.polrelid)) from pg_policy p
            where p.polrelid = 'library.copy'::regclass and 'pst_app'::regrole = any (p.polroles) and p.polcmd <> 'r'
            """)).ShouldBe([Wall]);
    }

    [Fact]
    public async Task Who_answers_requests_is_nobody_else() =>
        (await ListAsync("""
            select r.rolname from pg_roles r where r.rolname = 'pst_app' and (r.rolsuper or r.rolbypassrls or r.rolcanlogin)
            union all select a.roleid::regrole::text from pg_auth_members a where a.member = 'pst_app'::regrole
            union all select relname from pg_class where relowner = 'pst_app'::regrole
            """)).ShouldBeEmpty();

    [Fact]
    public async Task No_policy_knows_the_operator_to_which_all_offices_are_one() =>
        (await ListAsync("select polrelid::regclass::text from pg_policy where pg_get_expr(polqual, polrelid) ~ 'unfiltered'"))
            .ShouldBeEmpty();

    [Fact]
    public async Task No_connection_keeps_the_office_or_the_role_of_its_last_use()
    {
        var database = offices.Api.Services.GetRequiredService<PstDatabase>();
        foreach (var (source, role) in new[] { (database.App, "pst_app"), (database.Worker, "pst_worker") })
            (await TogetherAsync(source, 12)).Distinct().ShouldBe([$"{role} in no office"]);
    }

    // All at once, so that each is another connection.
    static async Task<IReadOnlyList<string>> TogetherAsync(NpgsqlDataSource source, int count)
    {
        var open = new List<NpgsqlConnection>();
        var said = new List<string>();
        for (var number = 0; number < count; number++) open.Add(await source.OpenConnectionAsync());
        foreach (var connection in open)
        {
            await using (connection)
            await using (var ask = new NpgsqlCommand(
                "select current_user || ' in ' || coalesce(nullif(current_setting('pst.office', true), ''), 'no office')", connection))
                said.Add((string)(await ask.ExecuteScalarAsync())!);
        }
        return said;
    }

    async Task<IReadOnlyList<string>> ListAsync(string sql)
    {
        var found = new List<string>();
        await using var rows = await offices.Login.CreateCommand(sql).ExecuteReaderAsync();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }
}
