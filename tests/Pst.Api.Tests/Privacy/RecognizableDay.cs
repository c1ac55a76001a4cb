using System.Text.Json.Nodes;
using Npgsql;
using Pst.Api.Tests.Support;
using Pst.Testing;

namespace Pst.Api.Tests.Privacy;

/// <summary>
/// A day of the started program with all that people say about themselves in it: carried out, refused, invalid and failed, over the API and
/// at the kiosk; with every logger told to say all it can.
/// </summary>
public sealed class RecognizableDay : IAsyncLifetime
{
    const string Office = "/api/v1/offices/5272";

    static readonly string[] Loggers = ["Default", "Microsoft.AspNetCore", "Microsoft.EntityFrameworkCore", "Npgsql", "System.Net.Http"];

    StartedProgram program = null!;

    public ILookup<string, string> Tables { get; private set; } = null!;
    public IReadOnlyCollection<string> Addresses { get; private set; } = null!;
    public IReadOnlyCollection<string> Log => program.Said;
    public string DatabaseLog => program.DatabaseSaid;

    public async Task InitializeAsync()
    {
        program = await StartedProgram.StartAsync(settings: Loggers.ToDictionary(it => $"Logging__LogLevel__{it}", _ => "Trace"));
        using var addresses = new Addresses(PlainHttp.Handler());
        using var http = new HttpClient(addresses) { BaseAddress = program.Address };
        var admin = new Caller(http, ("Authorization", $"Bearer {StartedProgram.AdminKey}"));
        await OpenAsync(admin);
        var supervisor = new Caller(http, ("Authorization", $"Bearer {await KeyAsync(admin, "supervisor")}"));
        var visits = new ProgramVisits(supervisor, Office);

        await visits.WholeAsync();
        await visits.RefusedAsync();
        await visits.InvalidAsync();
        var kiosk = new KioskVisit(await KioskAsync(http, await KeyAsync(admin, "kiosk")), visits);
        await kiosk.WholeAsync();
        await AlterAsync("alter table vault.signing add broken text not null default ''");
        await AlterAsync("alter table vault.signing alter broken drop default");
        await AlterAsync("alter table vault.text add constraint broken check (body = '') not valid");
        await visits.FailedAsync();
        await kiosk.FailedAsync();
        (Tables, Addresses) = (await Privacy.Tables.OfAsync(await program.DatabaseAsync()), addresses.Seen);
    }

    public Task DisposeAsync() => program.DisposeAsync().AsTask();

    // Always closed, so that every arrival needs its reason.
    static async Task OpenAsync(Caller admin)
    {
        var file = JsonNode.Parse(await File.ReadAllTextAsync(Shared.File("offices/5272.json")))!;
        foreach (var day in file["local"]!["hours"]!.AsObject()) day.Value!.AsArray().Clear();
        (await admin.PutAsync(Office, file.ToJsonString())).Code.ShouldBe(201);
    }

    static async Task<string> KeyAsync(Caller admin, string role)
    {
        var made = await admin.PostAsync("/api/v1/keys", $$"""{"office":"5272","role":"{{role}}"}""");
        return made.Json.GetProperty("key").GetString()!;
    }

    // A tablet is enrolled by somebody who has signed in; here its key becomes a device's by hand.
    async Task<Browser> KioskAsync(HttpClient http, string key)
    {
        await AlterAsync("update identity.api_key set device = id where role = 1");
        return await Browser.OpenAsync(http, $"pst.device={key}");
    }

    async Task AlterAsync(string statement)
    {
        await using var source = NpgsqlDataSource.Create(await program.DatabaseAsync());
        await using var command = source.CreateCommand(statement);
        await command.ExecuteNonQueryAsync();
    }
}
