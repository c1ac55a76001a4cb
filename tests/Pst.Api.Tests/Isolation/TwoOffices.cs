using Microsoft.Extensions.DependencyInjection;
using Pst.Api.Tests.Support;
using Pst.Web.Hosting;

namespace Pst.Api.Tests.Isolation;

/// <summary>An office with one of each, its neighbour, and whoever may be somebody in either or in all.</summary>
public class TwoOffices : IAsyncLifetime
{
    /// <summary>In the name of whatever belongs to the first office, so that it is known wherever it is shown.</summary>
    public const string Mark = "Rahasia";

    /// <summary>In the catalogue, which is everybody's.</summary>
    public const string Publication = "9999-contoh";

    readonly List<(string Role, string? Office, Caller Program, Browser Browser)> callers = [];

    public TwoOffices() : this(new()) { }

    internal TwoOffices(RunningApi api) => Api = api;

    public RunningApi Api { get; }
    public Things Ours { get; private set; } = null!;
    public Things Neighbours { get; private set; } = null!;
    public Things Nowhere => Things.Nowhere(Api);

    /// <summary>Somebody who has not signed in.</summary>
    public Browser Nobody { get; private set; } = null!;

    public virtual async Task InitializeAsync()
    {
        await Api.InitializeAsync();
        var people = new People(Api);
        Ours = await OpenAsync(people, Mark);
        Neighbours = await OpenAsync(people, "Tetangga");
        await using (var publication = Api.Services.GetRequiredService<PstDatabase>().Worker.CreateCommand(
            "insert into library.publication (domain, pub_id, title, subject) values ('9999', 'contoh', 'Contoh Dalam Angka 2026', 1)"))
            await publication.ExecuteNonQueryAsync();
        Nobody = await Api.BrowserAsync("pst.desk=1");
        foreach (var role in Rules.Roles)
            foreach (var office in (string?[])[Ours.Office.Code, Neighbours.Office.Code, null])
                if (office is not null || IsNational(role))
                    callers.Add((role, office, await people.KeyAsync(role, office), await people.SignInAsync(role, office)));
    }

    /// <summary>Everybody who is somebody in that office.</summary>
    public IEnumerable<(string Role, Caller Program, Browser Browser)> In(Things office) => Of(it => it == office.Office.Code);

    /// <summary>The same, and those who are it in all offices.</summary>
    public IEnumerable<(string Role, Caller Program, Browser Browser)> At(Things office) =>
        Of(it => it is null || it == office.Office.Code);

    public virtual Task DisposeAsync() => Api.DisposeAsync();

    static bool IsNational(string role) => role is "manager" or "auditor" or "admin";

    IEnumerable<(string Role, Caller Program, Browser Browser)> Of(Func<string?, bool> office) =>
        callers.Where(it => office(it.Office)).Select(it => (it.Role, it.Program, it.Browser));

    async Task<Things> OpenAsync(People people, string name)
    {
        var office = await Api.OpenAsync(change: it => it["name"] = name);
        var visit = await office.ServedAsync(name);
        var shown = await (await office.AsAsync("staff")).GetAsync(office.Now($"/visits/{visit}"));
        var person = await people.MakeAsync("staff", office.Code, name);
        var (device, _) = await people.EnrolAsync(office.Code, name);
        var action = await people.FollowUpAsync(office.Code, person, name);
        var visitor = shown.Json.GetProperty("visitor").GetString()!;
        var request = await people.AskAsync(office.Code, visitor);
        return new(office, visit, visitor, $"{person.Id}", $"{device}", action, request,
            await people.ComplaintAsync(office.Code, name), await people.SoftcopyAsync(office.Code, name),
            await people.WebhookAsync(office.Code, name), await AppointmentAsync(office, name));
    }

    static async Task<string> AppointmentAsync(Office office, string name)
    {
        var appointment = Office.NewVisit();
        var made = await (await office.AsAsync("visitor")).PostAsync(
            $"{office.Path}/appointments/{appointment}/make",
            $$"""{"slot":"2026-03-03T09:30","name":"{{name}}","email":"janji@contoh.example"}""");
        made.Code.ShouldBe(200, $"{made}");
        return appointment;
    }
}
