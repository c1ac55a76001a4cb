using System.Text.Json;
using Pst.Domain;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Api;

/// <summary>A request's body as it came, and what could be read of it.</summary>
/// <param name="Bytes">For the digest: the same content is the same bytes.</param>
/// <param name="Json">An absent body is an empty object; null where it is no JSON.</param>
public sealed record RequestBody(byte[] Bytes, JsonElement? Json)
{
    /// <summary>In bytes; larger ones are answered with 413.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>What a form with files says; null where the body is JSON.</summary>
    public FormFields? Form { get; init; }

    /// <summary>Those of a form.</summary>
    public IReadOnlyList<IFormFile> Files { get; init; } = [];

    /// <summary>A name under which a file came and none is taken.</summary>
    public string? Stray { get; init; }

    /// <summary>What is wrong with it before any field is read; null where nothing is.</summary>
    public (string Field, InputError Error)? Fault =>
        Stray is { } stray ? (stray, new InputError.Unknown())
        : Form is null && Json is null ? ("$", new InputError.Malformed()) : null;

    /// <summary>The body; null when it is too large.</summary>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        if (request.ContentLength > MaxLength) return null;
        using var bytes = new MemoryStream();
        var buffer = new byte[8 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancel)) > 0;)
        {
            bytes.Write(buffer.AsSpan(0, read));
            if (bytes.Length > MaxLength) return null;
        }
        return new(bytes.ToArray(), Parse(bytes.GetBuffer().AsMemory(0, (int)bytes.Length)));
    }

    /// <summary>Whether a field is given at all, whatever it says.</summary>
    public bool Gives(string field) =>
        Form?.Gives(field)
        ?? (Json is { ValueKind: JsonValueKind.Object } body
            && body.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null);

    /// <summary>The fields of what was read.</summary>
    public Fields Fields() => Form is { } form ? Domain.Fields.OfForm(form.Said) : Domain.Fields.Of(Json!.Value);

    static JsonElement? Parse(ReadOnlyMemory<byte> bytes)
    {
        try { return bytes.IsEmpty ? JsonElement.Parse("{}") : JsonElement.Parse(bytes.Span); }
        catch (JsonException) { return null; }
    }
}
