using AngleSharp.Html.Dom;

namespace Pst.Pages.Tests.Support;

/// <summary>What a clerk does at the desk.</summary>
internal static class DeskSteps
{
    /// <summary>Presses a button of one act on the visitor's card.</summary>
    public static Task<Browser> ActAsync(this Browser desk, string command, string button, params (string Field, string Value)[] filled) =>
        desk.SubmitAsync(desk.ButtonIn($"form[id={command}]", button), filled);

    /// <summary>Opens a visitor's card and presses the one button of each act, one after the other.</summary>
    public static async Task<Browser> ActAsync(this Browser desk, string visit, params IReadOnlyList<string> commands)
    {
        foreach (var command in commands)
        {
            await desk.OpenAsync($"/meja/{visit}");
            await desk.SubmitAsync(desk.Page.QuerySelectorAll($"form[id={command}] button").OfType<IHtmlButtonElement>().First());
        }
        return desk;
    }

    /// <summary>Tells what is wrong with the first card or bag.</summary>
    public static Task<Browser> TellAsync(this Browser desk, string command, params (string Field, string Value)[] filled) =>
        desk.SubmitAsync(
            desk.Page.QuerySelectorAll($".trouble form[action$='/{command}'] button").OfType<IHtmlButtonElement>().First(), filled);
}
