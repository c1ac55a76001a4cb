using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace Pst.Pages.Tests.Support;

/// <summary>One person's browser without script: opens pages, fills the forms that they hold, follows where it is sent.</summary>
public sealed class Browser(HttpClient http)
{
    static readonly HtmlParser Parser = new();
    const StringSplitOptions Words = StringSplitOptions.RemoveEmptyEntries;

    readonly List<string> set = [];

    public IHtmlDocument Page { get; private set; } = null!;
    public HttpStatusCode Status { get; private set; }
    public HttpResponseMessage Answer { get; private set; } = null!;

    /// <summary>Path and query of where it stands.</summary>
    public string Address { get; private set; } = "";

    public string Heading => Text("h1");

    /// <summary>The words of the first that the selector finds, as they are seen: with single blanks.</summary>
    public string Text(string selector) => string.Join(' ', (Page.QuerySelector(selector)?.TextContent ?? "").Split((char[])[], Words));

    public Task<Browser> OpenAsync(string address) => SendAsync(new(HttpMethod.Get, address));

    /// <summary>Fills the form that holds the named button and presses it.</summary>
    public Task<Browser> PressAsync(string button, params (string Field, string Value)[] filled)
    {
        var pressed = Page.QuerySelectorAll("button").OfType<IHtmlButtonElement>().FirstOrDefault(it => it.TextContent.Trim() == button)
            ?? throw new InvalidOperationException($"{Address} has no button \"{button}\":\n{Page.Body!.TextContent}");
        return SubmitAsync(pressed, filled);
    }

    /// <summary>Follows the link with that text.</summary>
    public Task<Browser> PressLinkAsync(string link) =>
        OpenAsync(Page.QuerySelectorAll("main a").Single(it => it.TextContent.Trim() == link).GetAttribute("href")!);

    public Task<Browser> SubmitAsync(IHtmlButtonElement pressed, params (string Field, string Value)[] filled)
    {
        var form = pressed.Form ?? throw new InvalidOperationException($"\"{pressed.TextContent}\" stands in no form.");
        List<(string Name, string Value)> fields = [.. Filled(form).Where(it => filled.All(mine => mine.Field != it.Name)), .. filled];
        if (pressed.Name is { Length: > 0 } name) fields.Add((name, pressed.Value));
        var content = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        return SendAsync(new(HttpMethod.Post, form.GetAttribute("action") ?? Address) { Content = content });
    }

    /// <summary>The button with that text in one of several alike forms.</summary>
    public IHtmlButtonElement ButtonIn(string form, string button) =>
        Page.QuerySelectorAll($"{form} button").OfType<IHtmlButtonElement>().Single(it => it.TextContent.Trim() == button);

    /// <summary>Posts to where no button leads, with the token of a form on this page.</summary>
    public Task<Browser> PostWithTokenAsync(string address, params (string Field, string Value)[] fields) =>
        PostAsync(address, [.. fields, ("_form", Page.QuerySelector("input[name=_form]")!.GetAttribute("value")!)]);

    /// <summary>Presses the button and tells the cookies that the answers set.</summary>
    public async Task<IReadOnlyList<string>> CookiesOfAsync(string button, params (string Field, string Value)[] filled)
    {
        set.Clear();
        await PressAsync(button, filled);
        return [.. set];
    }

    /// <summary>Posts what no page offered.</summary>
    public Task<Browser> PostAsync(string address, params (string Field, string Value)[] fields) =>
        SendAsync(new(HttpMethod.Post, address)
        {
            Content = new FormUrlEncodedContent(fields.Select(it => KeyValuePair.Create(it.Field, it.Value))),
        });

    /// <summary>Sends what is no ordinary form, and follows.</summary>
    public async Task<Browser> SendAsync(HttpRequestMessage request)
    {
        Address = request.RequestUri!.OriginalString;
        Answer = await http.SendAsync(request);
        if (Answer.Headers.TryGetValues("Set-Cookie", out var cookies)) set.AddRange(cookies);
        if (Answer.Headers.Location is { } next)
            return await SendAsync(new(HttpMethod.Get, next.IsAbsoluteUri ? next.PathAndQuery : next.OriginalString));

        Status = Answer.StatusCode;
        Page = Parser.ParseDocument(await Answer.Content.ReadAsStringAsync());
        return this;
    }

    static IEnumerable<(string Name, string Value)> Filled(IHtmlFormElement form) => form.Elements.SelectMany(it => it switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox" } box when box is not { IsChecked: true, Name.Length: > 0 } => [],
        IHtmlInputElement { Name.Length: > 0 } input => [(input.Name!, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [(area.Name!, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [(select.Name!, select.Value ?? "")],
        _ => Enumerable.Empty<(string, string)>(),
    });
}
