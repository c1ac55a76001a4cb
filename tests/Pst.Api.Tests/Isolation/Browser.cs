using System.Text.RegularExpressions;
using Pst.Api.Tests.Support;

namespace Pst.Api.Tests.Isolation;

/// <summary>Somebody's browser without script, with what a form of any page would send along.</summary>
/// <param name="token">Against forged forms.</param>
public sealed partial class Browser(Caller caller, string token)
{
    /// <summary>Opens the first page, for the token of a form there.</summary>
    public static async Task<Browser> OpenAsync(RunningApi api, string cookie)
    {
        var home = await api.Browsing(cookie).GetAsync("/");
        var forms = home.Headers["Set-Cookie"].Split(';')[0];
        return new(api.Browsing(cookie, forms), Token().Match(home.Text).Groups["token"].Value);
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
