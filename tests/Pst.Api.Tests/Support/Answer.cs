using System.Net;
using System.Text;
using System.Text.Json;

namespace Pst.Api.Tests.Support;

/// <summary>What came back: the status, the bytes, the headers.</summary>
public sealed record Answer(HttpStatusCode Status, byte[] Bytes, string? ContentType, IReadOnlyDictionary<string, string> Headers)
{
    public string Text => Encoding.UTF8.GetString(Bytes);
    public JsonElement Json => JsonElement.Parse(Bytes);
    public int Code => (int)Status;
    public bool IsProblem => ContentType == "application/problem+json";

    /// <summary>The refusal's code; null where it is none.</summary>
    public string? Refusal => IsProblem && Json.TryGetProperty("code", out var code) ? code.GetString() : null;

    /// <summary>The fields that could not be taken.</summary>
    public IReadOnlyList<string> WrongFields =>
        IsProblem && Json.TryGetProperty("errors", out var errors) ? [.. errors.EnumerateObject().Select(it => it.Name)] : [];

    public override string ToString() => $"{Code} {Text}";

    /// <summary>All of it; what goes on for ever has no end to be read, and only its head counts.</summary>
    public static async Task<Answer> OfAsync(HttpResponseMessage response)
    {
        var (content, type) = (response.Content, response.Content.Headers.ContentType?.MediaType);
        var headers = response.Headers.Concat(content.Headers).ToDictionary(it => it.Key, it => string.Join(", ", it.Value));
        return new(response.StatusCode, type == "text/event-stream" ? [] : await content.ReadAsByteArrayAsync(), type, headers);
    }
}
