using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Pst.Domain;
using Pst.Testing;
using Pst.Web.Access;
using Pst.Web.Identity;

namespace Pst.Pages.Tests.Support;

/// <summary>The whole program on a database of its own, at a time that the test sets.</summary>
public sealed class Site : IAsyncLifetime
{
    public const string Password = "kuda laut berenang";

    WebApplicationFactory<Program> program = null!;

    public Clock Clock { get; } = new();
    public IServiceProvider Services => program.Services;

    public async Task InitializeAsync()
    {
        var database = await PostgresServer.CreateDatabaseAsync();
        program = new WebApplicationFactory<Program>().WithWebHostBuilder(it => it
            .UseEnvironment("Production")
            .UseSetting("ConnectionStrings:Pst", database)
            .UseSetting("Pst:SecretKey", Convert.ToBase64String(new byte[32]))
            .UseSetting("Logging:LogLevel:Default", "Warning")
            .ConfigureTestServices(services => services
                .Replace(ServiceDescriptor.Singleton<TimeProvider>(Clock))
                .Remove(services.Single(it => it.ImplementationType == typeof(SetUpLink))))); // tests make that link themselves
    }

    /// <summary>A browser that nobody has used yet.</summary>
    public Browser NewBrowser() =>
        new(program.CreateClient(new() { AllowAutoRedirect = false, HandleCookies = true, BaseAddress = new("http://localhost") }));

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
        var person = new Person
        {
            Id = Guid.CreateVersion7(), Name = name, UserName = name, Role = role, Office = office is null ? null : new OfficeCode(office),
        };
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

    /// <summary>A new kiosk of the office.</summary>
    public async Task<Guid> EnrolAsync(string office)
    {
        var device = Guid.CreateVersion7();
        await Services.GetRequiredService<ApiKeys>().MakeAsync(Role.Kiosk, new OfficeCode(office), device, "Kios", CancellationToken.None);
        return device;
    }

    public async Task DisposeAsync() => await program.DisposeAsync();
}
