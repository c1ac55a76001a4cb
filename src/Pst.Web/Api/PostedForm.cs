using System.Net.Mime;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Pst.Web.Pages.Forms;

namespace Pst.Web.Api;

/// <summary>
/// A body of <c>multipart/form-data</c> (RFC 7578): the fields as text, and files under one name. What files are called is not even read.
/// </summary>
internal static class PostedForm
{
    /// <summary>What forms call their files.</summary>
    public const string Files = "files";

    const int MostValues = 200, LongestValue = 16 * 1024, LongestName = 200;

    /// <summary>The body, as a form where one was sent and is taken; null when it is too large.</summary>
    /// <param name="most">Of a form, in bytes; null where none is taken.</param>
    public static async Task<RequestBody?> ReadAsync(HttpRequest request, long? most, CancellationToken cancel)
    {
        if (most is not { } limit || !IsForm(request)) return await RequestBody.ReadAsync(request, cancel);
        if (request.ContentLength > limit) return null;
        var options = new FormOptions
        {
            ValueCountLimit = MostValues, ValueLengthLimit = LongestValue, KeyLengthLimit = LongestName, MultipartBodyLengthLimit = limit,
        };
        try { return await OfAsync(await request.ReadFormAsync(options, cancel), cancel); }
        catch (BadHttpRequestException large) when (large.StatusCode == StatusCodes.Status413PayloadTooLarge) { return null; }
        catch (Exception broken) when (broken is InvalidDataException or IOException) { return new([], null); }
    }

    static bool IsForm(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type)
        && type.MediaType.Equals(MediaTypeNames.Multipart.FormData, StringComparison.OrdinalIgnoreCase);

    // The same content is the same bytes, whatever stood between the parts.
    static async Task<RequestBody> OfAsync(IFormCollection form, CancellationToken cancel)
    {
        var said = form.SelectMany(it => it.Value.Select(value => KeyValuePair.Create(it.Key, value ?? "")))
            .Where(it => it.Value != "").OrderBy(it => it.Key, StringComparer.Ordinal);
        var fields = new FormFields([.. said], null, null);
        var bytes = new List<byte>(fields.Bytes());
        foreach (var file in form.Files)
        {
            await using var content = file.OpenReadStream();
            bytes.AddRange(await SHA256.HashDataAsync(content, cancel));
        }
        return new([.. bytes], null)
        {
            Form = fields, Files = [.. form.Files], Stray = form.Files.FirstOrDefault(it => it.Name != Files)?.Name,
        };
    }
}
