using System.Text;
using AngleSharp.Html.Dom;
using Pst.Pages.Tests.Support;
using Pst.Web.Access;

namespace Pst.Pages.Tests.Offices;

/// <summary>What an administrator does with an office.</summary>
internal static class OfficeSteps
{
    /// <summary>Opens the office's part, as its administrator.</summary>
    public static async Task<Browser> SettingAsync(this Site site, string office, string part, string name)
    {
        await site.OpenAsync(office);
        return await (await site.SignedInAsync(name, Role.Admin, office)).OpenAsync($"/kantor/{office}/{part}");
    }

    /// <summary>The files that a form on the page sends.</summary>
    public static Task<Browser> UploadAsync(this Browser browser, string button, string field, string content)
    {
        var form = browser.Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().Single(it => it.TextContent.Trim() == button).Form!;
        var sent = new MultipartFormDataContent();
        foreach (var hidden in form.Elements.OfType<IHtmlInputElement>().Where(it => it.Type == "hidden"))
            sent.Add(new StringContent(hidden.Value), hidden.Name!);
        sent.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(content)), field, "berkas");
        return browser.SendAsync(new(HttpMethod.Post, form.GetAttribute("action") ?? browser.Address) { Content = sent });
    }

    /// <summary>The rows of the table of changes: place, old, new.</summary>
    public static IReadOnlyList<string> Changes(this Browser browser) =>
    [
        .. browser.Page.QuerySelectorAll("#changes ~ div tbody tr")
            .Select(it => string.Join(" | ", it.Children.Select(cell => cell.TextContent))),
    ];
}
