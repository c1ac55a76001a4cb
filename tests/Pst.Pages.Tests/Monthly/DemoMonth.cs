using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Pages.Tests.Support;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Demo;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Simulation;
using Pst.Web.Writing;

namespace Pst.Pages.Tests.Monthly;

/// <summary>What the demo makes, on a Monday in March: three months are lived in Metro and Bima, and February is over.</summary>
public sealed class DemoMonth : IAsyncLifetime
{
    public static readonly OfficeCode Metro = new("1872");

    /// <summary>How people of the demo sign in.</summary>
    public const string Manager = "pimpinan-1872", Supervisor = "penyelia-1872";

    /// <summary>Where the manager is written to.</summary>
    public const string Address = "pimpinan@contoh.example";

    public Site Site { get; } = new();

    public async Task InitializeAsync()
    {
        Site.Clock.Now = new(2026, 3, 2, 10, 20, 0, TimeSpan.FromHours(7));
        await Site.InitializeAsync();
        await using var scope = Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var accounts = new SampleAccounts(
            services.GetRequiredService<UserManager<Person>>(), services.GetRequiredService<PeopleContext>(),
            services.GetRequiredService<Pst.Web.VisitorAccounts.Registrations>());
        var demo = new DemoData(services.GetRequiredService<PstDatabase>(), services.GetRequiredService<EdgeKeys>(), accounts);
        var offices = await OfficeFiles.ReadAsync(Shared.File("offices"), CancellationToken.None);
        await demo.FillAsync(offices, Site.Clock.Now, CancellationToken.None);
        await WriteToAsync(Manager, Address);
        await CatchUpAsync();
    }

    public async Task CatchUpAsync()
    {
        while (await Site.Services.GetRequiredService<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        await Site.Services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
    }

    async Task WriteToAsync(string name, string address)
    {
        await using var scope = Site.Services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        (await people.SetEmailAsync((await people.FindByNameAsync(name))!, address)).Succeeded.ShouldBeTrue();
    }

    public async Task<Browser> SignInAsync(string name)
    {
        var browser = await Site.NewBrowser().OpenAsync("/masuk");
        return await browser.PressAsync("Masuk", ("UserName", name), ("Password", SampleAccounts.Password));
    }

    public Task DisposeAsync() => Site.DisposeAsync();
}
