using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Pst.Domain;
using Pst.EventStore;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Complaints;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Lan;
using Pst.Web.Pages.Door;
using Pst.Web.Pages.Follow;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Support;

/// <summary>The whole program on a database of its own, at a time that the test sets.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "kuda laut berenang";

    static readonly Uri InMemory = new("http://localhost");
    WebApplicationFactory<Program> program = null!;
    Uri? address;

    public StoppedClock Clock { get; } = new();

    /// <summary>The folder of what it keeps outside the database.</summary>
    public string Data { get; private set; } = "";

    public IServiceProvider Services => program.Services;

    public async Task InitializeAsync()
    {
        var database = await PostgresServer.CreateMigratedAsync();
        Data = await TemporaryFolder.NameAsync();
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(it => it
            .UseEnvironment("Production")
            .UseStaticWebAssets() // as they lie in the sources: nothing is published here
            .UseSetting("ReloadStaticAssetsAtRuntime", "false") // but as small as in the field
            .UseSetting("ConnectionStrings:Pst", database)
            .UseSetting("ASPNETCORE_URLS", "http://127.0.0.1:0") // any free port, where it listens at all
            .UseSetting("Pst:DataDirectory", Data)
            .UseSetting("Pst:SecretKey", Convert.ToBase64String(new byte[32]))
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .Configure<PasswordHasherOptions>(it => it.IterationCount = 1) // hundreds sign in here, and nobody guesses
                .AddSingleton(_ => LanAuthority.Open(Data, Clock.Now))
                .Remove(services.Single(it => it.ImplementationType == typeof(SetUpLink))))); // tests make that link themselves
    }

    /// <summary>Listens on a port of its own, for a real browser; where.</summary>
    public Uri Listen()
    {
        program.UseKestrel();
        program.StartServer();
        return address = program.ClientOptions.BaseAddress;
    }

    /// <summary>A browser that nobody has used yet.</summary>
    /// <param name="cookie">One that it has already.</param>
    public Browser NewBrowser(string? cookie = null) => new(NewClient(cookie));

    /// <summary>The same for a test that reads what no page is.</summary>
    public HttpClient NewClient(string? cookie = null)
    {
        var cookies = new CookieContainer();
        if (cookie is not null) cookies.SetCookies(address ?? InMemory, cookie);
        return address is null
            ? program.CreateDefaultClient(InMemory, new CookieContainerHandler(cookies))
            : new(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };
    }

    /// <summary>The link that a first start prints.</summary>
    public async Task<string> SetUpLinkAsync()
    {
        await using var scope = Services.CreateAsyncScope();
        return $"/siapkan/{await SetUpLink.MakeAsync(scope.ServiceProvider, CancellationToken.None)}";
    }

    /// <summary>Makes an account with the password that all have here.</summary>
    public async Task<Guid> MakePersonAsync(string name, Role role, string? office)
    {
        await using var scope = Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        OfficeCode? where = office is null ? null : new(office);
        var person = new Person { Id = Guid.CreateVersion7(), Name = name, UserName = name, Role = role, Office = where };
        (await people.CreateAsync(person, Password)).Succeeded.ShouldBeTrue();
        return person.Id;
    }

    public async Task<Browser> SignInAsync(string name)
    {
        var browser = await NewBrowser().OpenAsync("/masuk");
        return await browser.PressAsync("Masuk", ("UserName", name), ("Password", Password));
    }

    public async Task<Browser> SignedInAsync(string name, Role role, string? office)
    {
        await MakePersonAsync(name, role, office);
        return await SignInAsync(name);
    }

    /// <summary>A new device of the office, and its key.</summary>
    public async Task<(Guid Device, string Key)> EnrolAsync(string office)
    {
        var device = Guid.CreateVersion7();
        var keys = Services.GetRequiredService<ApiKeys>();
        var (_, key) = await keys.MakeAsync(Role.Kiosk, new(office), device, "Kios pintu depan", CancellationToken.None);
        return (device, key);
    }

    /// <summary>The browser of a tablet that is the office's kiosk.</summary>
    public async Task<Browser> KioskAsync(string office)
    {
        var (_, key) = await EnrolAsync(office);
        return NewBrowser($"pst.device={key}");
    }

    /// <summary>Opens an office, or puts its file anew.</summary>
    public async Task OpenAsync(string office, Func<Office, Office>? change = null)
    {
        var file = JsonDocument.Parse(await File.ReadAllTextAsync(Shared.File($"offices/{office}.json"))).RootElement;
        var read = ((Valid<Office>)OfficeFile.Read(file)).Value;
        var put = new OfficeCommand.PutFile(change?.Invoke(read) ?? read);
        var request = new OfficeRequest(new(office), put, new("key:test", Role.Admin, null), new(Guid.CreateVersion7(), []));
        (await Services.GetRequiredService<OfficeWriter>().SendAsync(request, CancellationToken.None)).ShouldBeOfType<Done<OfficeAnswer>>();
    }

    /// <summary>Where a visitor follows the visit on the own phone.</summary>
    public string LinkOf(string office, string visit) =>
        $"/t/{Services.GetRequiredService<TicketLinks>().TokenOf(new(office), VisitId.Parse(visit, null))}";

    /// <summary>Where a complainant reads of a complaint.</summary>
    public string ComplaintOf(string office, ComplaintId complaint) =>
        $"/p/{Services.GetRequiredService<ComplaintLinks>().TokenOf(new(office), complaint)}";

    /// <summary>Where the code at the door leads who scans it now.</summary>
    public string DoorOf(string office) => $"/d/{Services.GetRequiredService<DoorCodes>().CodeOf(new(office))}";

    /// <summary>How many events of a type there are in all offices.</summary>
    public Task<long> EventsAsync(string type) => ScalarAsync<long>($"select count(*) from pst.mt_events where type = '{type}'");

    /// <summary>One value, as a worker sees the database.</summary>
    public async Task<T> ScalarAsync<T>(string sql)
    {
        await using var command = Services.GetRequiredService<PstDatabase>().Worker.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>Gives every event that is stored its position, and signs the log as it then is.</summary>
    public async Task SignLogAsync()
    {
        await SequenceAsync();
        await Services.GetRequiredService<Notary>().SignAsync(CancellationToken.None);
    }

    /// <summary>Gives every event that is stored its position.</summary>
    public async Task SequenceAsync()
    {
        while (await Services.GetRequiredService<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
    }

    /// <summary>Changes the database as its superuser, with the triggers off that keep everybody else from it.</summary>
    public async Task TamperAsync(string sql)
    {
        var server = Services.GetRequiredService<IConfiguration>().GetConnectionString("Pst");
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand($"set session_replication_role = replica; {sql}", connection);
        await command.ExecuteNonQueryAsync();
    }

    public async Task DisposeAsync() => await program.DisposeAsync();
}
