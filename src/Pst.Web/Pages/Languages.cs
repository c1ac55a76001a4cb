using System.Globalization;
using Microsoft.AspNetCore.Localization;

namespace Pst.Web.Pages;

/// <summary>
/// Indonesian, and English as second language. People choose by a switch, kept in a cookie; programs by Accept-Language.
/// Numbers are written the Indonesian way in both.
/// </summary>
public static class Languages
{
    public static readonly CultureInfo Indonesian = new("id-ID"), English = new("en-GB");

    /// <summary>Where a browser keeps the choice.</summary>
    public const string Cookie = "pst.lang";

    /// <summary>Where an address names one; it goes before the choice.</summary>
    public const string Query = "bahasa";

    /// <summary>The two, by the names that the switch sends.</summary>
    public static IReadOnlyList<string> Names { get; } = ["id", "en"];

    /// <summary>The one in use.</summary>
    public static string Current => CultureInfo.CurrentUICulture.TwoLetterISOLanguageName;

    /// <summary>How days and months are called in the language in use.</summary>
    public static CultureInfo Dates => Current == "en" ? English : Indonesian;

    /// <summary>Whether a program asks, which gets no pages.</summary>
    public static bool IsProgram(HttpContext http) => Programs.Any(it => http.Request.Path.StartsWithSegments(it));

    /// <summary>As on paper and in files, which are Indonesian whoever asks for them.</summary>
    public static T OnPaper<T>(Func<T> write) => In(Names[0], write);

    /// <summary>In a language that somebody else than the one who asks is to read.</summary>
    /// <param name="language">One of <see cref="Names"/>; another one is Indonesian.</param>
    public static T In<T>(string language, Func<T> write)
    {
        var (numbers, words) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        try
        {
            CultureInfo.CurrentCulture = Indonesian;
            CultureInfo.CurrentUICulture = language == Names[1] ? English : Indonesian;
            return write();
        }
        finally { (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (numbers, words); }
    }

    /// <summary>For numbers and words, until the asynchronous method ends that says so.</summary>
    public static void Choose(CultureInfo culture) => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = culture;

    public static void Configure(RequestLocalizationOptions options)
    {
        options.SetDefaultCulture(Indonesian.Name);
        options.SupportedCultures = [Indonesian];
        options.SupportedUICultures = [.. Names.Select(CultureInfo.GetCultureInfo)];
        options.DefaultRequestCulture = new(Indonesian.Name, Names[0]);
        options.RequestCultureProviders =
        [
            new QueryStringRequestCultureProvider { QueryStringKey = Query, UIQueryStringKey = Query },
            new CookieRequestCultureProvider { CookieName = Cookie },
            new CustomRequestCultureProvider(http =>
                IsProgram(http) ? new AcceptLanguageHeaderRequestCultureProvider().DetermineProviderCultureResult(http) : NoChoice),
        ];
    }

    static readonly PathString[] Programs = ["/api", "/health", "/openapi"];
    static readonly Task<ProviderCultureResult?> NoChoice = Task.FromResult<ProviderCultureResult?>(null);
}
