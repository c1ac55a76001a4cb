using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pst.EventStore;
using Pst.Testing;

namespace Pst.Api.Tests.Support;

/// <summary>The whole program on a port and a database of its own, at a time that the test sets.</summary>
public sealed class RunningApi : IAsyncLifetime
{
    public const string AdminKey = "kunci-pertama-0123456789";

    WebApplicationFactory<Program> program = null!;
    HttpClient http = null!;
    int offices = 6000;

    readonly Func<string, Task<string>> prepare;
    readonly Action<IServiceCollection> change;

    public RunningApi() : this(Task.FromResult, _ => { }) { }

    /// <param name="prepare">Changes the new database before the program opens it, and says how it does.</param>
    /// <param name="change">Changes what the program is made of.</param>
    internal RunningApi(Func<string, Task<string>> prepare, Action<IServiceCollection> change) =>
        (this.prepare, this.change) = (prepare, change);

    public StoppedClock Clock { get; } = new();
    public IServiceProvider Services => program.Services;

    public async Task InitializeAsync()
    {
        var database = await prepare(await PostgresServer.CreateMigratedAsync());
        var data = await TemporaryFolder.NameAsync();
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(it => it
            .UseEnvironment("Production")
            .UseSetting("ASPNETCORE_URLS", "http://127.0.0.1:0")
            .UseSetting("ConnectionStrings:Pst", database)
            .UseSetting("Pst:DataDirectory", data)
            .UseSetting("Pst:SecretKey", Convert.ToBase64String(new byte[32]))
            .UseSetting("Pst:BootstrapKey", AdminKey)
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => change(services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .AddSingleton<IStartupFilter, FromEverywhere>())));
        program.UseKestrel(0);
        program.StartServer();
        http = PlainHttp.To(program.ClientOptions.BaseAddress);
    }

    /// <summary>Somebody with this key; null for somebody without one.</summary>
    public Caller With(string? key) => key is null ? new(http) : new(http, ("Authorization", $"Bearer {key}"));

    /// <summary>Somebody's browser, known by that cookie.</summary>
    public Task<Browser> BrowserAsync(string cookie) => Browser.OpenAsync(http, cookie);

    public Caller Admin => With(AdminKey);

    /// <summary>A new office by an agreed file, as <paramref name="change"/> makes it, under a code that nobody else uses.</summary>
    public async Task<Office> OpenAsync(string file = "1872", Action<JsonNode>? change = null)
    {
        var code = $"{Interlocked.Increment(ref offices)}";
        var json = JsonNode.Parse(await File.ReadAllTextAsync(Shared.File($"offices/{file}.json")))!;
        json["code"] = code;
        change?.Invoke(json);
        (await Admin.PutAsync($"/api/v1/offices/{code}", json.ToJsonString())).Code.ShouldBe(201);
        return new(this, code, json);
    }

    /// <summary>Gives a position to all that was committed.</summary>
    public async Task SettleAsync()
    {
        while (await Services.GetRequiredService<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
    }

    public async Task DisposeAsync()
    {
        http.Dispose();
        await program.DisposeAsync();
    }
}
