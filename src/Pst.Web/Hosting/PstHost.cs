using Pst.EventStore;
using Pst.Projections;
using Pst.Web.Access;
using Pst.Web.Api;
using Pst.Web.Appointments;
using Pst.Web.Attention;
using Pst.Web.Complaints;
using Pst.Web.Erasing;
using Pst.Web.Identity;
using Pst.Web.Library;
using Pst.Web.Mail;
using Pst.Web.Monthly;
using Pst.Web.OwnData;
using Pst.Web.Pages;
using Pst.Web.Proving;
using Pst.Web.Paper;
using Pst.Web.Softcopies;
using Pst.Web.Vault;
using Pst.Web.VisitorAccounts;
using Pst.Web.Webhooks;
using Pst.Web.Workers;
using Pst.Web.Writing;

namespace Pst.Web.Hosting;

/// <summary>The wiring: what the program is made of, and in which order a request meets it.</summary>
public static class PstHost
{
    /// <summary>Adds everything to a builder whose database is open and up to date.</summary>
    public static void AddPst(this WebApplicationBuilder builder, string connectionString)
    {
        var services = builder.Services;
        services.AddSingleton(TimeProvider.System);
        // A worker that fails is logged and seen in health; the doors stay open.
        services.Configure<HostOptions>(it => it.BackgroundServiceExceptionBehavior = BackgroundServiceExceptionBehavior.Ignore);
        services.AddSingleton(_ => new PstDatabase(connectionString)).AddSingleton(new DatabaseLogin(connectionString));
        services.AddSingleton(new EdgeKeys(SecretKey.Of(builder.Configuration)));
        services.AddStore();
        services.AddWriting();
        services.AddProving();
        services.AddSingleton<Outbox>().AddSingleton<LetterPaper>().AddSingleton<MailRoute>().AddHostedService<Postman>();
        services.AddProjections();
        services.AddSingleton<ApiKeys>();
        services.AddIdentities();
        services.AddApi();
        services.AddPages();
        services.AddOwnData();
        services.AddMonthly();
        services.AddErasing();
        services.AddLibrary();
        services.AddComplaints();
        services.AddVisitorAccounts();
        services.AddSoftcopies();
        services.AddWebhooks();
        services.AddAppointments();
        Telemetry.AddTo(services, builder.Configuration);
    }

    /// <summary>Lays the routes.</summary>
    public static void MapPst(this WebApplication app)
    {
        app.UsePages();
        app.UseApi();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapApi();
        app.MapDescription();
        app.MapHealth();
        app.MapPages();
    }

    /// <summary>What must be there before the first request.</summary>
    public static async Task BootstrapAsync(this WebApplication app, CancellationToken cancel)
    {
        await app.Services.GetRequiredService<ErasureReplay>().RunAsync(cancel);
        if (app.Configuration["Pst:BootstrapKey"] is { Length: > 0 } key)
            await app.Services.GetRequiredService<ApiKeys>().BootstrapAsync(key, cancel);
    }

    static void AddStore(this IServiceCollection services)
    {
        services.AddSingleton(StoredEvents.Types);
        services.AddSingleton(it => new Streams(it.GetRequiredService<PstDatabase>().App, StoredEvents.Types));
        services.AddSingleton(it => new EventLog(it.GetRequiredService<PstDatabase>().Worker, StoredEvents.Types));
        services.AddSingleton(it => new Sequencer(it.GetRequiredService<PstDatabase>().Worker));
        services.AddSingleton(it => new LogSignal(it.GetRequiredService<PstDatabase>().Worker));
        services.AddHostedService<LogWorker>();
        services.AddSingleton<LiveLog>();
        services.AddHostedService(it => it.GetRequiredService<LiveLog>());
        services.AddHostedService<DayWorker>();
        services.AddSingleton<ReadWatch>();
        services.AddSingleton<Notices>().AddScoped<DaySummaries>().AddScoped<AttentionMails>().AddHostedService<AttentionWorker>();
        services.AddHostedService<CommandPurge>();
        services.AddHostedService<Rest>();
    }

    static void AddWriting(this IServiceCollection services)
    {
        services.AddSingleton<OfficeMemory>();
        services.AddSingleton<VaultReads>().AddSingleton<OpenWords>();
        services.AddSingleton<RefusedForms>();
        services.AddSingleton<VisitWriter>();
        services.AddSingleton<OfficeWriter>();
        services.AddSingleton<DayCloser>();
        services.AddSingleton<StreamCommands>();
        services.AddSingleton<VisitorWriter>();
        services.AddSingleton<FollowUpWriter>();
        services.AddSingleton<Looks>().AddSingleton<ReadRecords>().AddSingleton<VisitorFile>();
    }

    static void AddMonthly(this IServiceCollection services)
    {
        services.AddSingleton<PdfPrinter>().AddSingleton<PaperViews>().AddSingleton<PaperStyle>();
        services.AddSingleton<ReportLayouts>().AddSingleton<ComplaintCauses>();
        services.AddSingleton<Revisions>().AddSingleton<MonthReports>().AddSingleton<MonthPrints>().AddSingleton<ProofLinks>();
        services.AddSingleton<KeptReports>().AddScoped<MonthMaking>().AddHostedService<MonthWorker>();
    }

    static void AddProjections(this IServiceCollection services)
    {
        services.AddSingleton(it => new ProjectionRunner(
            it.GetRequiredService<PstDatabase>().Worker, it.GetRequiredService<EventLog>(), it.GetRequiredService<LogSignal>(),
            StoredEvents.Types, KeptProjections.All));
        services.AddSingleton(it => new ProjectionTables(it.GetRequiredService<PstDatabase>().App));
        services.AddSingleton<PromiseClocks>();
        services.AddSingleton<QueueBoard>();
        services.AddSingleton<InsideBoard>();
        services.AddSingleton<EarlierVisits>();
        services.AddSingleton<CallBoard>();
        services.AddSingleton<Visits>();
        services.AddSingleton(it => new HistorySearch(
            it.GetRequiredService<ProjectionTables>(), it.GetRequiredService<PromiseClocks>(),
            it.GetRequiredService<PstDatabase>().Worker));
        services.AddSingleton<ExpectedWaits>();
        services.AddSingleton<Copies>();
        services.AddSingleton<CustodyBoard>();
        services.AddSingleton<Reports>();
        services.AddSingleton(it => new Statistics(
            it.GetRequiredService<ProjectionTables>(), it.GetRequiredService<EventLog>(), it.GetRequiredService<PstDatabase>().Worker));
        services.AddSingleton<RatingsBoard>();
        services.AddSingleton<PastDays>();
        services.AddSingleton<FollowUps>();
        services.AddSingleton<DataRequests>();
        services.AddSingleton(it => new Reads(it.GetRequiredService<ProjectionTables>(), it.GetRequiredService<PstDatabase>().Worker));
        services.AddSingleton<VisitorVisits>();
        services.AddHostedService<ProjectionWorker>();
    }
}
