using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Pst.Web.Access;
using Pst.Web.Hosting;
using Pst.Web.Identity;
using Pst.Web.Pages.Display;
using Pst.Web.Pages.Assessment;
using Pst.Web.Pages.Erasing;
using Pst.Web.Pages.Follow;
using Pst.Web.Pages.Forms;
using Pst.Web.Pages.History;
using Pst.Web.Pages.Library;
using Pst.Web.Pages.Live;
using Pst.Web.Pages.Monthly;
using Pst.Web.Pages.Satisfaction;
using Pst.Web.Sound;

namespace Pst.Web.Pages;

/// <summary>The wiring of all that people see: pages, their words, what browsers may do with them, and who may try how often.</summary>
public static class PagesHost
{
    const string OwnError = "/galat/500";

    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddViewOptions(it => it.HtmlHelperOptions.ClientValidationEnabled = false)
            .AddMvcOptions(it => it.Filters.Add<KnownForms>())
            .AddMvcOptions(it => it.Filters.Add<UnknownPositions>());
        services.AddWebEncoders(it => it.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddAntiforgery(it => (it.Cookie.Name, it.FormFieldName, it.SuppressXFrameOptionsHeader) = ("pst.form", "_form", true));
        services.AddHsts(it => (it.MaxAge, it.IncludeSubDomains) = (TimeSpan.FromDays(365), false));
        services.Configure<FormOptions>(it => (it.ValueCountLimit, it.ValueLengthLimit, it.KeyLengthLimit) = (200, 16 * 1024, 200));
        services.AddSingleton<Home.OfficeDirectory>().AddSingleton<MenuCounts>();
        services.AddSingleton<VisitForms>().AddSingleton<StreamForms>().AddSingleton<OfficeForms>();
        services.AddSingleton<OfficeDoor>().AddSingleton<Offices.OfficeDrafts>();
        services.AddSingleton<Desk.VisitorRecords>();
        services.AddSingleton<History.Story>().AddSingleton<History.StoryReads>().AddSingleton<History.PersonalReads>();
        services.AddSingleton<History.SearchReads>().AddScoped<History.SearchChoices>();
        services.AddSingleton<TimeMachine.PastReads>();
        services.AddSingleton<Kiosk.ReturningVisitors>().AddSingleton<Kiosk.ReturningCodes>();
        services.AddSingleton<Kiosk.KeptSeal>().AddSingleton<Kiosk.KeptForms>();
        services.AddSingleton<Operations.StandingReads>();
        services.AddSingleton<Overview.OverviewReads>();
        services.AddSingleton<Monthly.MonthDoor>().AddSingleton<Monthly.MonthPdfs>().AddSingleton<Satisfaction.IkmDoor>();
        services.AddSingleton<Custody.DayForm>().AddScoped<Custody.DayReads>();
        services.AddSingleton<Desk.DeskReads>().AddSingleton<Desk.VisitorReads>();
        services.AddSingleton<Desk.NextVisitor>();
        services.AddSingleton<Erasing.RetentionReads>().AddSingleton<Erasing.PersonStandings>().AddSingleton<Erasing.ErasureForms>();
        services.AddSingleton<ScreenNews>();
        services.AddSingleton<DisplayReads>();
        services.AddSingleton<PublicAddress>().AddSingleton<TicketLinks>().AddSingleton<FollowReads>();
        services.AddSingleton<FollowUps.PublishedWords>();
        services.AddScoped<FollowUps.FollowUpReads>().AddScoped<FollowUps.FollowUpForms>();
        services.AddScoped<Assessment.EvidenceDoor>();
        services.AddSingleton<Softcopies.SoftcopyReads>();
        services.AddScoped<Reads.ReaderNames>().AddScoped<Reads.LookReads>().AddScoped<Breaches.BreachReads>();
        services.AddSingleton<Door.DoorCodes>().AddSingleton<Door.DoorSteps>();
        services.AddSingleton<Speech>().AddSingleton<CallSounds>();
        services.AddRateLimiter(Limits.Configure);
        services.AddDataProtection().SetApplicationName("Pst");
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>, StoredKeys>();
    }

    /// <summary>What every request meets before it is known who asks. Programs get their errors from the API itself.</summary>
    public static void UsePages(this WebApplication app)
    {
        app.UseMiddleware<BrowserRules>();
        app.UseRequestLocalization();
        app.UseWhen(http => !Languages.IsProgram(http), people =>
        {
            if (!app.Environment.IsDevelopment())
                people.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandlingPath = OwnError, StatusCodeSelector = StatusOf });
            people.UseHsts();
            people.UseStatusCodePagesWithReExecute("/galat/{0}");
        });
    }

    // What could not be done now, or may have been done: the same form again is safe, for it carries its command's id.
    static int StatusOf(Exception failure) =>
        DatabaseAway.IsTold(failure) ? StatusCodes.Status503ServiceUnavailable : StatusCodes.Status500InternalServerError;

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapGet(ScreenNews.Address, (ScreenNews it, HttpContext http, CancellationToken cancel) => it.SendAsync(http, cancel))
            .RequireAuthorization(nameof(Act.SeeQueue)).ExcludeFromDescription();
        app.MapDisplay();
        app.MapFollowing();
        app.MapMonthFiles();
        app.MapIkmFiles();
        app.MapStoryFiles();
        app.MapEvidence();
        app.MapBeritaAcara();
        app.MapSuggestions();
        app.MapKeptFiles();
        app.MapRazorPages().WithStaticAssets();
    }
}
