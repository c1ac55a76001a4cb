using System.Text.Unicode;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Localization;
using Microsoft.Extensions.Options;
using Pst.Web.Identity;

namespace Pst.Web.Pages;

/// <summary>The wiring of all that people see: pages, their words, what browsers may do with them, and who may try how often.</summary>
public static class PagesHost
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorPages().AddViewOptions(it => it.HtmlHelperOptions.ClientValidationEnabled = false);
        services.AddWebEncoders(it => it.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddLocalization();
        services.Configure<RequestLocalizationOptions>(Languages.Configure);
        services.AddAntiforgery(it => (it.Cookie.Name, it.FormFieldName, it.SuppressXFrameOptionsHeader) = ("pst.form", "form", true));
        services.AddHsts(it => (it.MaxAge, it.IncludeSubDomains) = (TimeSpan.FromDays(365), false));
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
            if (!app.Environment.IsDevelopment()) people.UseExceptionHandler("/galat/500");
            people.UseHsts();
            people.UseStatusCodePagesWithReExecute("/galat/{0}");
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.MapStaticAssets().AllowAnonymous();
        app.MapRazorPages().WithStaticAssets();
    }
}
