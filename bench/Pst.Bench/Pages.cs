using System.Diagnostics;
using System.Globalization;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Bench;

/// <summary>
/// How long an auditor waits for costly pages, over HTTP from the started program: histories that nobody has looked at, a month's PDF.
/// </summary>
static class Pages
{
    const int Visits = 200, Papers = 5;

    const string Some = """
        select '/riwayat/' || tenant_id || '/' || id from pst.mt_streams s
        where exists (select from pst.mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.type = 'arrived')
        order by hashtext(id::text) limit $1
        """;

    /// <param name="paper">The month's paper, such as <c>/laporan/0001/2025-02/laporan.pdf</c>.</param>
    /// <param name="crowd">How many more of all visits stand beside those that are looked at, as they are but for their ids.</param>
    public static async Task<IReadOnlyList<Amount>> MeasureAsync(
        Country country, string database, string paper, int crowd = 0)
    {
        var (cookie, visits) = (await SignInAsync(country.Services, Role.Auditor, null), await SomeAsync(country.Owner));
        var beside = await CrowdAsync(country.Owner, crowd);
        var settings = new Dictionary<string, string>
        {
            ["Pst__SecretKey"] = Country.Secret,
            ["ASPNETCORE_CONTENTROOT"] = Path.Combine(Shared.Root, "src", "Pst.Web"), // papers have their looks from there
        };
        await using var program = await StartedProgram.StartAsync(database, settings);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false });
        http.BaseAddress = program.Address;
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        // The first ones compile what they need.
        var histories = await TimesAsync(http, visits, leftOut: Visits / 10);
        var history = new Amount(
            "history-p95", histories[^(histories.Count / 20)], "ms", 100,
            string.Create(CultureInfo.InvariantCulture, $"half within {histories[histories.Count / 2]:0.0} ms, of {beside:N0} events"));
        var papers = await TimesAsync(http, Enumerable.Repeat(paper, Papers + 1), leftOut: 1);
        return [history, new("month-pdf", papers[Papers / 2], "ms", 5000, $"the longest of {Papers}: {papers[^1]:0} ms")];
    }

    // For whoever reads one visit, the others are only many: they need no positions.
    static async Task<long> CrowdAsync(NpgsqlDataSource owner, int crowd)
    {
        const string again = """
            create temp table again on commit drop as select tenant_id, id model, gen_random_uuid() id from model;
            insert into pst.mt_streams (tenant_id, id, type, version)
            select a.tenant_id, a.id, s.type, s.version from again a join pst.mt_streams s on (s.tenant_id, s.id) = (a.tenant_id, a.model);
            insert into pst.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type,
                correlation_id, causation_id, headers, user_name)
            select nextval('pst.mt_events_sequence'), gen_random_uuid(), a.id, e.version, e.data, e.type, e.timestamp, e.tenant_id,
                e.mt_dotnet_type, e.correlation_id, e.causation_id, e.headers, e.user_name
            from again a join pst.mt_events e on (e.tenant_id, e.stream_id) = (a.tenant_id, a.model);
            """;
        await using var connection = await owner.OpenConnectionAsync();
        await RunAsync("set session_replication_role = replica; create temp table model as select tenant_id, id from pst.mt_streams;");
        for (var time = 0; time < crowd; time++) await RunAsync(again);
        await RunAsync("reset session_replication_role; analyze pst.mt_streams, pst.mt_events");
        await using var count = new NpgsqlCommand("select count(*) from pst.mt_events", connection) { CommandTimeout = 0 };
        return (long)(await count.ExecuteScalarAsync())!;

        async Task RunAsync(string sql)
        {
            await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
            await command.ExecuteNonQueryAsync();
        }
    }

    /// <summary>How long each took in ms, the shortest first.</summary>
    public static async Task<List<double>> TimesAsync(HttpClient http, IEnumerable<string> addresses, int leftOut)
    {
        var times = new List<double>();
        foreach (var address in addresses)
        {
            var took = Stopwatch.StartNew();
            using var answer = await http.GetAsync(address);
            answer.EnsureSuccessStatusCode();
            // Where somebody must sign in first, that page is measured.
            if (answer.RequestMessage!.RequestUri!.AbsolutePath != address)
                throw new InvalidOperationException($"{address} leads elsewhere.");
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(took.Elapsed.TotalMilliseconds);
        }
        return [.. times.Skip(leftOut).Order()];
    }

    static async Task<List<string>> SomeAsync(NpgsqlDataSource owner)
    {
        await using var command = owner.CreateCommand(Some);
        command.CommandTimeout = 0;
        command.Parameters.Add(new() { Value = Visits });
        await using var rows = await command.ExecuteReaderAsync();
        var found = new List<string>();
        while (await rows.ReadAsync()) found.Add(rows.GetString(0));
        return found;
    }

    /// <summary>What the sign-in page leaves in the browser of somebody new.</summary>
    /// <param name="office">Null where the role is for all offices.</param>
    public static async Task<string> SignInAsync(IServiceProvider services, Role role, OfficeCode? office)
    {
        await using var scope = services.CreateAsyncScope();
        var name = $"{role}".ToLowerInvariant();
        var person = new Person { Id = Guid.CreateVersion7(), Name = name, UserName = name, Role = role, Office = office };
        var made = await scope.ServiceProvider.GetRequiredService<UserManager<Person>>().CreateAsync(person);
        if (!made.Succeeded) throw new InvalidOperationException($"{made}");
        var who = await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<Person>>().CreateAsync(person);
        var scheme = IdentityConstants.ApplicationScheme;
        var options = services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(scheme);
        var now = DateTimeOffset.UtcNow;
        var times = new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(1) };
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(new(who, times, scheme))}";
    }
}
