using System.Globalization;

namespace Pst.Web.Pages.Offices;

/// <summary>A posted form whose fields are named by their paths in the office's file: "local.hours.mon", "standard.products[2]".</summary>
public sealed class SheetForm(IFormCollection form)
{
    public string Text(string path) => form[path].ToString().ReplaceLineEndings("\n").Trim();

    public bool IsTicked(string path) => form.ContainsKey(path);

    /// <summary>The values of the ticked boxes of one name.</summary>
    public IEnumerable<string> Ticked(string path) => form[path].OfType<string>();

    /// <summary>The paths of a list's entries in which something is filled in, in their order.</summary>
    public IReadOnlyList<string> Rows(string list) =>
    [
        .. form.Where(it => it.Key.StartsWith($"{list}[", StringComparison.Ordinal) && !it.Value.All(string.IsNullOrWhiteSpace))
            .Select(it => IndexOf(it.Key, list.Length + 1)).Where(it => it >= 0).Distinct().Order().Select(it => $"{list}[{it}]"),
    ];

    static int IndexOf(string name, int start)
    {
        var end = name.IndexOf(']', start);
        if (end < 0) return -1;
        return int.TryParse(name.AsSpan(start, end - start), NumberStyles.None, CultureInfo.InvariantCulture, out var index) ? index : -1;
    }
}
