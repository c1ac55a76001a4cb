using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Pst.Domain;
using Pst.EventStore;
using Pst.Projections;
using Pst.Testing;
using Pst.Web.Demo;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Tests.Writing;
using Pst.Web.Writing;

namespace Pst.Web.Tests.Demo;

/// <summary>The agreed offices with their demo, in a database of its own, up to a moment.</summary>
public sealed class MadeDemo : IAsyncDisposable
{
    static readonly OfficeCode Metro = new("1872"), Bima = new("5272");

    readonly RunningPst pst;

    MadeDemo(RunningPst pst, DateTimeOffset now) => (this.pst, Now) = (pst, now);

    public DateTimeOffset Now { get; }

    /// <summary>All that was stored.</summary>
    public IReadOnlyList<StoredEvent> Events { get; private set; } = [];

    /// <summary>With both offices, of which nothing may have been refused.</summary>
    public static async Task<MadeDemo> UntilAsync(DateTimeOffset now)
    {
        var demo = new MadeDemo(await RunningPst.StartAsync(), now);
        (await demo.FillAsync(now)).ShouldBe("Three months were lived in 2 offices.");
        return demo;
    }

    /// <summary>In a database that has something else already; no demo is made yet.</summary>
    public static MadeDemo In(RunningPst pst, DateTimeOffset now) => new(pst, now);

    public T Get<T>() where T : notnull => pst.Get<T>();

    /// <summary>Makes the demo in this database, which may have one.</summary>
    public async Task<string> FillAsync(DateTimeOffset now)
    {
        using var scope = Get<IServiceScopeFactory>().CreateScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var accounts = new SampleAccounts(people, scope.ServiceProvider.GetRequiredService<PeopleContext>(),
            scope.ServiceProvider.GetRequiredService<Web.VisitorAccounts.Registrations>());
        var offices = await OfficeFiles.ReadAsync(Path.GetDirectoryName(Shared.File("offices/1872.json"))!, CancellationToken.None);
        var said = await new DemoData(Get<PstDatabase>(), Get<EdgeKeys>(), accounts).FillAsync(offices, now, CancellationToken.None);
        await CatchUpAsync();
        return said;
    }

    public Task<QueueView> MetrosQueueAsync() => ShowAsync(Metro, Get<QueueBoard>().ShowAsync);
    public Task<QueueView> BimasQueueAsync() => ShowAsync(Bima, Get<QueueBoard>().ShowAsync);
    public Task<CustodyView> MetrosCustodyAsync() => ShowAsync(Metro, Get<CustodyBoard>().ShowAsync);

    public Task<SlaReport> MetrosPromiseAsync() =>
        ShowAsync(Metro, (office, state, now, cancel) => Get<Reports>().SlaAsync(office, state, MonthAgo, Today, now, cancel));

    public Task<RatingsReport> MetrosRatingsAsync() =>
        ShowAsync(Metro, (office, state, _, cancel) => Get<Reports>().RatingsAsync(office, state, MonthAgo, Today, cancel));

    public Task<CopiesReport> BimasCopiesAsync() =>
        ShowAsync(Bima, (office, state, _, cancel) => Get<Copies>().ReportAsync(office, state, MonthAgo, Today, cancel));

    public Task<IReadOnlyList<AppointmentLine>> MetrosAppointmentsAsync() =>
        AppointmentBook.BetweenAsync(Get<PstDatabase>().App, Metro, Today, Today.AddDays(30), CancellationToken.None);

    public ValueTask DisposeAsync() => pst.DisposeAsync();

    DateOnly Today => DateOnly.FromDateTime(Now.DateTime);
    DateOnly MonthAgo => Today.AddDays(-30);

    async Task CatchUpAsync()
    {
        while (await Get<Sequencer>().RunOnceAsync(CancellationToken.None) > 0) { }
        await Get<ProjectionRunner>().CatchUpAsync(CancellationToken.None);
        Events = [.. (await Get<EventLog>().ReadAsync(0, int.MaxValue, null, CancellationToken.None)).Entries.Select(it => it.Event)];
    }

    async Task<T> ShowAsync<T>(OfficeCode office, Func<OfficeCode, OfficeState, DateTimeOffset, CancellationToken, Task<T>> show) =>
        await show(office, (await Get<OfficeMemory>().FindAsync(office, CancellationToken.None))!, Now, CancellationToken.None);
}
