using System.Globalization;
using System.Text;

namespace Pst.Web.Pages.Forms;

/// <summary>What a form says to a command. Names with an underscore before them speak to the page: token, command id, version.</summary>
public sealed record FormFields(IReadOnlyList<KeyValuePair<string, string>> Said, string? CommandId, long? SeenVersion)
{
    /// <summary>The hidden field with the id that was made with the form: two taps are one command.</summary>
    public const string Id = "_id";

    /// <summary>The hidden field with the visit's version that the person has seen.</summary>
    public const string Version = "_version";

    /// <summary>
    /// When it was filled in, where a kiosk kept it through a network cut. It is no part of the content: what had arrived before the line
    /// was cut is the same command when it is sent again.
    /// </summary>
    public DateTimeOffset? KeptSince { get; init; }

    /// <summary>All that the command is read from.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Asked =>
        KeptSince is { } at ? [.. Said, KeyValuePair.Create("occurredAt", at.ToString("O", CultureInfo.InvariantCulture))] : Said;

    public static async Task<FormFields> ReadAsync(HttpRequest request, CancellationToken cancel) =>
        Of(await request.ReadFormAsync(cancel));

    public static FormFields Of(IFormCollection form)
    {
        var said = form.Where(it => !it.Key.StartsWith('_'))
            .SelectMany(it => it.Value.Select(value => KeyValuePair.Create(it.Key, value ?? "")))
            .Where(it => it.Value != "").OrderBy(it => it.Key, StringComparer.Ordinal);
        return new([.. said], form[Id], long.TryParse(form[Version], out var version) ? version : null);
    }

    /// <summary>Whether the field, or a field in it, is given.</summary>
    public bool Gives(string name) => Asked.Any(it => it.Key == name || it.Key.StartsWith(name + ".", StringComparison.Ordinal));

    public string? this[string name] => Said.FirstOrDefault(it => it.Key == name).Value;

    public FormFields With(string name, string value) =>
        this with { Said = [.. Said.Where(it => it.Key != name), KeyValuePair.Create(name, value)] };

    /// <summary>The same content is the same bytes.</summary>
    public byte[] Bytes() => Encoding.UTF8.GetBytes(string.Join('\0', Said.Select(it => $"{it.Key}={it.Value}")));
}
