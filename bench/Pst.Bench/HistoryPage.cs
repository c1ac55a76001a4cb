using System.Diagnostics;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Bench;

/// <summary>How long an auditor waits for the history of a visit that nobody has looked at, over HTTP from the started program.</summary>
static class HistoryPage
{
    const int Visits = 200;

    const string Some = """
        select '/riwayat/' || tenant_id || '/' || id from pst.mt_streams s
        where exists (select from pst.mt_events e where e.tenant_id = s.tenant_id and e.stream_id = s.id and e.type = 'arrived')
        order by hashtext(id::text) limit $1
        """;

    public static async Task<Amount> MeasureAsync(Country country, string database)
    {
        var cookie = await SignInAsync(country.Services);
        var settings = new Dictionary<string, string> { ["Pst__SecretKey"] = Country.Secret };
        await using var program = await StartedProgram.StartAsync(database, settings);
        using var http = new HttpClient(new HttpClientHandler { UseCookies = false, AllowAutoRedirect = false });
        http.BaseAddress = program.Address;
        http.DefaultRequestHeaders.Add("Cookie", cookie);
        var times = new List<double>();
        foreach (var (index, visit) in (await SomeAsync(country.Owner)).Index())
        {
            var took = Stopwatch.StartNew();
            using var answer = await http.GetAsync(visit);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            if (index >= Visits / 10) times.Add(took.Elapsed.TotalMilliseconds); // the first ones compile what they need
        }
        times.Sort();
        return new("history-p95", times[^(times.Count / 20)], "ms", 100, $"half of them within {times[times.Count / 2]:0.0} ms");
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

    // What the sign-in page leaves in the browser of an auditor of all offices.
    static async Task<string> SignInAsync(IServiceProvider services)
    {
        await using var scope = services.CreateAsyncScope();
        var person = new Person { Id = Guid.CreateVersion7(), Name = "Auditor", UserName = "auditor", Role = Role.Auditor };
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
