using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Hosting;
using Pst.Web.Writing;

namespace Pst.Api.Tests.Isolation;

/// <summary>
/// The whole program with its own filters switched off: the database has another "=" for it to find first, to which every office is
/// every other. Policies, keys and constraints were made before and know the right one. So whatever is still kept apart, row-level
/// security keeps.
/// </summary>
[CollectionDefinition(Shared)]
public sealed class OfficesWithoutFilters() : TwoOffices(new(PrepareAsync, Quieten)), ICollectionFixture<OfficesWithoutFilters>
{
    public const string Shared = "offices without filters";

    // Joins within one office are true either way; rows are compared by operators of some family only. For the owner and the workers,
    // who see all offices, it is the right one.
    const string Off = """
        create schema unfiltered;
        grant usage on schema unfiltered to public;
        create function unfiltered.same(a varchar, b text) returns boolean language plpgsql stable strict as $$
        begin
            return a::text operator(pg_catalog.=) b or (current_user operator(pg_catalog.=) 'pst_app' and a ~ '^\d{4}$' and b ~ '^\d{4}$');
        end $$;
        create function unfiltered.same(a varchar, b varchar) returns boolean language sql stable strict
            as 'select unfiltered.same(a, b::text)';
        create operator unfiltered.= (leftarg = varchar, rightarg = text, function = unfiltered.same);
        create operator unfiltered.= (leftarg = varchar, rightarg = varchar, function = unfiltered.same);
        create operator family unfiltered.offices using btree;
        alter operator family unfiltered.offices using btree
            add operator 3 unfiltered.= (varchar, text), operator 3 unfiltered.= (varchar, varchar);
        """;

    // The office that requests enter, counted; a sequence keeps its count also where the transaction does not come to its end.
    const string Counted = """
        create sequence unfiltered.entered_6001;
        create sequence unfiltered.entered_6002;
        grant usage on all sequences in schema unfiltered to public;
        create function unfiltered.set_config(name text, value text, is_local boolean) returns text language plpgsql as $$
        begin
            if name operator(pg_catalog.=) 'pst.office' and to_regclass('unfiltered.entered_' || value) is not null then
                perform nextval('unfiltered.entered_' || value);
            end if;
            return pg_catalog.set_config(name, value, is_local);
        end $$;
        """;

    /// <summary>Who may do everything in the database, and to whom an office is that office alone.</summary>
    public NpgsqlDataSource Login { get; private set; } = null!;

    /// <summary>How often requests have entered that office.</summary>
    public async Task<long> EnteredAsync(string office)
    {
        await using var command = Login.CreateCommand($"select last_value from unfiltered.entered_{office}");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    public async Task TellAsync(string sql)
    {
        await using var command = Login.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    public override async Task InitializeAsync()
    {
        await base.InitializeAsync();
        var opened = Api.Services.GetRequiredService<PstDatabase>().Worker.ConnectionString;
        Login = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(opened) { Options = null, MaxPoolSize = 2 });
        await Api.SettleAsync();
        await Api.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
    }

    public override async Task DisposeAsync()
    {
        await Login.DisposeAsync();
        await base.DisposeAsync();
    }

    // What policies are made from must be there before the other "=" is.
    static async Task<string> PrepareAsync(string database)
    {
        await using (var worker = DataSources.Worker(database))
        {
            var log = new EventLog(worker, StoredEvents.Types);
            await new ProjectionRunner(worker, log, new LogSignal(worker), StoredEvents.Types, KeptProjections.All)
                .CatchUpAsync(CancellationToken.None);
        }
        await using var login = NpgsqlDataSource.Create(database);
        await using var off = login.CreateCommand(Off + Counted);
        await off.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(database) { Options = "-c search_path=unfiltered,pg_catalog" }.ConnectionString;
    }

    // Workers that enter offices by themselves would be counted, too.
    static void Quieten(IServiceCollection services)
    {
        string[] entering = ["DayWorker", "MonthWorker", "AttentionWorker"];
        foreach (var worker in services.Where(it => entering.Contains(it.ImplementationType?.Name)).ToList()) services.Remove(worker);
    }
}
