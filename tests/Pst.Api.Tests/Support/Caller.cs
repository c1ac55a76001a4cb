using System.Text;

namespace Pst.Api.Tests.Support;

/// <summary>A program that calls with its key, or a browser with its cookies.</summary>
/// <param name="always">The headers of all that it sends.</param>
public sealed class Caller(HttpClient http, params (string Name, string Value)[] always)
{
    static int keys;

    /// <summary>Idempotency keys are counted, so that a run repeats itself.</summary>
    public static string NewKey() => $"perintah-{Interlocked.Increment(ref keys):000000}";

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path, null);

    public Task<Answer> PutAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Put, path, Bytes(body), headers);

    /// <summary>Under a key of its own.</summary>
    public Task<Answer> PostAsync(string path, string body, params (string Name, string Value)[] headers) =>
        SendAsync(HttpMethod.Post, path, Bytes(body), [("Idempotency-Key", NewKey()), .. headers]);

    public async Task<Answer> SendAsync(HttpMethod method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = Request(method, path, headers);
        if (body is not null) request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        return await SendAsync(request);
    }

    /// <summary>A form with files, all of them called alike.</summary>
    /// <param name="key">Null for a key of its own.</param>
    public async Task<Answer> PostFormAsync(
        string path, string? key, IReadOnlyList<(string Name, string Value)> fields,
        params IReadOnlyList<(string Name, byte[] Bytes)> files)
    {
        var form = new MultipartFormDataContent();
        foreach (var (name, value) in fields) form.Add(new StringContent(value), name);
        foreach (var (name, bytes) in files) form.Add(new ByteArrayContent(bytes), name, "../../berkas.pdf");
        using var request = Request(HttpMethod.Post, path, ("Idempotency-Key", key ?? NewKey()));
        request.Content = form;
        return await SendAsync(request);
    }

    public HttpRequestMessage Request(HttpMethod method, string path, params (string Name, string Value)[] headers)
    {
        var request = new HttpRequestMessage(method, path);
        foreach (var (name, value) in always.Concat(headers)) request.Headers.TryAddWithoutValidation(name, value);
        return request;
    }

    public async Task<Answer> SendAsync(HttpRequestMessage request)
    {
        using var response = await OpenAsync(request);
        return await Answer.OfAsync(response);
    }

    public Task<HttpResponseMessage> OpenAsync(HttpRequestMessage request) =>
        http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);

    static byte[] Bytes(string body) => Encoding.UTF8.GetBytes(body);
}
