using AngleSharp.Html.Dom;

namespace Pst.Pages.Tests.Support;

/// <summary>What a visitor does at the kiosk, each step standing on the one before.</summary>
internal static class KioskSteps
{
    public static readonly (string, string)[] Siti =
    [
        ("visitor.name", "Siti Aminah"), ("visitor.email", "siti@example.org"), ("purpose", "1"), ("demographics.gender", "2"),
        ("demographics.age", "2"), ("demographics.education", "3"), ("demographics.occupation", "1"), ("demographics.institutionKind", "6"),
        ("demographics.disability", "2"),
    ];

    /// <summary>Taps the library, with one tap.</summary>
    public static async Task<Browser> ArrivedAsync(this Browser kiosk, params (string, string)[] more)
    {
        await kiosk.OpenAsync("/kios");
        return await kiosk.TapLibraryAsync(more);
    }

    /// <summary>The same where the page is open, at the kiosk or on a phone.</summary>
    public static Task<Browser> TapLibraryAsync(this Browser page, params (string, string)[] more) =>
        page.SubmitAsync(page.Page.QuerySelectorAll("button[value=PS]").OfType<IHtmlButtonElement>().Single(), more);

    public static async Task<Browser> SignedAsync(this Browser kiosk, params (string, string)[] more)
    {
        await kiosk.ArrivedAsync();
        return await kiosk.PressAsync("Selesai, ambil nomor", [.. Siti.ExceptBy(more.Select(it => it.Item1), it => it.Item1), .. more]);
    }

    /// <summary>The visit whose page is open.</summary>
    public static string Visit(this Browser browser) => browser.Address.Split('/')[2];
}
