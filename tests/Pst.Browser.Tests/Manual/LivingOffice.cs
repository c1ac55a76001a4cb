using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Playwright;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Demo;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Monthly;
using Pst.Web.Simulation;
using Pst.Web.Writing;

namespace Pst.Browser.Tests.Manual;

/// <summary>What `./pst demo` makes, on a Monday morning at twenty past ten in Metro: the same each time, to the second.</summary>
public sealed class LivingOffice : IAsyncLifetime
{
    static readonly DateTimeOffset Now = new(2026, 3, 2, 10, 20, 0, TimeSpan.FromHours(7));

    readonly Dictionary<string, IPage> open = [];

    public Chromium Chromium { get; } = new() { OnlyDraws = true };

    public LentSoftcopies Softcopies { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Chromium.Site.Clock.Now = Now;
        await Chromium.InitializeAsync();
        await using var scope = Chromium.Site.Services.CreateAsyncScope();
        var services = scope.ServiceProvider;
        var accounts = new SampleAccounts(
            services.GetRequiredService<UserManager<Person>>(), services.GetRequiredService<PeopleContext>(),
            services.GetRequiredService<Pst.Web.VisitorAccounts.Registrations>());
        var demo = new DemoData(services.GetRequiredService<PstDatabase>(), services.GetRequiredService<EdgeKeys>(), accounts);
        await demo.FillAsync(await OfficeFiles.ReadAsync(Shared.File("offices"), CancellationToken.None), Now, CancellationToken.None);

        await Chromium.Site.SignLogAsync();
        await services.GetRequiredService<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        await services.GetServices<IHostedService>().OfType<MonthWorker>().Single().RunOnceAsync(CancellationToken.None);
        Softcopies = await LentSoftcopies.OfAsync(Chromium.Site, await ScreenOfAsync("petugas-1872"));
    }

    /// <summary>The screen of one of the demo's people, who stays signed in; of nobody where the name is empty.</summary>
    public async Task<IPage> ScreenOfAsync(string account)
    {
        if (open.TryGetValue(account, out var screen)) return screen;

        screen = await Chromium.OpenAsync();
        await screen.Context.Clock.SetFixedTimeAsync(Now.UtcDateTime);
        if (account.Length > 0) await screen.SignInAsync(account, SampleAccounts.Password);
        return open[account] = screen;
    }

    /// <summary>One of those who are there now.</summary>
    /// <param name="index">0–2 are served, 3 is called, 4–6 wait in red, amber and green, 7 was skipped, 8 is still writing.</param>
    public static VisitId Visitor(string office, int index) => new(SampleId.Of($"visit/{office}/2026-03-02/now/{index}"));

    /// <summary>A follow-up action: "kipas" is underway, "antre" overdue, "alur" published.</summary>
    public static FollowUpId Action(string office, string name) => new(SampleId.Of($"follow-up/{office}/{name}"));

    /// <summary>A complaint: "kursi" is settled, "antre" overdue, "suhu" new.</summary>
    public static ComplaintId Complaint(string office, string name) => new(SampleId.Of($"complaint/{office}/{name}"));

    /// <summary>An appointment: "hadir" has come, "siang" comes today, "pagi" tomorrow, "batal" is called off.</summary>
    public static AppointmentId Appointment(string office, string name) => new(SampleId.Of($"appointment/{office}/2026-03-02/{name}"));

    public Task DisposeAsync() => Chromium.DisposeAsync();
}
