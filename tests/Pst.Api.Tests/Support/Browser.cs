using System.Text.RegularExpressions;

namespace Pst.Api.Tests.Support;

/// <summary>Somebody's browser without script, with what a form of any page would send along.</summary>
/// <param name="token">Against forged forms.</param>
public sealed partial class Browser(Caller caller, string token)
{
    /// <summary>Opens a page that everybody may, for the token of a form there.</summary>
    /// <param name="http">Keeps no cookies and goes nowhere by itself.</param>
    /// <param name="cookie">By which its holder is known.</param>
    public static async Task<Browser> OpenAsync(HttpClient http, string cookie)
    {
        var home = await new Caller(http, ("Cookie", cookie)).GetAsync("/tamu/lewat");
        var forms = home.Headers["Set-Cookie"].Split(';')[0];
        return new(new(http, ("Cookie", $"{cookie}; {forms}")), Token().Match(home.Text).Groups["token"].Value);
    }

    public Task<Answer> GetAsync(string address) => caller.GetAsync(address);

    public async Task<Answer> PostAsync(string address, IEnumerable<(string Name, string Value)> fields)
    {
        using var request = caller.Request(HttpMethod.Post, address);
        (string Name, string Value)[] all = [.. fields, ("_form", token), ("_id", $"{Guid.CreateVersion7()}")];
        request.Content = new FormUrlEncodedContent(all.Select(it => KeyValuePair.Create(it.Name, it.Value)));
        return await caller.SendAsync(request);
    }

    [GeneratedRegex("""name="_form"[^>]*value="(?<token>[^"]+)""")]
    private static partial Regex Token();
}
